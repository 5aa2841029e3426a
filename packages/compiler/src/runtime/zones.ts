import { daysFromCivil, millisecondsPerDay } from './dates.ts';

/**
 * Local time from the platform's own time-zone data, without the Date object. The platform is asked once per zone and
 * stretch of three days: no two offset changes of any zone in the time zone database are closer than that, so that a
 * stretch holds at most one change, which is found by halving.
 */
interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly stretches: Map<number, Stretch>;
}

/** `before` counts up to the change, `after` from it on; without a change both are the same. */
interface Stretch {
  readonly change: number;
  readonly before: number;
  readonly after: number;
}

const stretchLength = 3 * millisecondsPerDay;
const cachedStretches = 4096;
const cachedClocks = 1024;
const clocks = new Map<string, ZoneClock>();

/** Whether the platform knows a time zone. */
export function isPlatformZone(zone: string): boolean {
  return clockOf(zone) !== undefined;
}

/** What to add to an instant to read local time off it, in milliseconds; undefined for a zone that is not known. */
export function zoneOffset(zone: string, instant: number): number | undefined {
  if (zone === 'UTC') return 0;
  const clock = clockOf(zone);
  if (clock === undefined) return undefined;
  const index = Math.floor(instant / stretchLength);
  const { change, before, after } = clock.stretches.get(index) ?? measureStretch(clock, index);
  return instant < change ? before : after;
}

/** The instants between which an offset holds for certain; the second is excluded. */
export interface OffsetSpan {
  from: number;
  until: number;
  offset: number;
}

/** Fills in an offset of a zone that the platform knows, with a span around an instant in which it holds. */
export function fillOffsetSpan(zone: string, instant: number, span: OffsetSpan): void {
  const index = Math.floor(instant / stretchLength);
  span.from = index * stretchLength;
  span.until = span.from + stretchLength;
  const clock = zone === 'UTC' ? undefined : clockOf(zone);
  if (clock === undefined) {
    span.offset = zone === 'UTC' ? 0 : Number.NaN;
    return;
  }
  const { change, before, after } = clock.stretches.get(index) ?? measureStretch(clock, index);
  const isBefore = instant < change;
  span.offset = isBefore ? before : after;
  if (before === after) return;
  if (isBefore) span.until = change;
  else span.from = change;
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

/**
 * The first later instant at which the date in a zone is another one: the next midnight, or the instant at which
 * clocks go back across midnight. Undefined for a zone that is not known.
 */
export function nextDateChange(zone: string, instant: number): number | undefined {
  const today = localDate(zone, instant);
  if (today === undefined) return undefined;
  for (let from = instant; ; ) {
    const midnight = (today + 1) * millisecondsPerDay - (zoneOffset(zone, from) ?? 0);
    const change = nextOffsetChange(zone, from, midnight);
    if (change === undefined) return midnight;
    if (localDate(zone, change) !== today) return change;
    from = change;
  }
}

/** The first offset change after an instant and not after `end`; undefined: none, or a zone that is not known. */
export function nextOffsetChange(zone: string, instant: number, end: number): number | undefined {
  const clock = zone === 'UTC' ? undefined : clockOf(zone);
  if (clock === undefined) return undefined;
  const last = Math.floor(end / stretchLength);
  for (let index = Math.floor(instant / stretchLength); index <= last; index += 1) {
    const { change, before, after } = clock.stretches.get(index) ?? measureStretch(clock, index);
    if (before !== after && change > instant && change <= end) return change;
  }
  return undefined;
}

function clockOf(zone: string): ZoneClock | undefined {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = createClock(zone);
  if (clock === undefined) return undefined;
  if (clocks.size >= cachedClocks) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

function createClock(zone: string): ZoneClock | undefined {
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
    return { format, stretches: new Map() };
  } catch {
    return undefined;
  }
}

function measureStretch(clock: ZoneClock, index: number): Stretch {
  let low = index * stretchLength;
  let high = low + stretchLength;
  const before = measureOffset(clock.format, low);
  const after = measureOffset(clock.format, high);
  // Offsets are whole seconds, and so are the instants at which they change.
  while (before !== after && high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (measureOffset(clock.format, middle) === before) low = middle;
    else high = middle;
  }
  const stretch = { change: high, before, after };
  if (clock.stretches.size >= cachedStretches) clock.stretches.clear();
  clock.stretches.set(index, stretch);
  return stretch;
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
