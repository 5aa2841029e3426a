import type { Exception, Program } from '../../logic/index.ts';
import type { RunningObligation } from '../../runtime/index.ts';
import { formatDate } from '../../runtime/index.ts';
import { owingExceptions, owings } from '../duties.ts';
import { and, not } from '../judgment.ts';
import type { Owing } from '../obligations.ts';
import { distinctObligations, isPrecautionary } from '../obligations.ts';
import type { ProvisionCase } from '../provisions.ts';
import type { ClaimAnswer } from './answers.ts';
import type { Bound, Today } from './bounds.ts';
import { hasCome } from './bounds.ts';
import type { ScheduleCase } from './cases.ts';
import type { Item } from './items.ts';
import { isCertain } from './worlds.ts';

/**
 * "What has to be observed as long as the rules that say so run": of a keep through its last day, of everything else as
 * long as it counts. What is precautionary is owed where it may have to be, too.
 */
export function runningObligations(
  cases: readonly ScheduleCase[],
  longest: readonly ClaimAnswer[],
  program: Program,
  today: Today,
): readonly RunningObligation[] {
  const running = cases.flatMap((one, index) => {
    const eraseBy = longest[index]?.eraseBy;
    return [...one.items.flatMap((item) => ofItem(item, eraseBy, program, today)), ...ofPlainExceptions(one)];
  });
  const throughs = new Map(running.map(({ owing, through }) => [owing, through]));
  return distinctObligations([...throughs.keys()], program).map(({ obligation, owings: same }) => ({
    ...obligation,
    through: latestThrough(same.map((owing) => throughs.get(owing) ?? null)),
  }));
}

interface Running {
  readonly owing: Owing;
  readonly through: number | null;
}

function ofItem(item: Item, eraseBy: Bound | undefined, program: Program, today: Today): readonly Running[] {
  const { provision } = item;
  const extent = item.rule.action === 'keep' ? extentOfKeep(item, eraseBy, today) : extentOf(item);
  if (extent === undefined) return [];
  return provision.obligations
    .filter((use) => extent.isCertain || isPrecautionary(use, program))
    .map((use) => ({ owing: { rule: provision.id, use }, through: extent.through }));
}

interface Extent {
  readonly isCertain: boolean;
  readonly through: number | null;
}

/** As long as it runs, and not past the day before an erasure that a higher authority asks for. */
function extentOfKeep(item: Item, eraseBy: Bound | undefined, today: Today): Extent | undefined {
  const { earliest, latest } = item.last;
  const day = today(item.policy.zone);
  if (latest < day || (eraseBy !== undefined && hasCome(eraseBy, today))) return undefined;
  const isKnown = earliest === latest && Number.isFinite(latest);
  const through = isKnown ? Math.min(latest, (eraseBy?.date ?? latest + 1) - 1) : null;
  return { isCertain: isCertain(item) && day <= earliest, through };
}

/** As long as it counts and is not done. */
function extentOf({ applies, stands, done }: Item): Extent | undefined {
  const { truth } = and([applies, stands, not(done)]);
  return truth === 'false' ? undefined : { isCertain: truth === 'true', through: null };
}

/** "An exception may say what is owed instead: an obligation": as long as it stands or may stand. */
function ofPlainExceptions({ policies }: ScheduleCase): readonly Running[] {
  return policies.flatMap(({ applies, rules }) =>
    rules
      .flatMap((rule): readonly ProvisionCase<Exception>[] => owingExceptions(rule, applies))
      .filter(({ provision }) => provision.instead === undefined)
      .flatMap((exception) => owings(exception).map((owing) => ({ owing, through: null }))),
  );
}

function latestThrough(throughs: readonly (number | null)[]): string | null {
  const dates = throughs.flatMap((through) => through ?? []);
  return dates.length < throughs.length ? null : formatDate(Math.max(...dates));
}
