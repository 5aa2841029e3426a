import type { Calendar } from './calendars.ts';
import { moveByWorkingDays } from './calendars.ts';
import type { DurationParts } from './dates.ts';
import { addMonths, parseDuration } from './dates.ts';
import type { Reading } from './readings.ts';
import { isNone, noneNumber, unknownNumber } from './values.ts';

/** A length of time; working days are those of a calendar. */
export interface Duration extends DurationParts {
  readonly calendar?: Calendar;
}

/** A length of time in facts: undefined where it is unknown, null where it is none. */
export type DurationFact = Duration | null | undefined;

const known = new Map<string, DurationParts | undefined>();
const rememberedDurations = 1024;

/** The duration of an ISO 8601 text; the same object for the same text while it is remembered. */
export function findDuration(text: string): DurationParts | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= rememberedDurations) known.clear();
  const parts = parseDuration(text);
  known.set(text, parts);
  return parts;
}

export function duration(amount: number, unit: DurationParts['unit']): Duration {
  return { amount, unit };
}

export function workingDays(amount: number, calendar: Calendar): Duration {
  return { amount, unit: 'working-days', calendar };
}

/** Days and longer move dates, hours and shorter move instants; what does not fit leads to nothing that is known. */
export function offsetBy(
  origin: number,
  length: DurationFact,
  direction: 'after' | 'before',
  kind: 'date' | 'instant',
): number {
  if (isNone(origin) || length === null) return noneNumber;
  if (origin === unknownNumber || length === undefined) return unknownNumber;
  const amount = direction === 'after' ? length.amount : -length.amount;
  switch (length.unit) {
    case 'months':
      return kind === 'date' ? addMonths(origin, amount) : unknownNumber;
    case 'days':
      return kind === 'date' ? origin + amount : unknownNumber;
    case 'milliseconds':
      return kind === 'instant' ? origin + amount : unknownNumber;
    case 'working-days':
      return kind === 'date' ? moveByWorkingDays(length.calendar, origin, amount) : unknownNumber;
  }
}

/** Lengths of time compare where they count in the same unit; working days, where they are those of one calendar. */
export function compareDurations(
  left: DurationFact,
  relation: 'equal' | 'less' | 'at-most' | 'more' | 'at-least',
  right: DurationFact,
  reading: Reading,
): boolean {
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return reading;
  if (left.unit !== right.unit || left.calendar !== right.calendar) return reading;
  switch (relation) {
    case 'equal':
      return left.amount === right.amount;
    case 'less':
      return left.amount < right.amount;
    case 'at-most':
      return left.amount <= right.amount;
    case 'more':
      return left.amount > right.amount;
    case 'at-least':
      return left.amount >= right.amount;
  }
}
