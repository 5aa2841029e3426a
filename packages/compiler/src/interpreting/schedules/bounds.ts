import { startOfDay } from '../../runtime/index.ts';
import { compareText, invariant } from '../../support/index.ts';
import type { Item } from './items.ts';

/**
 * One end of a window: a last day where it was laid down, and the items that say so. Infinite where nothing bounds the
 * window there; minus infinite for what may be due already.
 */
export interface Bound {
  readonly date: number;
  /** Where the day is meant. */
  readonly zone: string;
  /** The instant at which keeping ends, or at which erasing is due. */
  readonly turn: number;
  readonly items: readonly Item[];
}

/** Nothing has to be kept. */
export const nothingKept: Bound = unbounded(Number.NEGATIVE_INFINITY);

/** Nothing has to be erased. */
export const nothingErased: Bound = unbounded(Number.POSITIVE_INFINITY);

function unbounded(date: number): Bound {
  return { date, zone: '', turn: date, items: [] };
}

/** Something has to be kept through a day: keeping ends when the day does. */
export function keptThrough(date: number, item: Item): Bound {
  const { zone } = item.policy;
  return { date, zone, turn: startOf(zone, date + 1), items: [item] };
}

/** Something has to be done by a day: it is due when the day begins. */
export function dueBy(date: number, item: Item): Bound {
  const { zone } = item.policy;
  return { date, zone, turn: startOf(zone, date), items: [item] };
}

function startOf(zone: string, date: number): number {
  if (!Number.isFinite(date)) return date;
  const start = startOfDay(zone, date);
  invariant(start !== undefined, `the platform knows the zone ${zone}`);
  return start;
}

export function latestBound(bounds: readonly Bound[]): Bound {
  return bounds.reduce(later, nothingKept);
}

export function earliestBound(bounds: readonly Bound[]): Bound {
  return bounds.reduce(earlier, nothingErased);
}

export function later(one: Bound, other: Bound): Bound {
  const order = compareBounds(one, other);
  return order === 0 ? both(one, other) : order > 0 ? one : other;
}

export function earlier(one: Bound, other: Bound): Bound {
  const order = compareBounds(one, other);
  return order === 0 ? both(one, other) : order < 0 ? one : other;
}

/** By day; the same day comes first where it begins first. */
export function compareBounds(one: Bound, other: Bound): number {
  return Math.sign(difference(one.date, other.date)) || Math.sign(difference(one.turn, other.turn));
}

function difference(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

function both(one: Bound, other: Bound): Bound {
  const [zone = ''] = [one.zone, other.zone].filter((name) => name !== '').sort(compareText);
  return { ...one, zone, items: [...new Set([...one.items, ...other.items])] };
}

/** What day it is where. */
export type Today = (zone: string) => number;

/** A keep runs as long as its last day is not over. */
export function isRunning({ date, zone }: Bound, today: Today): boolean {
  return Number.isFinite(date) ? today(zone) <= date : date > 0;
}

/** The day on which something has to be done has begun. */
export function hasCome({ date, zone }: Bound, today: Today): boolean {
  return Number.isFinite(date) ? today(zone) >= date : date < 0;
}

/** It has ended. */
function isOver({ date, zone }: Bound, today: Today): boolean {
  return Number.isFinite(date) ? today(zone) > date : date < 0;
}

/** What has to be done by a day is open before it, due on it, and overdue after it. */
export function progressOf(bound: Bound, today: Today): 'open' | 'due' | 'overdue' {
  if (isOver(bound, today)) return 'overdue';
  return hasCome(bound, today) ? 'due' : 'open';
}
