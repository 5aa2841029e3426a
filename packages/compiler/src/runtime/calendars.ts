import { parseDate, weekdayOf } from './dates.ts';
import type { Reading } from './readings.ts';
import { isNone, unknownNumber } from './values.ts';

/** The holidays and weekends of a place, from its first day until the one after its last. */
export interface Calendar {
  readonly name: string;
  readonly title: string;
  /** Days since 1970-01-01; outside of what is covered nothing is known. */
  readonly from: number;
  readonly until: number;
  /** From 1 for Monday to 7. */
  readonly weekend: readonly number[];
  /** Sorted. */
  readonly days: readonly number[];
  /** What the days are, looked up by their position; worked out when it is first asked for. */
  index: DayIndex | undefined;
}

interface DayIndex {
  /** By day since `from`: 1 for a holiday. */
  readonly holidays: Uint8Array;
  /** By day since `from`, and for the day after the last: the working days before it. */
  readonly ranks: Int32Array;
  /** All working days, sorted. */
  readonly workingDays: Int32Array;
}

/** A calendar where one stands in facts or tables: undefined where it is unknown, null where it is none. */
export type CalendarFact = Calendar | null | undefined;

/** A calendar of days written as `2026-12-25`; it covers its first and its last day. */
export function calendar(options: {
  readonly name: string;
  readonly title?: string;
  readonly covers: readonly [first: string, last: string];
  readonly weekend: readonly number[];
  readonly days: readonly string[];
}): Calendar {
  const { name, title = name, covers, weekend } = options;
  const [from, last] = covers.map(dayOf);
  const days = options.days.map(dayOf);
  return { name, title, from: from ?? 0, until: (last ?? -1) + 1, weekend, days, index: undefined };
}

/** The compiler writes no day that does not exist. */
function dayOf(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

/** Whether a day is one of those that the calendar names; unknown outside of what it covers. */
export function isHoliday(within: CalendarFact, day: number, reading: Reading): boolean {
  if (within === null || isNone(day)) return false;
  if (within === undefined || !covers(within, day)) return reading;
  return indexOf(within).holidays[day - within.from] === 1;
}

/** Whether a day is neither at the weekend nor a holiday; unknown outside of what the calendar covers. */
export function isWorkingDay(within: CalendarFact, day: number, reading: Reading): boolean {
  if (within === null || isNone(day)) return false;
  if (within === undefined || !covers(within, day)) return reading;
  const { ranks } = indexOf(within);
  const at = day - within.from;
  return ranks[at] !== ranks[at + 1];
}

/** What is not known lies beyond every calendar. */
export function covers({ from, until }: Calendar, day: number): boolean {
  return day >= from && day < until;
}

/**
 * The working day that comes so many after a date (before, where the amount is negative), which does not count itself.
 * Unknown where that is beyond what the calendar covers.
 */
export function moveByWorkingDays(within: CalendarFact, date: number, amount: number): number {
  if (isNone(date) || within === null) return Number.NaN;
  if (date === unknownNumber || within === undefined) return unknownNumber;
  if (amount === 0) return date;
  const { from, until } = within;
  const start = amount > 0 ? date + 1 : date;
  if (start < from || start > until) return unknownNumber;
  const { ranks, workingDays } = indexOf(within);
  const rank = ranks[start - from] ?? 0;
  return workingDays[amount > 0 ? rank + amount - 1 : rank + amount] ?? unknownNumber;
}

function indexOf(within: Calendar): DayIndex {
  within.index ??= createIndex(within);
  return within.index;
}

function createIndex({ from, until, weekend, days }: Calendar): DayIndex {
  const size = Math.max(0, until - from);
  const holidays = new Uint8Array(size);
  for (const day of days) holidays[day - from] = 1;
  const ranks = new Int32Array(size + 1);
  const workingDays: number[] = [];
  for (let at = 0; at < size; at += 1) {
    if (holidays[at] === 0 && !weekend.includes(weekdayOf(from + at))) workingDays.push(from + at);
    ranks[at + 1] = workingDays.length;
  }
  return { holidays, ranks, workingDays: Int32Array.from(workingDays) };
}

/** The day itself where it is a working day, else the next one; unknown beyond what the calendar covers. */
export function nextWorkingDay(within: Calendar, day: number): number {
  if (!covers(within, day)) return unknownNumber;
  const { ranks, workingDays } = indexOf(within);
  return workingDays[ranks[day - within.from] ?? 0] ?? unknownNumber;
}
