import { addMonths, completedYears, edgeOf } from './dates.ts';
import type { Reading } from './readings.ts';

/**
 * How facts stand in memory: numbers as themselves, booleans as 0 and 1, dates as days since 1970-01-01, times of day
 * as milliseconds, instants as milliseconds since 1970-01-01T00:00Z, steps of scales and weekdays by their position.
 * What is unknown is greater than every number, and none compares with nothing, so that known numbers need no test.
 * Texts are themselves, `undefined` where they are unknown, and `null` for none. Terms have their own module.
 */
export const unknownNumber = Number.POSITIVE_INFINITY;
export const noneNumber = Number.NaN;

export const no = 0;
export const yes = 1;

/** Whether a number is known never to have been. */
export function isNone(value: number): boolean {
  return Number.isNaN(value);
}

/** Whether something is none; an unknown value may be. */
export function mayBeNone(value: number, reading: Reading): boolean {
  return Number.isNaN(value) || (reading && value === unknownNumber);
}

/** A yes-or-no fact as a condition; none is no. */
export function isYes(value: number, reading: Reading): boolean {
  return value === yes || (reading && value === unknownNumber);
}

/** A number with one that stands in where it is absent. */
export function orElse(value: number, fallback: number): number {
  return value === unknownNumber ? fallback : value;
}

/**
 * One end of what a number may be: the lowest that it certainly reaches, or the highest that it possibly does. What is
 * known is both.
 */
export function reach(value: number, reading: Reading): number {
  return value === unknownNumber && !reading ? Number.NEGATIVE_INFINITY : value;
}

/** Whether two numbers are the same. */
export function isEqual(left: number, right: number, reading: Reading): boolean {
  if (left === unknownNumber || right === unknownNumber)
    return reading && !Number.isNaN(left) && !Number.isNaN(right);
  return left === right;
}

/** Whether two texts are the same. */
export function isSame(
  left: string | null | undefined,
  right: string | null | undefined,
  reading: Reading,
): boolean {
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return reading;
  return left === right;
}

/** The later of two dates or instants; none is left out, and unknown stays unknown. */
export function laterOf(left: number, right: number): number {
  if (left === unknownNumber || right === unknownNumber) return unknownNumber;
  if (isNone(left)) return right;
  return isNone(right) || left > right ? left : right;
}

/** The earlier of two dates or instants; none is left out, and unknown stays unknown. */
export function earlierOf(left: number, right: number): number {
  if (left === unknownNumber || right === unknownNumber) return unknownNumber;
  if (isNone(left)) return right;
  return isNone(right) || left < right ? left : right;
}

/** A date moved by months; a day that the month does not have becomes its last. */
export function monthsAfter(date: number, months: number): number {
  return Number.isFinite(date) ? addMonths(date, months) : date;
}

/** Completed years between two dates. */
export function yearsBetween(from: number, to: number): number {
  if (isNone(from) || isNone(to)) return noneNumber;
  return from === unknownNumber || to === unknownNumber ? unknownNumber : completedYears(from, to);
}

/** The first or last day of the week, month, quarter or year that a date lies in. */
export function edge(
  date: number,
  which: 'start' | 'end',
  unit: 'week' | 'month' | 'quarter' | 'year',
): number {
  return Number.isFinite(date) ? edgeOf(date, which, unit) : date;
}

/** `x is known`: none is known, too. */
export function isKnown(value: number): boolean {
  return value !== unknownNumber;
}

/** `x is known`, for what is `undefined` where it is not. */
export function isKnownValue(value: unknown): boolean {
  return value !== undefined;
}

/** `x is none`, for what is `null` then. */
export function mayBeNoValue(value: unknown, reading: Reading): boolean {
  return value === null || (reading && value === undefined);
}

/** A value with one that stands in where it is absent. */
export function valueOrElse<Value>(value: Value | undefined, fallback: Value): Value {
  return value === undefined ? fallback : value;
}

/** A number that is known exactly where its ends meet. */
export function exactly(low: number, high: number): number {
  if (isNone(low) || isNone(high)) return noneNumber;
  return low === high ? low : unknownNumber;
}

/** Whether two numbers are the same of which only the least and the most that they may be are known. */
export function isEqualWithin(
  leftLow: number,
  leftHigh: number,
  rightLow: number,
  rightHigh: number,
  reading: Reading,
): boolean {
  if (reading) return leftLow <= rightHigh && rightLow <= leftHigh;
  return leftLow === leftHigh && rightLow === rightHigh && leftLow === rightLow;
}

/** Whether a value lies between two others, both included. */
export function isBetween(value: number, low: number, high: number, reading: Reading): boolean {
  if (isNone(value) || isNone(low) || isNone(high)) return false;
  if (value === unknownNumber || low === unknownNumber || high === unknownNumber) return reading;
  return low <= value && value <= high;
}

/** The same where only the least and the most that each of the three may be are known. */
export function isBetweenWithin(
  least: number,
  most: number,
  leastLow: number,
  mostLow: number,
  leastHigh: number,
  mostHigh: number,
  reading: Reading,
): boolean {
  if (isNone(least) || isNone(leastLow) || isNone(leastHigh)) return false;
  if (isAnyNumber(least, most) || isAnyNumber(leastLow, mostLow) || isAnyNumber(leastHigh, mostHigh))
    return reading;
  return reading ? most >= leastLow && least <= mostHigh : least >= mostLow && most <= leastHigh;
}

function isAnyNumber(least: number, most: number): boolean {
  return least === Number.NEGATIVE_INFINITY && most === unknownNumber;
}

/** Whether a time of day lies in a window, which crosses midnight where its start is after its end. */
export function isInWindow(time: number, start: number, end: number, reading: Reading): boolean {
  if (isNone(time) || isNone(start) || isNone(end)) return false;
  if (time === unknownNumber || start === unknownNumber || end === unknownNumber) return reading;
  return start <= end ? start <= time && time <= end : start <= time || time <= end;
}

/** Whether a date lies in a period: `from` included, `until` excluded. */
export function isInForceOn(
  date: number,
  reading: Reading,
  from = Number.NEGATIVE_INFINITY,
  until = unknownNumber,
): boolean {
  return date === unknownNumber ? reading : date >= from && date < until;
}
