import type { Bound } from './bounds.ts';
import { dueBy, keptThrough } from './bounds.ts';
import type { Item } from './items.ts';

/**
 * "Unknown: evaluated with unknown keeps and holds in and erases out, then the other way round, each once with only
 * certain and once with possible rules counting as governing."
 */
export interface World {
  /** `longest`: as much as may be is kept as long as may be; `shortest`: the other way round. */
  readonly kept: 'longest' | 'shortest';
  /** Which rules cover a claim, so that it is not ungoverned. */
  readonly governing: 'certain' | 'possible';
}

export const longest: World = { kept: 'longest', governing: 'possible' };
export const shortest: World = { kept: 'shortest', governing: 'possible' };

export const allWorlds: readonly World[] = [
  longest,
  shortest,
  { kept: 'longest', governing: 'certain' },
  { kept: 'shortest', governing: 'certain' },
];

/** The keeps that are in, each with its own last day. */
export function keepsIn({ kept }: World, items: readonly Item[]): readonly Bound[] {
  return items
    .filter(({ rule }) => rule.action === 'keep')
    .filter((item) => (kept === 'longest' ? isPossible(item) : isCertain(item)))
    .map((item) => keptThrough(lastDay(item, kept), item))
    .filter(({ date }) => date > Number.NEGATIVE_INFINITY);
}

/** The erasures that are in, each with its own last day; "anonymising satisfies erasing". */
export function erasuresIn({ kept }: World, items: readonly Item[]): readonly Bound[] {
  return items
    .filter(isErasure)
    .filter((item) => (kept === 'longest' ? isCertain(item) : isPossible(item)))
    .map((item) => dueBy(lastDay(item, kept), item))
    .filter(({ date }) => date < Number.POSITIVE_INFINITY);
}

export function isHeldIn({ kept }: World, items: readonly Item[]): boolean {
  const holds = items.filter(({ rule }) => rule.action === 'hold');
  return holds.some(kept === 'longest' ? isPossible : isCertain);
}

/** "`ungoverned`: a claim without any keep or erase rule." */
export function isGovernedIn({ governing }: World, items: readonly Item[]): boolean {
  return items
    .filter((item) => item.rule.action === 'keep' || isErasure(item))
    .some(governing === 'certain' ? isCertain : isPossible);
}

export function isErasure({ rule }: Item): boolean {
  return rule.action === 'erase' || rule.action === 'anonymise';
}

export function isCertain({ truth }: Item): boolean {
  return truth === 'true';
}

/** What certainly does not count is no item. */
export function isPossible({ truth }: Item): boolean {
  return truth !== 'false';
}

function lastDay({ last }: Item, kept: World['kept']): number {
  return kept === 'longest' ? last.latest : last.earliest;
}
