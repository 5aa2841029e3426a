import {
  localDate,
  localTime,
  millisecondsPerDay,
  nextDateChange,
  nextOffsetChange,
  parseDate,
  startOfDay,
  weekdayOf,
  zoneOffset,
} from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import type { Known, Movement } from './knowledge.ts';
import { knownQuantity, never } from './knowledge.ts';

/** "Each decision carries `validUntil`, the first later instant at which a date, time or in-force test could change." */

/** The first and the last day that can be written as `YYYY-MM-DD`. */
export const firstDate = parseDate('0001-01-01') ?? 0;
export const lastDate = parseDate('9999-12-31') ?? 0;
export const firstInstant = firstDate * millisecondsPerDay;
/** The end of the year 9999, the last that can be written as RFC 3339. */
export const lastInstant = (lastDate + 1) * millisecondsPerDay - 1;

/** A quantity as it is now, which moves on with the time. */
export function moving(movement: Movement, now: number): Known {
  const value = positionAt(movement, now);
  const isSame = (position: number): boolean => position === value;
  return knownQuantity(value, { movement, until: firstFlip(movement, now, [value], isSame) });
}

/** The first instant after `now` at which `test` gives something else; it may change only at or past a boundary. */
export function firstFlip(
  movement: Movement,
  now: number,
  boundaries: readonly number[],
  test: (position: number) => unknown,
): number {
  const before = test(positionAt(movement, now));
  const instants = boundaries.flatMap((boundary) => passings(movement, boundary, now));
  return firstDifference(now, instants, (instant) => test(positionAt(movement, instant)) !== before);
}

/** The earliest of the instants after `now` at which something is different. */
export function firstDifference(
  now: number,
  instants: readonly number[],
  isDifferent: (instant: number) => boolean,
): number {
  const later = instants.filter((instant) => instant > now).sort((left, right) => left - right);
  return later.find(isDifferent) ?? never;
}

/** What a movement has come to at an instant. */
function positionAt(movement: Movement, instant: number): number {
  switch (movement.kind) {
    case 'by-instant':
      return movement.at(instant);
    case 'by-date':
      return movement.on(dateIn(movement.zone, instant));
    case 'time-of-day': {
      const time = localTime(movement.zone, instant);
      invariant(time !== undefined, `the platform knows the zone ${movement.zone}`);
      return time;
    }
    case 'weekday':
      return weekdayOf(dateIn(movement.zone, instant));
  }
}

/** The date in a zone that the platform knows. */
export function dateIn(zone: string, instant: number): number {
  const date = localDate(zone, instant);
  invariant(date !== undefined, `the platform knows the zone ${zone}`);
  return date;
}

/** The instants at which a date begins, for dates that a test looks at; and the next change of the date. */
export function dateChanges(zone: string, dates: readonly number[], now: number): readonly number[] {
  const starts = dates.map((date) => startOfDay(zone, date) ?? never);
  // Where clocks go back across midnight, a date begins twice.
  return [...starts, nextDateChange(zone, now) ?? never];
}

/** The later instants at which a movement may reach a boundary or leave it behind. */
function passings(movement: Movement, boundary: number, now: number): readonly number[] {
  switch (movement.kind) {
    case 'by-instant': {
      const { at } = movement;
      const reached = firstWhere(now, lastInstant, (instant) => at(instant) >= boundary);
      return [reached, firstWhere(now, lastInstant, (instant) => at(instant) > boundary)];
    }
    case 'by-date': {
      const { zone, on } = movement;
      const today = dateIn(zone, now);
      const reached = firstWhere(today, lastDate, (date) => on(date) >= boundary);
      const left = firstWhere(today, lastDate, (date) => on(date) > boundary);
      return dateChanges(zone, [reached, left].filter(Number.isFinite), now);
    }
    case 'time-of-day':
      return timePassings(movement.zone, boundary, now);
    case 'weekday':
      return nextDays(movement.zone, now, 8);
  }
}

/** The first number after `low` that meets a condition which, once met, stays met; found by halving. */
function firstWhere(low: number, high: number, meets: (candidate: number) => boolean): number {
  if (low >= high || !meets(high)) return never;
  let before = low;
  let met = high;
  while (met - before > 1) {
    const middle = Math.floor((before + met) / 2);
    if (meets(middle)) met = middle;
    else before = middle;
  }
  return met;
}

/** Over three days every time of day comes at least once, even where clocks change. */
function timePassings(zone: string, boundary: number, now: number): readonly number[] {
  const instants: number[] = [];
  const end = now + 3 * millisecondsPerDay;
  for (let from = now; from <= end; ) {
    const change = nextOffsetChange(zone, from, end) ?? end + 1;
    const offset = zoneOffset(zone, from) ?? 0;
    for (let day = dateIn(zone, from); day <= Math.floor((change + offset) / millisecondsPerDay); day += 1) {
      for (const time of [0, boundary, boundary + 1]) instants.push(day * millisecondsPerDay + time - offset);
    }
    instants.push(change);
    from = change;
  }
  return instants;
}

function nextDays(zone: string, now: number, count: number): readonly number[] {
  const starts: number[] = [];
  for (let from = now; starts.length < count; ) {
    from = nextDateChange(zone, from) ?? never;
    starts.push(from);
  }
  return starts;
}
