import type {
  ScheduleConflict,
  ScheduleState,
  ScheduleWindow,
  ScheduleWindows,
} from '../../runtime/index.ts';
import { formatDate } from '../../runtime/index.ts';
import type { Answer, ItemsByClaim } from './answers.ts';
import { answerIn } from './answers.ts';
import type { Bound, Today } from './bounds.ts';
import { earliestBound, hasCome, isRunning, latestBound } from './bounds.ts';
import { idsOf } from './items.ts';
import { allWorlds, longest, shortest } from './worlds.ts';

/** About keeping and erasing, as far as it is known. */
export interface Retention {
  readonly state: ScheduleState;
  readonly keepThrough: string | 'forever' | null;
  readonly eraseBy: string | null;
  readonly conflict: ScheduleConflict | null;
  readonly windows: ScheduleWindows | null;
  /** With as much kept as may be, and with as little, where possible rules govern. */
  readonly longest: Answer;
  readonly shortest: Answer;
  /** In each of the worlds. */
  readonly answers: readonly Answer[];
}

/** "If the states differ: `undetermined`, with both windows." */
export function retentionOf(claims: ItemsByClaim, today: Today): Retention {
  const [most, least] = [answerIn(longest, claims, today), answerIn(shortest, claims, today)];
  const answers = [most, least, ...allWorlds.slice(2).map((world) => answerIn(world, claims, today))];
  const isSettled = answers.every(({ state }) => state === most.state);
  const state = isSettled ? most.state : 'undetermined';
  const keepThrough = most.keepThrough.date === least.keepThrough.date ? keptText(most.keepThrough) : null;
  const eraseBy = most.eraseBy.date === least.eraseBy.date ? erasedText(most.eraseBy) : null;
  const isSameWindow =
    most.keepThrough.date === least.keepThrough.date && most.eraseBy.date === least.eraseBy.date;
  return {
    state,
    keepThrough,
    eraseBy,
    conflict: state === 'conflict' ? conflictOf(most, today) : null,
    windows: isSettled && isSameWindow ? null : { longest: windowText(most), shortest: windowText(least) },
    longest: most,
    shortest: least,
    answers,
  };
}

function windowText({ state, keepThrough, eraseBy }: Answer): ScheduleWindow {
  return { state, keepThrough: keptText(keepThrough), eraseBy: erasedText(eraseBy) };
}

function keptText({ date }: Bound): string | 'forever' | null {
  if (date === Number.POSITIVE_INFINITY) return 'forever';
  return Number.isFinite(date) ? formatDate(date) : null;
}

function erasedText({ date }: Bound): string | null {
  return Number.isFinite(date) ? formatDate(date) : null;
}

/** "With both rules named." */
function conflictOf({ claims }: Answer, today: Today): ScheduleConflict {
  const governed = claims.filter(({ isGoverned }) => isGoverned);
  const keeping = governed.filter(({ keepThrough }) => isRunning(keepThrough, today));
  const erasing = governed.filter(({ eraseBy }) => hasCome(eraseBy, today));
  const keepThrough = latestBound(keeping.map((claim) => claim.keepThrough));
  const eraseBy = earliestBound(erasing.map((claim) => claim.eraseBy));
  return {
    keepThrough: keptText(keepThrough) ?? 'forever',
    eraseBy: erasedText(eraseBy) ?? '',
    keep: idsOf(keepThrough.items),
    erase: idsOf(eraseBy.items),
  };
}
