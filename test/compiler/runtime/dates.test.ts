import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilFromDays,
  completedYears,
  daysFromCivil,
  daysInMonth,
  edgeOf,
  formatDate,
  formatDuration,
  formatInstant,
  formatTime,
  millisecondsPerDay,
  parseDate,
  parseDuration,
  parseInstant,
  parseTime,
  weekdayOf,
} from '../../../packages/compiler/src/runtime/index.ts';

/** Every date that the platform's Date can hold. */
const days = fc.integer({ min: -99_999_999, max: 99_999_999 });
const ordinaryDays = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });

describe('dates', () => {
  it('agree with the platform on year, month, day and weekday', () => {
    fc.assert(
      fc.property(days, (count) => {
        const platform = new Date(count * millisecondsPerDay);
        const expected = {
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          day: platform.getUTCDate(),
        };
        expect(civilFromDays(count)).toEqual(expected);
        expect(weekdayOf(count) % 7).toBe(platform.getUTCDay());
        expect(daysFromCivil(expected.year, expected.month, expected.day)).toBe(count);
      }),
    );
  });

  it('roll months outside of 1 to 12 over into other years', () => {
    expect(daysFromCivil(2026, 13, 1)).toBe(day('2027-01-01'));
    expect(daysFromCivil(2026, 0, 1)).toBe(day('2025-12-01'));
    expect(daysFromCivil(2026, -11, 31)).toBe(day('2025-01-31'));
  });

  it('are read and written as YYYY-MM-DD', () => {
    fc.assert(fc.property(ordinaryDays, (count) => parseDate(formatDate(count)) === count));
    expect(formatDate(day('0033-04-03'))).toBe('0033-04-03');
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '10000-01-01',
    '2026-01-01T00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('%j is not a date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('know the length of every month', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
  });
});

describe('adding months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2020-03-02', 72, '2026-03-02'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (origin, months, expected) => {
    expect(formatDate(addMonths(day(origin), months))).toBe(expected);
  });

  it('keeps the day of the month, or takes the last one', () => {
    fc.assert(
      fc.property(ordinaryDays, fc.integer({ min: -2400, max: 2400 }), (origin, months) => {
        const start = civilFromDays(origin);
        const moved = civilFromDays(addMonths(origin, months));
        expect(moved.year * 12 + moved.month).toBe(start.year * 12 + start.month + months);
        expect(moved.day).toBe(Math.min(start.day, daysInMonth(moved.year, moved.month)));
      }),
    );
  });

  it('never turns an earlier date into a later one', () => {
    fc.assert(
      fc.property(ordinaryDays, fc.integer({ min: -300, max: 300 }), (origin, months) => {
        expect(addMonths(origin, months)).toBeLessThanOrEqual(addMonths(origin + 1, months));
      }),
    );
  });
});

describe('ages', () => {
  it.each([
    ['2008-03-03', '2026-03-02', 17],
    ['2008-03-03', '2026-03-03', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-03-03', '2026-03-02', -1],
  ])('of somebody born on %s is on %s %i years', (birth, today, age) => {
    expect(completedYears(day(birth), day(today))).toBe(age);
  });

  it('never fall', () => {
    fc.assert(
      fc.property(ordinaryDays, ordinaryDays, (birth, today) => {
        expect(completedYears(birth, today)).toBeLessThanOrEqual(completedYears(birth, today + 1));
      }),
    );
  });
});

describe('edges of calendar periods', () => {
  it.each([
    ['start', 'week', '2026-03-04', '2026-03-02'],
    ['end', 'week', '2026-03-02', '2026-03-08'],
    ['end', 'week', '2026-03-08', '2026-03-08'],
    ['start', 'month', '2026-02-15', '2026-02-01'],
    ['end', 'month', '2024-02-15', '2024-02-29'],
    ['start', 'quarter', '2026-06-30', '2026-04-01'],
    ['end', 'quarter', '2026-11-01', '2026-12-31'],
    ['start', 'year', '2026-12-31', '2026-01-01'],
    ['end', 'year', '2026-01-01', '2026-12-31'],
  ] as const)('the %s of the %s of %s is %s', (edge, unit, date, expected) => {
    expect(formatDate(edgeOf(day(date), edge, unit))).toBe(expected);
  });
});

describe('times of day', () => {
  it('are read and written with as much as they need', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: millisecondsPerDay - 1 }), (time) => {
        expect(parseTime(formatTime(time))).toBe(time);
      }),
    );
    expect(formatTime(parseTime('08:00:00.000') ?? -1)).toBe('08:00');
    expect(formatTime(parseTime('08:00:05.5') ?? -1)).toBe('08:00:05.500');
  });

  it.each(['24:00', '8:00', '08:60', '08:00:60', '08:00.5', '08', '08:00Z', ''])(
    '%j is not a time',
    (text) => {
      expect(parseTime(text)).toBeUndefined();
    },
  );
});

