import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatInstant,
  formatTime,
  isPlatformZone,
  localDate,
  localTime,
  millisecondsPerDay,
  nextDateChange,
  nextOffsetChange,
  parseDate,
  parseInstant,
  startOfDay,
  weekdayOf,
  zoneOffset,
} from '../../../packages/compiler/src/runtime/index.ts';

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const recent = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });

/** Clocks that do what few do: half hours, midnight changes, skipped days, months without summer time. */
const strangeZones = fc.constantFrom(
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kwajalein',
  'Europe/Dublin',
  'Europe/Amsterdam',
  'Antarctica/Troll',
);

describe('local time', () => {
  it('is what the platform says, in every zone, from 1900 to 2100', () => {
    fc.assert(
      fc.property(zones, recent, (zone, instant) => {
        expect(clock(zone, instant)).toBe(platformClock(zone, instant));
      }),
      { numRuns: 3000 },
    );
  });

  it('is what the platform says around every change of strange clocks', () => {
    const offsets = fc.constantFrom(-1, 0, 1, 999, 60_000, -60_000, 3_600_000, -3_600_000);
    fc.assert(
      fc.property(strangeZones, recent, offsets, (zone, start, offset) => {
        const change = nextOffsetChange(zone, start, start + 200 * millisecondsPerDay);
        const instant = (change ?? start) + offset;
        expect(clock(zone, instant)).toBe(platformClock(zone, instant));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Europe/London', '2026-03-29T00:59:59.999Z', '2026-03-29 00:59:59.999'],
    ['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29 02:00'],
    ['Europe/London', '2026-10-25T00:59:00Z', '2026-10-25 01:59'],
    ['Europe/London', '2026-10-25T01:00:00Z', '2026-10-25 01:00'],
    ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-08 01:59'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08 03:00'],
    ['Asia/Kathmandu', '1985-12-31T18:29:00Z', '1985-12-31 23:59'],
    ['Asia/Kathmandu', '1985-12-31T18:30:00Z', '1986-01-01 00:15'],
    ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29 23:59'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 00:00'],
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31 23:59:59.999'],
    ['Etc/GMT+5', '2026-01-01T00:00:00Z', '2025-12-31 19:00'],
  ])('in %s at %s is %s', (zone, instant, expected) => {
    expect(clock(zone, at(instant))).toBe(expected);
  });

  it('goes on before the year 1', () => {
    expect(clock('UTC', at('0001-01-01T00:00:00Z') - 1)).toBe('0000-12-31 23:59:59.999');
    expect(zoneOffset('Europe/Berlin', at('0001-01-01T00:00:00Z') - 1000)).toBe((53 * 60 + 28) * 1000);
  });

  it('does not exist in a zone that the platform does not know', () => {
    for (const zone of ['', 'Europe', 'Europe/Atlantis', 'constructor', '__proto__']) {
      expect(isPlatformZone(zone)).toBe(false);
      expect(localDate(zone, 0)).toBeUndefined();
      expect(localTime(zone, 0)).toBeUndefined();
      expect(startOfDay(zone, 0)).toBeUndefined();
      expect(nextDateChange(zone, 0)).toBeUndefined();
    }
  });
});

describe('the start of a day', () => {
  it('is its first instant, in every zone', () => {
    fc.assert(
      fc.property(fc.oneof(zones, strangeZones), recent, (zone, instant) => {
        const date = localDate(zone, instant) ?? Number.NaN;
        const start = startOfDay(zone, date) ?? Number.NaN;
        expect(start).toBeLessThanOrEqual(instant);
        expect(localDate(zone, start)).toBe(date);
        expect(localDate(zone, start - 1)).toBeLessThan(date);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Europe/London', '2026-07-01', '2026-06-30T23:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
  ])('in %s, %s begins at %s', (zone, date, expected) => {
    expect(formatInstant(startOfDay(zone, day(date)) ?? Number.NaN)).toBe(expected);
  });
});

describe('the next change of the date', () => {
  it('is the first later instant with another date, in every zone', () => {
    fc.assert(
      fc.property(
        fc.oneof(zones, strangeZones),
        recent,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, now, part) => {
          const date = localDate(zone, now);
          const change = nextDateChange(zone, now) ?? Number.NaN;
          expect(change).toBeGreaterThan(now);
          expect(localDate(zone, change)).not.toBe(date);
          expect(localDate(zone, change - 1)).toBe(date);
          expect(localDate(zone, now + Math.floor((change - 1 - now) * part))).toBe(date);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Europe/London', '2026-03-28T12:00:00Z', '2026-03-29T00:00:00Z'],
    ['Europe/London', '2026-03-29T12:00:00Z', '2026-03-29T23:00:00Z'],
    ['America/Sao_Paulo', '2018-02-17T12:00:00Z', '2018-02-18T03:00:00Z'],
    ['Pacific/Apia', '2011-12-30T09:00:00Z', '2011-12-30T10:00:00Z'],
    // One minute after midnight, clocks went back an hour: it was the day before again.
    ['America/St_Johns', '2010-11-07T02:00:00Z', '2010-11-07T02:30:00Z'],
    ['America/St_Johns', '2010-11-07T02:30:00Z', '2010-11-07T02:31:00Z'],
    ['America/St_Johns', '2010-11-07T02:31:00Z', '2010-11-07T03:30:00Z'],
  ])('in %s after %s is at %s', (zone, now, expected) => {
    expect(formatInstant(nextDateChange(zone, at(now)) ?? Number.NaN)).toBe(expected);
  });
});

describe('the next change of clocks', () => {
  it.each([
    ['Europe/London', '2026-01-01T00:00:00Z', '2026-03-29T01:00:00Z'],
    ['Europe/London', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
    ['Africa/Casablanca', '2026-01-01T00:00:00Z', '2026-02-15T02:00:00Z'],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', '2026-04-04T15:00:00Z'],
  ])('in %s after %s is at %s', (zone, now, expected) => {
    const change = nextOffsetChange(zone, at(now), at(now) + 365 * millisecondsPerDay);
    expect(formatInstant(change ?? Number.NaN)).toBe(expected);
  });

  it('is nothing where clocks do not change in time', () => {
    expect(
      nextOffsetChange('Asia/Tokyo', at('2026-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z')),
    ).toBeUndefined();
    expect(nextOffsetChange('UTC', 0, at('2030-01-01T00:00:00Z'))).toBeUndefined();
    expect(
      nextOffsetChange('Europe/London', at('2026-01-01T00:00:00Z'), at('2026-02-01T00:00:00Z')),
    ).toBeUndefined();
  });
});

function clock(zone: string, instant: number): string {
  const date = localDate(zone, instant);
  const time = localTime(zone, instant);
  if (date === undefined || time === undefined) throw new Error(`${zone} is not known`);
  return `${formatDate(date)} ${formatTime(time)}`;
}

/** Read off the platform with other means than the code under test. */
function platformClock(timeZone: string, instant: number): string {
  const text = new Date(instant).toLocaleString('sv-SE', {
    timeZone,
    fractionalSecondDigits: 3,
    dateStyle: undefined,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'short',
  });
  const match = /(\S+) (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):(\d{2})[.,](\d{3})/.exec(text);
  if (match === null) throw new Error(`cannot read ${text}`);
  const [, , date = '', minutes = '', seconds = '', fraction = ''] = match;
  expect(weekdayOf(day(date))).toBe(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
  const rest = fraction === '000' ? (seconds === '00' ? '' : `:${seconds}`) : `:${seconds}.${fraction}`;
  return `${date} ${minutes}${rest}`;
}

function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is not an instant`);
  return instant;
}

function day(text: string): number {
  const count = parseDate(text);
  if (count === undefined) throw new Error(`${text} is not a date`);
  return count;
}
