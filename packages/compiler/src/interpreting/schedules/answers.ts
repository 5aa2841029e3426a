import type { ScheduleState } from '../../runtime/index.ts';
import type { Bound, Today } from './bounds.ts';
import { earliestBound, hasCome, isRunning, latestBound, progressOf } from './bounds.ts';
import type { Item } from './items.ts';
import type { Window } from './windows.ts';
import { windowOf } from './windows.ts';
import type { World } from './worlds.ts';
import { erasuresIn, isGovernedIn, isHeldIn, keepsIn } from './worlds.ts';

/** What is to be done with a record in one world, in which everything is decided. */
export interface Answer extends Window {
  readonly state: Exclude<ScheduleState, 'undetermined'>;
  /** What each claim asks for by itself, in the order of the claims. */
  readonly claims: readonly ClaimAnswer[];
}

export interface ClaimAnswer extends Window {
  /** Some rule about keeping or erasing covers it: "silence is never a licence to destroy". */
  readonly isGoverned: boolean;
  /** The own day of an erasure has come, whatever keeps stand against it. */
  readonly isErasureDue: boolean;
}

/** The items of each claim that there is. */
export type ItemsByClaim = readonly (readonly Item[])[];

/** "`hold` does not stop an `absolute erase`": where such ones alone make it due, a hold stops nothing. */
export function answerIn(world: World, claims: ItemsByClaim, today: Today): Answer {
  const answer = answerWithoutHolds(world, claims, today, () => true);
  if (!claims.some((items) => isHeldIn(world, items))) return answer;
  const absolute = answerWithoutHolds(world, claims, today, isAbsolute);
  if (absolute.state === 'must-erase' || absolute.state === 'overdue') return answer;
  const isErasureDue = answer.claims.some((claim) => claim.isErasureDue);
  return { ...answer, state: isErasureDue ? 'keep-restricted' : 'on-hold' };
}

function answerWithoutHolds(
  world: World,
  items: ItemsByClaim,
  today: Today,
  counts: (erasure: Bound) => boolean,
): Answer {
  const claims = items.map((one) => claimIn(world, one, today, counts));
  const governed = claims.filter(({ isGoverned }) => isGoverned);
  const keepThrough = latestBound(governed.map((claim) => claim.keepThrough));
  const eraseBy = earliestBound(governed.map((claim) => claim.eraseBy));
  return { state: combinedState(claims, eraseBy, today), keepThrough, eraseBy, claims };
}

/** "Windows are computed per claim." */
function claimIn(
  world: World,
  items: readonly Item[],
  today: Today,
  counts: (erasure: Bound) => boolean,
): ClaimAnswer {
  const erasures = erasuresIn(world, items).filter(counts);
  return {
    ...windowOf(keepsIn(world, items), erasures),
    isGoverned: isGovernedIn(world, items),
    isErasureDue: erasures.some((erasure) => hasCome(erasure, today)),
  };
}

function isAbsolute({ items }: Bound): boolean {
  return items.every(({ rule }) => rule.absolute);
}

/** Claims "combine to the latest keepThrough and the earliest eraseBy". */
function combinedState(claims: readonly ClaimAnswer[], eraseBy: Bound, today: Today): Answer['state'] {
  const governed = claims.filter(({ isGoverned }) => isGoverned);
  const keeping = governed.filter(({ keepThrough }) => isRunning(keepThrough, today));
  const erasing = governed.filter((claim) => hasCome(claim.eraseBy, today));
  if (areInConflict(keeping, erasing)) return 'conflict';
  if (keeping.length > 0) {
    return keeping.some(({ isErasureDue }) => isErasureDue) ? 'keep-restricted' : 'must-keep';
  }
  if (governed.length < claims.length || claims.length === 0) return 'ungoverned';
  return ({ open: 'may-erase', due: 'must-erase', overdue: 'overdue' } as const)[progressOf(eraseBy, today)];
}

/** "`conflict` is the state while one claim's eraseBy has come and another's keepThrough has not passed." */
export function areInConflict(keeping: readonly ClaimAnswer[], erasing: readonly ClaimAnswer[]): boolean {
  return keeping.some((keeper) => erasing.some((eraser) => eraser !== keeper));
}
