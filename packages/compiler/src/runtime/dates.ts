/**
 * Calendar arithmetic on the proleptic Gregorian calendar, on plain numbers: a date is the count of days since
 * 1970-01-01, a time of day is milliseconds since midnight, an instant is milliseconds since 1970-01-01T00:00Z.
 */

export const millisecondsPerDay = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  /** From 1 to 31. */
  readonly day: number;
}

/** The count of days of a calendar date; months outside 1 to 12 roll over into other years. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const monthIndex = months - Math.floor(months / 12) * 12;
  // The year is taken to begin in March, so that the leap day is its last.
  const marchYear = Math.floor(months / 12) - (monthIndex < 2 ? 1 : 0);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((monthIndex + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of a count of days. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Moves a date by months, computed from the origin; a day that the month does not have becomes its last. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return daysFromCivil(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Completed years between two dates; 29 February has its anniversary on 1 March in common years. Negative before. */
export function completedYears(from: number, to: number): number {
  const start = civilFromDays(from);
  const end = civilFromDays(to);
  const reached = end.month > start.month || (end.month === start.month && end.day >= start.day);
  return end.year - start.year - (reached ? 0 : 1);
}

/** The first or last day of the week (from Monday), month, quarter or year that a date lies in. */
export function edgeOf(
  days: number,
  edge: 'start' | 'end',
  unit: 'week' | 'month' | 'quarter' | 'year',
): number {
  if (unit === 'week') return days - (weekdayOf(days) - 1) + (edge === 'end' ? 6 : 0);
  const { year, month } = civilFromDays(days);
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const firstMonth = month - ((month - 1) % length);
  return edge === 'start'
    ? daysFromCivil(year, firstMonth, 1)
    : daysFromCivil(year, firstMonth + length, 1) - 1;
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The count of days of `YYYY-MM-DD`, or undefined where there is no such date. Years run from 0001 to 9999. */
export function parseDate(text: string): number | undefined {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? daysFromCivil(year, month, day) : undefined;
}

export function formatDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

/** Milliseconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`, or undefined; 24:00 is not a time. */
export function parseTime(text: string): number | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number((match[4] ?? '').padEnd(3, '0'));
}

/** `HH:MM`, with seconds and milliseconds only where they are not zero. */
export function formatTime(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const text = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  const rest = milliseconds % 60_000;
  if (rest === 0) return text;
  const fraction = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
  return `${text}:${twoDigits(Math.floor(rest / 1000))}${fraction}`;
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** The instant of an RFC 3339 text (seconds may be left out), cut to milliseconds, or undefined. */
export function parseInstant(text: string): number | undefined {
  const match = instantPattern.exec(text);
  if (match === null) return undefined;
  const days = parseDate(match[1] ?? '');
  const time = parseTime((match[2] ?? '').slice(0, 'HH:MM:SS.mmm'.length));
  const [hours, minutes] = [Number(match[4] ?? 0), Number(match[5] ?? 0)];
  if (days === undefined || time === undefined || hours > 23 || minutes > 59) return undefined;
  const offset = (match[3] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return days * millisecondsPerDay + time - offset;
}

/** RFC 3339 in UTC, with milliseconds only where they are not zero. */
export function formatInstant(instant: number): string {
  const days = Math.floor(instant / millisecondsPerDay);
  const time = formatTime(instant - days * millisecondsPerDay);
  return `${formatDate(days)}T${time.length === 5 ? `${time}:00` : time}Z`;
}

/** A length of time as facts and answers write it. */
export interface DurationParts {
  readonly amount: number;
  readonly unit: 'months' | 'days' | 'milliseconds' | 'working-days';
}

const durationPattern =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,3}))?S)?)?$/;

/** Reads an ISO 8601 duration of one measure (months, days or exact time), or undefined: `P6Y`, `P30D`, `PT72H`. */
export function parseDuration(text: string): DurationParts | undefined {
  const match = durationPattern.exec(text);
  if (match === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const months = part(1) * 12 + part(2);
  const days = part(3) * 7 + part(4);
  const exact = (part(5) * 60 + part(6)) * 60_000 + part(7) * 1000 + Number((match[8] ?? '').padEnd(3, '0'));
  const measures = [months, days, exact].filter((amount) => amount !== 0).length;
  if (measures > 1 || ![months, days, exact].every(Number.isSafeInteger)) return undefined;
  if (exact !== 0) return { amount: exact, unit: 'milliseconds' };
  if (months !== 0) return { amount: months, unit: 'months' };
  return { amount: days, unit: text.includes('T') ? 'milliseconds' : /[YM]/.test(text) ? 'months' : 'days' };
}

/** Writes a duration in ISO 8601; working days, which ISO does not have, as `5 working days in US-federal`. */
export function formatDuration({
  amount,
  unit,
  calendar,
}: DurationParts & { readonly calendar?: string | { readonly name: string } }): string {
  if (unit === 'working-days') return workingDaysText(amount, calendar);
  if (unit === 'days') return `P${amount}D`;
  if (unit === 'months') return amount % 12 === 0 && amount !== 0 ? `P${amount / 12}Y` : `P${amount}M`;
  const hours = Math.floor(amount / 3_600_000);
  const minutes = Math.floor(amount / 60_000) % 60;
  const seconds = (amount % 60_000) / 1000;
  const text = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return `PT${text === '' ? '0S' : text}`;
}

function workingDaysText(amount: number, calendar: string | { readonly name: string } | undefined): string {
  const days = amount === 1 ? '1 working day' : `${amount} working days`;
  if (calendar === undefined) return days;
  return `${days} in ${typeof calendar === 'string' ? calendar : calendar.name}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
