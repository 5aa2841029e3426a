import { fieldAt } from '../../analysis/index.ts';
import type { FactsValue, Program } from '../../logic/index.ts';
import {
  addMonths,
  isPlatformZone,
  localDate,
  localTime,
  millisecondsPerDay,
  parseDate,
  parseInstant,
  startOfDay,
} from '../../runtime/index.ts';
import type { Case } from './case.ts';
import { factAt, isList, isRecord, subjectOf } from './case.ts';
import type { Hints } from './hints.ts';

const minute = 60_000;

/** Other moments at which a case may be decided otherwise: the edges of periods, windows and days. */
export function otherMoments(hints: Hints, { facts, now }: Case, zone: string): readonly number[] {
  if (!hints.readsTime) return [];
  const zones = [...new Set([zone, ...hints.zones, ...zonesIn(facts)])].slice(0, mostZones);
  const moments = [
    ...zones.flatMap((each) => timesOfDay(hints, now, each)),
    ...(hints.asksWeekday ? [1, 2, 3, 4, 5, 6].map((days) => now + days * millisecondsPerDay) : []),
    ...hints.dates.flatMap((date) => [-1, 0, 1].map((days) => momentOn(date + days, now, zone))),
    ...hints.instants.flatMap((instant) => [instant - minute, instant, instant + minute]),
  ];
  return [...new Set(moments)].filter((moment) => moment !== now);
}

const mostZones = 3;

/** Everything that could be a time zone. */
function zonesIn(value: FactsValue | undefined): readonly string[] {
  if (typeof value === 'string') return value.includes('/') && isPlatformZone(value) ? [value] : [];
  if (isList(value)) return value.flatMap(zonesIn);
  return isRecord(value) ? Object.values(value).flatMap(zonesIn) : [];
}

function timesOfDay({ times }: Hints, now: number, zone: string): readonly number[] {
  const date = localDate(zone, now);
  const start = date === undefined ? undefined : startOfDay(zone, date);
  if (start === undefined) return [];
  return times.flatMap((time) => [-minute, 0, minute].map((offset) => start + time + offset));
}

/** The same time of day on another day. */
function momentOn(date: number, now: number, zone: string): number {
  const start = startOfDay(zone, date) ?? date * millisecondsPerDay;
  return start + (localTime(zone, now) ?? 0);
}

/** Days worth trying for a fact: today and other days of the case, and what lies a stated length of time from them. */
export function daysNear(hints: Hints, days: readonly number[]): readonly number[] {
  const found = days.flatMap((day) => [
    day,
    ...hints.durations.flatMap(({ amount, unit }) =>
      unit === 'months' ? [addMonths(day, amount), addMonths(day, -amount)] : [],
    ),
    ...hints.durations.flatMap(({ amount, unit }) => (unit === 'days' ? [day + amount, day - amount] : [])),
    ...hints.numbers.flatMap((years) => (isAge(years) ? [addMonths(day, -12 * years)] : [])),
  ]);
  return [...new Set(found.flatMap((day) => [day - 1, day, day + 1]))];
}

function isAge(years: number): boolean {
  return Number.isInteger(years) && years >= 1 && years <= 120;
}

/** Moments worth trying for a fact: now, and what lies a stated length of time from it. */
export function momentsNear(hints: Hints, now: number, zone: string): readonly number[] {
  const today = localDate(zone, now) ?? Math.floor(now / millisecondsPerDay);
  const shifts = hints.durations.flatMap(({ amount, unit }) => {
    if (unit === 'milliseconds') return [amount, -amount];
    if (unit === 'days') return [amount * millisecondsPerDay, -amount * millisecondsPerDay];
    if (unit === 'months') {
      return [amount, -amount].map((months) => (addMonths(today, months) - today) * millisecondsPerDay);
    }
    return [];
  });
  return [
    ...new Set([0, ...shifts].flatMap((shift) => [-minute, 0, minute].map((step) => now + shift + step))),
  ];
}

/** Today, and the days that the case states. */
export function daysOfCase(program: Program, hints: Hints, tested: Case, zone: string): readonly number[] {
  const { facts, now } = tested;
  const subject = subjectOf(tested, program);
  const today = localDate(zone, now) ?? Math.floor(now / millisecondsPerDay);
  const stated = hints.paths.flatMap((path) => {
    if (path.includes('[]') || subject === undefined) return [];
    const type = fieldAt(program, subject, path)?.type.kind;
    const value = factAt(facts, path.split('.'));
    if (typeof value !== 'string' || (type !== 'date' && type !== 'instant')) return [];
    const instant = type === 'instant' ? parseInstant(value) : undefined;
    return (type === 'date' ? parseDate(value) : instant && localDate(zone, instant)) ?? [];
  });
  return [...new Set([today, ...stated])].slice(0, mostDays);
}

const mostDays = 4;
