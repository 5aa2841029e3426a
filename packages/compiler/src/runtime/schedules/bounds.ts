import type { Zone } from '../clock.ts';
import { today } from '../clock.ts';
import { formatDate } from '../dates.ts';
import { compareText } from '../texts.ts';
import { startOfDay } from '../zones.ts';
import type { Item } from './items.ts';

/** One end of a window: a last day where it was laid down, and what says so. Infinite where nothing bounds it. */
export interface Bound {
  readonly date: number;
  /** Left out where nothing was laid down. */
  readonly zone: Zone | undefined;
  readonly items: readonly Item[];
}

export const never = Number.POSITIVE_INFINITY;

/** Nothing has to be kept. */
export const nothingKept: Bound = { date: -never, zone: undefined, items: [] };
/** Nothing has to be erased. */
export const nothingErased: Bound = { date: never, zone: undefined, items: [] };

export function boundOf(date: number, item: Item): Bound {
  return { date, zone: item.part.policy.zone, items: [item] };
}

/** How far behind its date the turn of a bound lies: keeping ends with the day, erasing is due when it begins. */
export type Turn = typeof atEnd | typeof atStart;
export const atEnd = 1;
export const atStart = 0;

/** By day; the same day comes first where it turns first. */
export function compareBounds(one: Bound, other: Bound, turn: Turn): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  if (one.zone === other.zone || one.zone === undefined || other.zone === undefined) return 0;
  if (!Number.isFinite(one.date)) return 0;
  const start = ({ id }: Zone): number => startOfDay(id, one.date + turn) ?? 0;
  return Math.sign(start(one.zone) - start(other.zone));
}

/** The later of two ends of keeping. */
export function laterBound(one: Bound, other: Bound): Bound {
  const order = compareBounds(one, other, atEnd);
  return order === 0 ? both(one, other) : order > 0 ? one : other;
}

/** The earlier of two days by which something has to be done. */
export function earlierBound(one: Bound, other: Bound): Bound {
  const order = compareBounds(one, other, atStart);
  return order === 0 ? both(one, other) : order < 0 ? one : other;
}

function both(one: Bound, other: Bound): Bound {
  if (one.items.length === 0) return other;
  if (other.items.length === 0) return one;
  const isFirst = compareText(one.zone?.id ?? '', other.zone?.id ?? '') <= 0;
  const items = [...one.items, ...other.items.filter((item) => !one.items.includes(item))];
  return { date: one.date, zone: isFirst ? one.zone : other.zone, items };
}

function dayIn({ zone }: Bound, now: number): number {
  return today(zone, now);
}

/** Something is kept as long as its last day is not over. */
export function isRunning(bound: Bound, now: number): boolean {
  return Number.isFinite(bound.date) ? dayIn(bound, now) <= bound.date : bound.date > 0;
}

/** The day on which something has to be done has begun. */
export function hasCome(bound: Bound, now: number): boolean {
  return Number.isFinite(bound.date) ? dayIn(bound, now) >= bound.date : bound.date < 0;
}

export type Progress = 'open' | 'due' | 'overdue';

/** Open before a day, due on it, overdue after it. */
export function progressOf(bound: Bound, now: number): Progress {
  if (!Number.isFinite(bound.date)) return bound.date < 0 ? 'overdue' : 'open';
  const day = dayIn(bound, now);
  return day > bound.date ? 'overdue' : day === bound.date ? 'due' : 'open';
}

export function keptText({ date }: Bound): string | 'forever' | null {
  return date === never ? 'forever' : dayText({ date });
}

export function dayText({ date }: Pick<Bound, 'date'>): string | null {
  return Number.isFinite(date) ? formatDate(date) : null;
}

/** The ids of rules and exceptions, each once, sorted. */
export function idsOf(items: readonly Item[]): readonly string[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return Object.freeze([only.provision.id]);
  return Object.freeze([...new Set(items.map(({ provision }) => provision.id))].sort(compareText));
}
