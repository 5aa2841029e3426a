import { formatDate, formatInstant } from '../dates.ts';
import type { Deadline, DueState } from '../schedule.ts';
import { compareText } from '../texts.ts';
import { startOfDay } from '../zones.ts';
import { idsOf, never } from './bounds.ts';
import type { Item } from './items.ts';

/** By when something has to be answered or notified. */
export interface DueFindings {
  readonly state: DueState | undefined;
  /** Undefined where no rule has a deadline. */
  readonly deadline: Deadline | null;
  /** Those whose deadline that is, or may be. */
  readonly items: readonly Item[];
}

const nothingDue: DueFindings = { state: undefined, deadline: null, items: [] };

/** The earliest deadline counts: taken as strictly as may be, and as leniently. */
export function dueIn(items: readonly Item[], now: number): DueFindings {
  const due = items.filter(({ action }) => action === 'due');
  if (due.length === 0) return nothingDue;
  const strict = verdict(
    due.map((item) => taskOf(item, !item.isDone, item.earliest)),
    now,
  );
  const lenient = verdict(
    due.filter(({ isCertain }) => isCertain).map((item) => taskOf(item, !item.mayBeDone, item.latest)),
    now,
  );
  if (strict === undefined && lenient === undefined) return nothingDue;
  const state = strict !== undefined && strict.state === lenient?.state ? strict.state : 'undetermined';
  const rules = idsOf((strict ?? lenient)?.items ?? []);
  const deadline = Object.freeze({ state, dueBy: strict?.dueBy ?? null, rules });
  return { state, deadline, items: [...(strict?.items ?? []), ...(lenient?.items ?? [])] };
}

/** Something that is due, or done. */
interface Task {
  readonly item: Item;
  readonly isLeft: boolean;
  /** The day or instant by which it is due. */
  readonly moment: number;
  /** Its last millisecond. */
  readonly end: number;
}

/** A date is the end of that day where the policy is at home. */
function taskOf(item: Item, isLeft: boolean, moment: number): Task {
  if (!Number.isFinite(moment) || item.isInstant) return { item, isLeft, moment, end: moment };
  const next = startOfDay(item.part.policy.zone.id, moment + 1) ?? Number.NaN;
  return { item, isLeft, moment, end: next - 1 };
}

interface Verdict {
  readonly state: Exclude<DueState, 'undetermined'>;
  readonly dueBy: string | null;
  readonly items: readonly Item[];
}

/** What is certainly done counts, whether its clock has started or not. */
function verdict(tasks: readonly Task[], now: number): Verdict | undefined {
  const counting = tasks.filter(({ item, end }) => item.isDone || end < never);
  if (counting.length === 0) return undefined;
  const left = counting.filter(({ isLeft }) => isLeft);
  if (left.length === 0) return { state: 'done', dueBy: null, items: counting.map(({ item }) => item) };
  const end = left.reduce((first, task) => Math.min(first, task.end), never);
  const first = left.filter((task) => task.end === end);
  const texts = first.map(textOf).filter((text) => text !== null);
  const [dueBy = null] = texts.length > 1 ? texts.sort(compareText) : texts;
  return { state: now <= end ? 'open' : 'overdue', dueBy, items: first.map(({ item }) => item) };
}

function textOf({ item, moment }: Task): string | null {
  if (!Number.isFinite(moment)) return null;
  return item.isInstant ? formatInstant(moment) : formatDate(moment);
}
