import type { ScheduleState } from '../schedule.ts';
import type { Bound } from './bounds.ts';
import {
  atEnd,
  atStart,
  boundOf,
  compareBounds,
  earlierBound,
  hasCome,
  isRunning,
  laterBound,
  never,
  nothingErased,
  nothingKept,
  progressOf,
} from './bounds.ts';
import type { Item } from './items.ts';

/** How what is not known is taken: `longest` keeps as much as may be, `shortest` as little. */
export interface World {
  readonly kept: 'longest' | 'shortest';
  /** What may count covers a claim, or only what certainly does. */
  readonly mayGovern: boolean;
}

export interface Window {
  readonly keepThrough: Bound;
  readonly eraseBy: Bound;
}

/** What the rules come to under one claim. */
export interface ClaimWindow extends Window {
  /** Some rule about keeping or erasing covers it. */
  readonly isGoverned: boolean;
  /** The own day of an erasure has come, whatever keeps stand against it. */
  readonly isErasureDue: boolean;
}

/** What is to be done with a record in one world. */
export interface Answer extends Window {
  readonly state: Exclude<ScheduleState, 'undetermined'>;
  readonly claims: readonly ClaimWindow[];
}

/** The items of a record by claim. */
export type ByClaim = readonly (readonly Item[])[];

/** A hold stops every erasure but an absolute one. */
export function answerIn(world: World, claims: ByClaim, now: number): Answer {
  const answer = combined(world, claims, now, false);
  if (!claims.some((items) => items.some((item) => item.action === 'hold' && isIn(item, world, true)))) {
    return answer;
  }
  const absolute = combined(world, claims, now, true);
  if (absolute.state === 'must-erase' || absolute.state === 'overdue') return answer;
  const isErasureDue = answer.claims.some((claim) => claim.isErasureDue);
  return { ...answer, state: isErasureDue ? 'keep-restricted' : 'on-hold' };
}

/** Whether something counts in a world: keeps and holds where as much as may be is kept, erasures otherwise. */
export function isIn({ isCertain }: Item, { kept }: World, isKept: boolean): boolean {
  return isCertain || (kept === 'longest') === isKept;
}

export function isErasure({ action }: Item): boolean {
  return action === 'erase' || action === 'anonymise';
}

/** Claims combine to the latest last day of keeping and the earliest day of erasing. */
function combined(world: World, byClaim: ByClaim, now: number, isAbsolute: boolean): Answer {
  const claims = byClaim.map((items) => claimWindow(world, items, now, isAbsolute));
  let keepThrough = nothingKept;
  let eraseBy = nothingErased;
  for (const claim of claims) {
    if (!claim.isGoverned) continue;
    keepThrough = laterBound(keepThrough, claim.keepThrough);
    eraseBy = earlierBound(eraseBy, claim.eraseBy);
  }
  return { state: stateOf(claims, eraseBy, now), keepThrough, eraseBy, claims };
}

function stateOf(claims: readonly ClaimWindow[], eraseBy: Bound, now: number): Answer['state'] {
  const keeping = claims.filter((claim) => claim.isGoverned && isRunning(claim.keepThrough, now));
  const isTorn = keeping.some((keeper) =>
    claims.some((claim) => claim !== keeper && claim.isGoverned && hasCome(claim.eraseBy, now)),
  );
  if (isTorn) return 'conflict';
  if (keeping.length > 0) {
    return keeping.some(({ isErasureDue }) => isErasureDue) ? 'keep-restricted' : 'must-keep';
  }
  if (claims.length === 0 || claims.some(({ isGoverned }) => !isGoverned)) return 'ungoverned';
  const progress = progressOf(eraseBy, now);
  return progress === 'open' ? 'may-erase' : progress === 'due' ? 'must-erase' : 'overdue';
}

/** Law and what binds like it are one level, then each further authority is one. */
function levelOf({ part: { policy } }: Item): number {
  return policy.isBinding ? -1 : policy.rank;
}

function claimWindow(world: World, items: readonly Item[], now: number, isAbsolute: boolean): ClaimWindow {
  const { keeps, erasures } = boundsIn(world, items);
  const counted = isAbsolute ? erasures.filter(isAbsoluteBound) : erasures;
  return {
    ...windowOf(keeps, counted),
    isGoverned: items.some((item) => governs(item, world)),
    isErasureDue: counted.some((erasure) => hasCome(erasure, now)),
  };
}

function governs(item: Item, { mayGovern }: World): boolean {
  return (item.action === 'keep' || isErasure(item)) && (item.isCertain || mayGovern);
}

function isAbsoluteBound({ items: [item] }: Bound): boolean {
  return item?.rule.terms?.isAbsolute === true;
}

/** Each keep and erasure that is in, with its own day; what has no day, or nothing to keep, bounds nothing. */
function boundsIn(
  world: World,
  items: readonly Item[],
): { readonly keeps: readonly Bound[]; readonly erasures: readonly Bound[] } {
  const keeps: Bound[] = [];
  const erasures: Bound[] = [];
  for (const item of items) {
    const isKeep = item.action === 'keep';
    if ((!isKeep && !isErasure(item)) || !isIn(item, world, isKeep)) continue;
    const date = world.kept === 'longest' ? item.latest : item.earliest;
    if (isKeep && date > -never) keeps.push(boundOf(date, item));
    else if (!isKeep && date < never) erasures.push(boundOf(date, item));
  }
  return { keeps, erasures };
}

/**
 * From the highest authority down, each moves only inside the window that the higher ones left; at one level keeping
 * prevails, and an erasure that would fall inside a keep falls on the day after it.
 */
function windowOf(keeps: readonly Bound[], erasures: readonly Bound[]): Window {
  let keepThrough = nothingKept;
  let eraseBy = nothingErased;
  for (const level of levelsOf([...keeps, ...erasures])) {
    const ofLevel = (bound: Bound): boolean => levelAt(bound) === level;
    const keep = keeps.filter(ofLevel).reduce(laterBound, nothingKept);
    const erasure = erasures.filter(ofLevel).reduce(earlierBound, nothingErased);
    const dayBefore: Bound = { ...eraseBy, date: eraseBy.date - 1, items: keep.items };
    keepThrough = laterBound(keepThrough, compareBounds(keep, dayBefore, atEnd) <= 0 ? keep : dayBefore);
    const wanted = earlierBound(erasure, eraseBy);
    const dayAfter: Bound = { ...keepThrough, date: keepThrough.date + 1, items: wanted.items };
    if (keepThrough.date === never) eraseBy = nothingErased;
    else eraseBy = compareBounds(wanted, dayAfter, atStart) >= 0 ? wanted : dayAfter;
  }
  return { keepThrough, eraseBy };
}

function levelsOf(bounds: readonly Bound[]): readonly number[] {
  const levels = new Set(bounds.map(levelAt));
  return levels.size < 2 ? [...levels] : [...levels].sort((left, right) => left - right);
}

function levelAt({ items: [item] }: Bound): number {
  return item === undefined ? 0 : levelOf(item);
}