describe('instants', () => {
  const instants = fc.integer({
    min: day('0001-01-01') * millisecondsPerDay,
    max: day('9999-12-31') * millisecondsPerDay,
  });

  it('are read and written as the platform does', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(new Date(instant).toISOString())).toBe(instant);
        expect(Date.parse(formatInstant(instant))).toBe(instant);
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
    );
  });

  it.each([
    ['2026-03-02T12:00:00Z', '2026-03-02T12:00:00Z'],
    ['2026-03-02T12:00Z', '2026-03-02T12:00:00Z'],
    ['2026-03-02t12:00:00z', '2026-03-02T12:00:00Z'],
    ['2026-03-02T07:00:00-05:00', '2026-03-02T12:00:00Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z'],
    ['2026-03-02T12:00:00.123456789Z', '2026-03-02T12:00:00.123Z'],
    ['2026-03-02T12:00:00.9999Z', '2026-03-02T12:00:00.999Z'],
    ['2026-03-02T12:00:00.5-00:30', '2026-03-02T12:30:00.500Z'],
  ])('%s is %s', (text, expected) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(expected);
  });

  it.each([
    '2026-03-02T12:00:00',
    '2026-03-02',
    '2026-03-02 12:00:00Z',
    '2026-03-02T12:00.5Z',
    '2026-03-02T12:00:00.Z',
    '2026-03-02T12:00:00.1234567890Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T12:00:60Z',
    '2026-02-29T12:00:00Z',
    '2026-03-02T12:00:00+24:00',
    '2026-03-02T12:00:00+01:60',
    '2026-03-02T12:00:00+0100',
    '+002026-03-02T12:00:00Z',
    '',
  ])('%j is not an instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('durations', () => {
  it('are written so that they are read as the same', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    const unit = fc.constantFrom('months', 'days', 'milliseconds');
    fc.assert(
      fc.property(amount, unit, (count, measure) => {
        expect(parseDuration(formatDuration({ amount: count, unit: measure }))).toEqual({
          amount: count,
          unit: measure,
        });
      }),
    );
  });

  it.each([
    ['P6Y', 72, 'months'],
    ['P1Y6M', 18, 'months'],
    ['P2W', 14, 'days'],
    ['P1W1D', 8, 'days'],
    ['PT72H', 259_200_000, 'milliseconds'],
    ['PT1M0.5S', 60_500, 'milliseconds'],
    ['P0D', 0, 'days'],
    ['P0M', 0, 'months'],
    ['PT0S', 0, 'milliseconds'],
  ])('%s is %i %s', (text, count, unit) => {
    expect(parseDuration(text)).toEqual({ amount: count, unit });
  });

  it.each([
    'P',
    'PT',
    'P1YT',
    'P1M1D',
    'P1DT1H',
    '1Y',
    'P-1D',
    'P1.5D',
    'P99999999999999999999D',
    '6 years',
    '',
  ])('%j is not a duration of one measure', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

function day(text: string): number {
  const count = parseDate(text);
  if (count === undefined) throw new Error(`${text} is not a date`);
  return count;
}
