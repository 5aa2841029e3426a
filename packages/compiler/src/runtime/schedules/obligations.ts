import type { Zone } from '../clock.ts';
import { today } from '../clock.ts';
import { formatDate } from '../dates.ts';
import { findInstead } from '../duties.ts';
import type { DutySink } from '../findings.ts';
import type { Owing } from '../obligations.ts';
import { owedWith } from '../obligations.ts';
import type { Part } from '../policies.ts';
import { possibly } from '../readings.ts';
import type { RunningObligation } from '../schedule.ts';
import { applies } from '../weighing.ts';
import { hasCome } from './bounds.ts';
import type { Item } from './items.ts';
import type { ClaimWindow } from './windows.ts';

/** Something that is owed, through a day or as long as its rule stands. */
export interface RunningOwing extends Owing {
  readonly through: number | null;
  /** That of the provision that asks. */
  readonly number: number;
}

/** What items ask to be observed as long as they run; what is precautionary also where they may. */
export function addOwings(
  items: readonly Item[],
  claims: readonly ClaimWindow[],
  now: number,
  owings: RunningOwing[],
): void {
  for (const item of items) {
    const { obligations, id, number } = item.provision;
    if (obligations.length === 0) continue;
    const extent = item.action === 'keep' ? extentOfKeep(item, claims[item.claim], now) : extentOf(item);
    if (extent === undefined) continue;
    for (const use of obligations) {
      if (extent.isCertain || use.of.isPrecautionary)
        owings.push({ rule: id, use, through: extent.through, number });
    }
  }
}

interface Extent {
  readonly isCertain: boolean;
  readonly through: number | null;
}

/** As long as it runs, and not past the day before a higher authority has the record erased. */
function extentOfKeep(
  { earliest, latest, isCertain, part }: Item,
  window: ClaimWindow | undefined,
  now: number,
): Extent | undefined {
  const zone: Zone = part.policy.zone;
  const day = today(zone, now);
  const eraseBy = window?.eraseBy;
  if (latest < day || (eraseBy !== undefined && hasCome(eraseBy, now))) return undefined;
  const isKnown = earliest === latest && Number.isFinite(latest);
  const through = isKnown ? Math.min(latest, (eraseBy?.date ?? latest + 1) - 1) : null;
  return { isCertain: isCertain && day <= earliest, through };
}

/** As long as it counts and is not done. */
function extentOf({ isCertain, isDone, mayBeDone }: Item): Extent | undefined {
  return isDone ? undefined : { isCertain: isCertain && !mayBeDone, through: null };
}

/** What exceptions owe that take a rule away, as long as they stand or may stand. */
export function addExceptionOwings<Asked>(part: Part<Asked>, asked: Asked, owings: RunningOwing[]): void {
  const sink: DutySink<Asked> = {
    owe(provision, use) {
      if (provision.terms === undefined)
        owings.push({ rule: provision.id, use, through: null, number: provision.number });
    },
  };
  if (!applies(part, asked, possibly)) return;
  for (const rule of part.rules) findInstead(rule, asked, sink);
}

const nothing: readonly never[] = Object.freeze([]);

/** Each obligation once for the same arguments, through the last of its days. */
export function runningObligations(owings: readonly RunningOwing[]): readonly RunningObligation[] {
  if (owings.length === 0) return nothing;
  const running = owedWith(owings).map(({ obligation, owings: same }) => {
    const days = same.flatMap(({ through }) => through ?? []);
    const through = days.length < same.length ? null : formatDate(Math.max(...days));
    return Object.freeze({ ...obligation, through });
  });
  return Object.freeze(running);
}
