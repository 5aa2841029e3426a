import type { Deadline, DueState } from '../../runtime/index.ts';
import { formatDate, formatInstant, startOfDay } from '../../runtime/index.ts';
import { compareText, invariant } from '../../support/index.ts';
import type { Item } from './items.ts';
import { idsOf } from './items.ts';
import { isCertain, isPossible } from './worlds.ts';

/** What has to be answered or notified, with the items that say by when. */
export interface DeadlineFindings {
  readonly deadline: Deadline | null;
  /** Those whose deadline it is, or might be. */
  readonly items: readonly Item[];
}

/**
 * "`due` rules: `open` through `dueBy`, `overdue` after it, `done` when the rule's `done when` holds, `undetermined`; the
 * earliest `dueBy` counts": evaluated as strictly as may be, and as leniently.
 */
export function deadlineOf(items: readonly Item[], now: number): DeadlineFindings {
  const due = items.filter(({ rule }) => rule.action === 'due');
  const strict = strictly(due, now);
  const lenient = leniently(due, now);
  if (strict === undefined && lenient === undefined) return { deadline: null, items: [] };
  const isSettled = strict?.state === lenient?.state;
  const decisive = [...new Set([...(strict?.items ?? []), ...(lenient?.items ?? [])])];
  const deadline = {
    state: isSettled && strict !== undefined ? strict.state : 'undetermined',
    dueBy: strict?.dueBy ?? null,
    rules: idsOf((strict ?? lenient)?.items ?? []),
  } as const;
  return { deadline, items: decisive };
}

/** A deadline in a world in which everything is decided. */
interface DueAnswer {
  readonly state: Exclude<DueState, 'undetermined'>;
  readonly dueBy: string | null;
  readonly items: readonly Item[];
}

/** What may count does, as early as may be; what is not known to be done is not done. */
function strictly(items: readonly Item[], now: number): DueAnswer | undefined {
  const isLeft = ({ done }: Item): boolean => done.truth !== 'true';
  return answerOf(
    items.filter(isPossible).map((item) => taskOf(item, isLeft(item), item.last.earliest)),
    now,
  );
}

/** Only what certainly counts does, as late as may be; what may be done is done. */
function leniently(items: readonly Item[], now: number): DueAnswer | undefined {
  const isLeft = ({ done }: Item): boolean => done.truth === 'false';
  return answerOf(
    items.filter(isCertain).map((item) => taskOf(item, isLeft(item), item.last.latest)),
    now,
  );
}

interface Task {
  readonly item: Item;
  /** It is not done. */
  readonly isLeft: boolean;
  /** The last millisecond; infinite where nothing is due yet, minus infinite where it may be overdue. */
  readonly end: number;
  /** As answers write it; null where it is not known. */
  readonly text: string | null;
}

/** "Each date is judged in its own policy's zone; a date means the end of that day." */
function taskOf(item: Item, isLeft: boolean, moment: number): Task {
  const { policy, last } = item;
  if (!Number.isFinite(moment)) return { item, isLeft, end: moment, text: null };
  if (last.unit === 'instant') return { item, isLeft, end: moment, text: formatInstant(moment) };
  const nextDay = startOfDay(policy.zone, moment + 1);
  invariant(nextDay !== undefined, `the platform knows the zone ${policy.zone}`);
  return { item, isLeft, end: nextDay - 1, text: formatDate(moment) };
}

/** What is certainly done counts whether its clock has started or not; else what has no deadline does not count. */
function answerOf(tasks: readonly Task[], now: number): DueAnswer | undefined {
  const counting = tasks.filter(
    ({ item, end }) => item.done.truth === 'true' || end < Number.POSITIVE_INFINITY,
  );
  const left = counting.filter(({ isLeft }) => isLeft);
  if (counting.length === 0) return undefined;
  if (left.length === 0) return { state: 'done', dueBy: null, items: counting.map(({ item }) => item) };
  const end = Math.min(...left.map((task) => task.end));
  const first = left.filter((task) => task.end === end);
  const [dueBy = null] = first.flatMap(({ text }) => text ?? []).sort(compareText);
  return { state: now <= end ? 'open' : 'overdue', dueBy, items: first.map(({ item }) => item) };
}
