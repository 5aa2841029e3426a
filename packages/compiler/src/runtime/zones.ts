import { daysFromCivil, millisecondsPerDay } from './dates.ts';

/**
 * Local time from the platform's own time-zone data, without the Date object. An offset is asked for once per zone
 * and quarter of an hour: all offset changes since 1900 that platforms know fall on quarter hours of UTC or are
 * covered by asking again on both sides.
 */
interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}

const quarterHour = 900_000;
const cachedOffsets = 4096;
const clocks = new Map<string, ZoneClock | null>();

/** Whether the platform knows a time zone. */
export function isPlatformZone(zone: string): boolean {
  return clockOf(zone) !== null;
}

/** What to add to an instant to read local time off it, in milliseconds; undefined for a zone that is not known. */
export function zoneOffset(zone: string, instant: number): number | undefined {
  if (zone === 'UTC') return 0;
  const clock = clockOf(zone);
  if (clock === null) return undefined;
  const quarter = Math.floor(instant / quarterHour);
  const known = clock.offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = measureOffset(clock.format, quarter * quarterHour);
  if (measureOffset(clock.format, quarter * quarterHour + quarterHour - 1) !== offset) {
    return measureOffset(clock.format, instant);
  }
  if (clock.offsets.size >= cachedOffsets) clock.offsets.clear();
  clock.offsets.set(quarter, offset);
  return offset;
}

/** The date (days since 1970-01-01) in a zone at an instant. */
export function localDate(zone: string, instant: number): number | undefined {
  const offset = zoneOffset(zone, instant);
  return offset === undefined ? undefined : Math.floor((instant + offset) / millisecondsPerDay);
}

/** The time of day in a zone at an instant, in milliseconds since midnight. */
export function localTime(zone: string, instant: number): number | undefined {
  const offset = zoneOffset(zone, instant);
  if (offset === undefined) return undefined;
  const local = instant + offset;
  return local - Math.floor(local / millisecondsPerDay) * millisecondsPerDay;
}

/** The first instant of a date in a zone; where midnight is skipped, the first instant after the gap. */
export function startOfDay(zone: string, days: number): number | undefined {
  const midnight = days * millisecondsPerDay;
  const before = zoneOffset(zone, midnight - millisecondsPerDay);
  const after = zoneOffset(zone, midnight + millisecondsPerDay);
  if (before === undefined || after === undefined) return undefined;
  const candidates = [midnight - Math.max(before, after), midnight - Math.min(before, after)];
  for (const candidate of candidates) {
    if (localDate(zone, candidate) === days && localDate(zone, candidate - 1) !== days) return candidate;
  }
  return firstInstantOf(zone, days, midnight - 2 * millisecondsPerDay, midnight + 2 * millisecondsPerDay);
}

function firstInstantOf(zone: string, days: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((localDate(zone, middle) ?? 0) >= days) high = middle;
    else low = middle;
  }
  return high;
}

function clockOf(zone: string): ZoneClock | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = createClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function createClock(zone: string): ZoneClock | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, offsets: new Map() };
  } catch {
    return null;
  }
}

function measureOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const number = (name: string): number => Number(parts[name] ?? 0);
  const year = parts['era'] === 'BC' ? 1 - number('year') : number('year');
  const days = daysFromCivil(year, number('month'), number('day'));
  const seconds = (number('hour') * 60 + number('minute')) * 60 + number('second');
  const local = days * millisecondsPerDay + seconds * 1000;
  return local - Math.floor(instant / 1000) * 1000;
}
