import type { Reading } from './readings.ts';

/**
 * How facts stand in memory: numbers as themselves, booleans as 0 and 1, dates as days since 1970-01-01, times of day
 * as milliseconds, instants as milliseconds since 1970-01-01T00:00Z, steps of scales and weekdays by their position.
 * An absent number is `unknown`; `none` compares with nothing. Texts are themselves, `undefined` where they are
 * unknown, and `null` for none. Terms have their own module.
 */
export const unknown = Number.POSITIVE_INFINITY;
export const none = Number.NaN;

export const no = 0;
export const yes = 1;

/** Whether a number is known never to have been. */
export function isNone(value: number): boolean {
  return value !== value;
}

/** Whether something is none; an unknown value may be. */
export function mayBeNone(value: number, reading: Reading): boolean {
  return value !== value || (reading && value === unknown);
}

/** A yes-or-no fact as a condition; none is no. */
export function isYes(value: number, reading: Reading): boolean {
  return value === yes || (reading && value === unknown);
}

/** A value with a literal that stands in where it is absent. */
export function orElse<Value>(value: Value, absent: Value, fallback: Value): Value {
  return value === absent ? fallback : value;
}

/**
 * A number as one end of what it may be: the lowest that it certainly reaches, or the highest that it possibly does.
 * What is known is both.
 */
export function reach(value: number, reading: Reading): number {
  return value === unknown && !reading ? Number.NEGATIVE_INFINITY : value;
}

/** Whether two numbers are the same; both may be known only within bounds. */
export function isEqual(left: number, right: number, reading: Reading): boolean {
  if (left === unknown || right === unknown) return reading && left === left && right === right;
  return left === right;
}

/** Whether two texts are the same. */
export function isSame<Value>(
  left: Value | null | undefined,
  right: Value | null | undefined,
  reading: Reading,
): boolean {
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return reading;
  return left === right;
}

/** The later of two dates or instants; none is left out, and unknown stays unknown. */
export function laterOf(left: number, right: number): number {
  if (left === unknown || right === unknown) return unknown;
  if (isNone(left)) return right;
  return isNone(right) || left > right ? left : right;
}

/** The earlier of two dates or instants; none is left out, and unknown stays unknown. */
export function earlierOf(left: number, right: number): number {
  if (left === unknown || right === unknown) return unknown;
  if (isNone(left)) return right;
  return isNone(right) || left < right ? left : right;
}
