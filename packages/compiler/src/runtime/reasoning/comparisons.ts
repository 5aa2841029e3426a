import type { Truth } from '../decision.ts';
import type { Duration } from '../durations.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, open } from './judgment.ts';
import type { Content, Knowledge, Known } from './knowledge.ts';
import { asksOf, earliest, last, never } from './knowledge.ts';
import { firstFlip } from './movements.ts';
import type { Relation } from './nodes.ts';

/**
 * Two-sided tests of any kind: a comparison with none is false, even with an unknown on the other side; with an unknown
 * side it is unknown; else `test` tells.
 */
export function settle<Sides extends readonly Knowledge[]>(
  sides: Sides,
  test: (...known: { [Index in keyof Sides]: Known }) => Judgment,
): Judgment {
  const nones = sides.filter(({ kind }) => kind === 'none');
  if (nones.length > 0) return decided(false, last(nones));
  if (sides.some(({ kind }) => kind === 'unknown')) return open(sides.flatMap(asksOf), earliest(sides));
  // Neither none nor unknown: each side is known.
  return test(...(sides as unknown as { [Index in keyof Sides]: Known }));
}

export function relate(relation: Relation, left: Known, right: Known, now: number): Judgment {
  const until = untilFlip(left, right, now, (one, other) => orderOf(relation, one, other));
  const truth = truthOfRelation(relation, left.content, right.content);
  return truth === 'unknown' ? open([...left.asks, ...right.asks], until) : decided(truth === 'true', until);
}

/** Both ends are included. */
export function inRange(value: Known, low: Known, high: Known, now: number): Judgment {
  return and([relate('at-least', value, low, now), relate('at-most', value, high, now)]);
}

/** A window of times of day whose start is after its end crosses midnight. */
export function inWindow(value: Known, from: Known, through: Known, now: number): Judgment {
  const [low, high] = [boundsIn(from.content).low, boundsIn(through.content).low];
  const isInside = (time: number): boolean =>
    low <= high ? low <= time && time <= high : low <= time || time <= high;
  const stays = from.until === never && through.until === never;
  const until =
    value.movement !== undefined && stays
      ? firstFlip(value.movement, now, [low, high], isInside)
      : earliest([value, from, through]);
  return decided(isInside(boundsIn(value.content).low), until);
}

function truthOfRelation(relation: Relation, left: Content, right: Content): Truth {
  if (left.type === 'text' && right.type === 'text') return truthOf(left.value === right.value);
  if (left.type === 'zone' && right.type === 'zone') return truthOf(left.zone.id === right.zone.id);
  if (left.type === 'duration' && right.type === 'duration') {
    return orderOfDurations(relation, left.duration, right.duration);
  }
  return orderOf(relation, boundsIn(left), boundsIn(right));
}

/** Months and days do not compare, nor do working days of two calendars. */
function orderOfDurations(relation: Relation, left: Duration, right: Duration): Truth {
  if (left.unit !== right.unit || left.calendar !== right.calendar) return 'unknown';
  return orderOf(relation, point(left.amount), point(right.amount));
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function point(value: number): Bounds {
  return { low: value, high: value };
}

function boundsIn(content: Content): Bounds {
  return content.type === 'quantity' ? content : point(Number.NaN);
}

/** A comparison with what is known within bounds holds only if it holds for all that it may be. */
function orderOf(relation: Relation, left: Bounds, right: Bounds): Truth {
  switch (relation) {
    case 'equal':
      if (left.low === left.high && right.low === right.high) return truthOf(left.low === right.low);
      return left.high < right.low || left.low > right.high ? 'false' : 'unknown';
    case 'less':
      return left.high < right.low ? 'true' : left.low >= right.high ? 'false' : 'unknown';
    case 'at-most':
      return left.high <= right.low ? 'true' : left.low > right.high ? 'false' : 'unknown';
    case 'more':
      return orderOf('less', right, left);
    case 'at-least':
      return orderOf('at-most', right, left);
  }
}

function truthOf(isTrue: boolean): Truth {
  return isTrue ? 'true' : 'false';
}

/** Where one side moves with the time and the other stays, the result lasts until the one passes the other. */
function untilFlip(
  left: Known,
  right: Known,
  now: number,
  test: (left: Bounds, right: Bounds) => Truth,
): number {
  if (left.movement !== undefined && right.until === never) {
    const { low, high } = boundsIn(right.content);
    return firstFlip(left.movement, now, [low, high], (position) => test(point(position), { low, high }));
  }
  if (right.movement !== undefined && left.until === never) {
    return untilFlip(right, left, now, (one, other) => test(other, one));
  }
  return earliest([left, right]);
}
