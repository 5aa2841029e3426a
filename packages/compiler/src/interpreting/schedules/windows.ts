import type { Authority } from '../../logic/index.ts';
import type { Bound } from './bounds.ts';
import {
  compareBounds,
  earlier,
  earliestBound,
  later,
  latestBound,
  nothingErased,
  nothingKept,
} from './bounds.ts';

/** Until when a record has to be kept, and by when it has to be gone. The second is always after the first. */
export interface Window {
  readonly keepThrough: Bound;
  readonly eraseBy: Bound;
}

/**
 * "From the highest authority down (law and sector are one level), starting with the window [never, forever], with K
 * the latest keep and E the earliest erase of the level."
 */
export function windowOf(keeps: readonly Bound[], erasures: readonly Bound[]): Window {
  const levels = [...new Set([...keeps, ...erasures].map(levelOf))].sort((left, right) => left - right);
  let window: Window = { keepThrough: nothingKept, eraseBy: nothingErased };
  for (const level of levels) {
    const latestKeep = latestBound(keeps.filter((keep) => levelOf(keep) === level));
    const earliestErasure = earliestBound(erasures.filter((erasure) => levelOf(erasure) === level));
    window = narrowed(window, latestKeep, earliestErasure);
  }
  return window;
}

/**
 * "keepThrough := max(keepThrough, min(K, eraseBy - 1 day)), then eraseBy := max(keepThrough + 1 day, min(E, eraseBy)).
 * A lower authority moves only inside the window that the higher ones left, and at one level keeping prevails."
 */
function narrowed({ keepThrough, eraseBy }: Window, keep: Bound, erasure: Bound): Window {
  const kept = later(keepThrough, cutBefore(keep, eraseBy));
  return { keepThrough: kept, eraseBy: putAfter(earlier(erasure, eraseBy), kept) };
}

/** A keep that would run into an erasure ends on the day before it, where that begins. */
function cutBefore(keep: Bound, eraseBy: Bound): Bound {
  const dayBefore = { ...eraseBy, date: eraseBy.date - 1, items: keep.items };
  return compareBounds(keep, dayBefore) <= 0 ? keep : dayBefore;
}

/** "An erase that would fall inside a keep falls on the day after it"; after for ever comes nothing. */
function putAfter(erasure: Bound, keepThrough: Bound): Bound {
  if (keepThrough.date === Number.POSITIVE_INFINITY) return nothingErased;
  const dayAfter = { ...keepThrough, date: keepThrough.date + 1, items: erasure.items };
  return compareBounds(erasure, dayAfter) >= 0 ? erasure : dayAfter;
}

/** 0 for the binding authorities together, then each further one by itself. */
function levelOf({ items }: Bound): number {
  const authority: Authority | undefined = items[0]?.policy.authority;
  return authority === undefined || authority.binding ? 0 : authority.rank + 1;
}
