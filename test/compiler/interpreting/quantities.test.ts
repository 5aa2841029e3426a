import { describe, expect, it } from 'vitest';
import { truthOf } from '../../support/probe.ts';

describe('numbers', () => {
  it.each([
    ['amount is 3', 3, 'true'],
    ['amount is 3', 3.5, 'false'],
    ['amount is not 3', 3.5, 'true'],
    ['amount is at least 3', 3, 'true'],
    ['amount is at least 3', 2.999, 'false'],
    ['amount is at most 3', 3, 'true'],
    ['amount is less than 3', 3, 'false'],
    ['amount is more than 3', 3, 'false'],
    ['amount is more than 3', 3.001, 'true'],
    ['amount is 0', -0, 'true'],
  ] as const)('%s of %d is %s', (condition, amount, truth) => {
    expect(truthOf(condition, { amount })).toBe(truth);
  });

  it('between includes both ends', () => {
    const inside = [0, 1, 2, 3, 4].map((amount) => truthOf('amount is between 1 and 3', { amount }));
    expect(inside).toEqual(['false', 'true', 'true', 'true', 'false']);
  });

  it('a range that ends before it starts holds nothing', () => {
    expect(truthOf('amount is between 3 and 1', { amount: 2 })).toBe('false');
  });

  it('are added and taken away', () => {
    expect(truthOf('amount + amount-2 is 5', { amount: 2, amount2: 3 })).toBe('true');
    expect(truthOf('amount - amount-2 is -1', { amount: 2, amount2: 3 })).toBe('true');
  });

  it('a sum with an unknown part is unknown, with none it is none', () => {
    expect(truthOf('amount + amount-2 is 5', { amount: 2 })).toBe('unknown');
    expect(truthOf('amount + amount-2 is 5', { amount2: null })).toBe('false');
  });

  it('beyond the largest number nothing is known', () => {
    const huge = { amount: Number.MAX_VALUE, amount2: Number.MAX_VALUE };
    expect(truthOf('amount + amount-2 is more than 5', huge)).toBe('true');
    expect(truthOf('(amount + amount-2) - (amount + amount-2) is 0', huge)).toBe('unknown');
  });
});

describe('texts, scales and durations', () => {
  it('texts are the same or not, letter by letter', () => {
    expect(truthOf('label is "Acme"', { label: 'Acme' })).toBe('true');
    expect(truthOf('label is "Acme"', { label: 'acme' })).toBe('false');
    expect(truthOf('label is one of ("a", "b")', { label: 'b' })).toBe('true');
  });

  it('scales are ordered from the lowest step', () => {
    const atLeast = ['low', 'medium', 'high'].map((level) => truthOf('level is at least medium', { level }));
    expect(atLeast).toEqual(['false', 'true', 'true']);
    expect(truthOf('level is less than level-2', { level: 'low', level2: 'high' })).toBe('true');
    expect(truthOf('level is level-2', { level: 'low', level2: 'low' })).toBe('true');
  });

  it('a duration moves what it fits, else the result is unknown', () => {
    const facts = { day: '2026-01-31', moment: '2026-01-31T00:00:00Z' };
    expect(truthOf('span after day is 2026-02-28', { ...facts, span: 'P1M' })).toBe('true');
    expect(truthOf('span after day is 2026-02-28', { ...facts, span: 'PT24H' })).toBe('unknown');
    expect(truthOf('span after moment is 2026-02-01T00:00:00Z', { ...facts, span: 'PT24H' })).toBe('true');
    expect(truthOf('span after moment is 2026-02-01T00:00:00Z', { ...facts, span: 'P1D' })).toBe('unknown');
  });
});

describe('dates', () => {
  it.each([
    ['day is before 2026-01-01', 'false'],
    ['day is on or before 2026-01-01', 'true'],
    ['day is after 2026-01-01', 'false'],
    ['day is on or after 2026-01-01', 'true'],
    ['day is 2026-01-01', 'true'],
    ['day is between 2026-01-01 and 2026-01-01', 'true'],
  ] as const)('1 January 2026: %s is %s', (condition, truth) => {
    expect(truthOf(condition, { day: '2026-01-01' })).toBe(truth);
  });

  it('adding months clamps to the last day of the month, computed from the origin', () => {
    expect(truthOf('1 month after day is 2026-02-28', { day: '2026-01-31' })).toBe('true');
    expect(truthOf('2 months after day is 2026-03-31', { day: '2026-01-31' })).toBe('true');
    expect(truthOf('1 month before day is 2026-02-28', { day: '2026-03-31' })).toBe('true');
    expect(truthOf('1 year after day is 2025-02-28', { day: '2024-02-29' })).toBe('true');
  });

  it('a period of N from D ends on the same date N later', () => {
    expect(truthOf('6 years after day is 2026-03-02', { day: '2020-03-02' })).toBe('true');
  });

  it('weeks are seven days', () => {
    expect(truthOf('2 weeks after day is 2026-01-15', { day: '2026-01-01' })).toBe('true');
  });

  it('the end of a period is its last day', () => {
    expect(truthOf('end of year of day is 2026-12-31', { day: '2026-01-01' })).toBe('true');
    expect(truthOf('start of quarter of day is 2026-04-01', { day: '2026-05-20' })).toBe('true');
    expect(truthOf('end of month of day is 2024-02-29', { day: '2024-02-01' })).toBe('true');
    expect(truthOf('start of week of day is 2026-03-02', { day: '2026-03-08' })).toBe('true');
  });

  it('what starts at none has not started', () => {
    expect(truthOf('3 years after last-day is before today', { lastDay: null })).toBe('false');
    expect(truthOf('3 years after last-day is none', { lastDay: null })).toBe('true');
    expect(truthOf('3 years after last-day is before today')).toBe('unknown');
  });

  it('the later of several leaves none out, and unknown makes it unknown', () => {
    const later = 'later of (day, last-day) is 2026-01-01';
    expect(truthOf(later, { day: '2026-01-01', lastDay: '2025-01-01' })).toBe('true');
    expect(truthOf(later, { day: '2026-01-01', lastDay: null })).toBe('true');
    expect(truthOf(later, { day: '2026-01-01' })).toBe('unknown');
    expect(
      truthOf('earlier of (day, last-day) is 2025-01-01', { day: '2026-01-01', lastDay: '2025-01-01' }),
    ).toBe('true');
    expect(truthOf('later of (last-day, last-day) is none', { lastDay: null })).toBe('true');
  });
});

describe('today', () => {
  it('is the date in the zone of the policy', () => {
    const now = '2026-03-02T23:30:00Z';
    expect(truthOf('today is 2026-03-02', {}, { now })).toBe('true');
    expect(truthOf('today is 2026-03-03', {}, { now, zone: 'Europe/Berlin' })).toBe('true');
    expect(truthOf('today is 2026-03-02', {}, { now, zone: 'America/New_York' })).toBe('true');
  });

  it('is the date in another zone where that is said', () => {
    const options = { now: '2026-03-02T23:30:00Z', zone: 'UTC' };
    expect(truthOf('today in "Europe/Berlin" is 2026-03-03', {}, options)).toBe('true');
    expect(truthOf('today in zone is 2026-03-03', { zone: 'Asia/Tokyo' }, options)).toBe('true');
    expect(truthOf('today in zone is 2026-03-03', {}, options)).toBe('unknown');
  });

  it('dates begin at midnight', () => {
    const zone = 'Europe/Brussels';
    expect(truthOf('today is 2026-03-02', {}, { now: '2026-03-01T22:59:59.999Z', zone })).toBe('false');
    expect(truthOf('today is 2026-03-02', {}, { now: '2026-03-01T23:00:00Z', zone })).toBe('true');
  });

  it('the date of an instant is the one in the zone of the policy', () => {
    const facts = { moment: '2026-03-02T23:30:00Z' };
    expect(truthOf('date of moment is 2026-03-02', facts)).toBe('true');
    expect(truthOf('date of moment is 2026-03-03', facts, { zone: 'Europe/Berlin' })).toBe('true');
  });

  it.each([
    ['2008-03-02', 'true'],
    ['2008-03-03', 'false'],
    ['2008-02-29', 'true'],
  ] as const)('on 2 March 2026 somebody born on %s is 18: %s', (day, truth) => {
    expect(truthOf('age of day is at least 18', { day })).toBe(truth);
  });

  it('an anniversary of 29 February is 1 March in common years for ages', () => {
    const born = { day: '2008-02-29' };
    expect(truthOf('age of day is 17', born, { now: '2026-02-28T12:00:00Z' })).toBe('true');
    expect(truthOf('age of day is 18', born, { now: '2026-03-01T00:00:00Z' })).toBe('true');
  });

  it('the age of none is none, of an unknown date unknown', () => {
    expect(truthOf('age of last-day is less than 18', { lastDay: null })).toBe('false');
    expect(truthOf('age of last-day is less than 18')).toBe('unknown');
  });

  it.each([
    ['2024-03-01', 'false'],
    ['2024-03-02', 'true'],
    ['2026-03-02', 'true'],
    ['2026-03-03', 'false'],
  ] as const)(
    'within the last 24 months runs from that long before today, included, through today: %s',
    (day, truth) => {
      expect(truthOf('day is within the last 24 months', { day })).toBe(truth);
    },
  );

  it.each([
    ['2026-03-01T12:00:00Z', 'true'],
    ['2026-03-01T11:59:59.999Z', 'false'],
    ['2026-03-02T12:00:00Z', 'true'],
    ['2026-03-02T12:00:00.001Z', 'false'],
  ] as const)('within the last 24 hours runs through now: %s', (moment, truth) => {
    expect(truthOf('moment is within the last 24 hours', { moment })).toBe(truth);
  });

  it.each([
    ['2026-02-02', 'true'],
    ['2026-02-03', 'false'],
  ] as const)('today is at least 28 days after %s: %s', (day, truth) => {
    expect(truthOf('today is at least 28 days after day', { day })).toBe(truth);
  });
});

describe('times of day', () => {
  it.each([
    ['2026-03-02T07:59:59.999-05:00', 'false'],
    ['2026-03-02T08:00:00-05:00', 'true'],
    ['2026-03-02T21:00:00-05:00', 'true'],
    ['2026-03-02T21:00:00.001-05:00', 'false'],
  ] as const)('windows judge the instant itself: %s', (now, truth) => {
    const condition = 'time in zone is between 08:00 and 21:00';
    expect(truthOf(condition, { zone: 'America/New_York' }, { now })).toBe(truth);
  });

  it.each([
    ['2026-03-02T21:59:00Z', 'false'],
    ['2026-03-02T22:00:00Z', 'true'],
    ['2026-03-03T00:00:00Z', 'true'],
    ['2026-03-03T06:00:00Z', 'true'],
    ['2026-03-03T06:00:00.001Z', 'false'],
  ] as const)('a window may cross midnight: %s', (now, truth) => {
    expect(truthOf('time in "UTC" is between 22:00 and 06:00', {}, { now })).toBe(truth);
    expect(truthOf('time in "UTC" is not between 22:00 and 06:00', {}, { now })).toBe(
      truth === 'true' ? 'false' : 'true',
    );
  });

  it('clocks go forward and back with the zone', () => {
    const before9 = 'time in "Europe/London" is before 02:00';
    expect(truthOf(before9, {}, { now: '2026-03-29T00:59:59Z' })).toBe('true');
    expect(truthOf(before9, {}, { now: '2026-03-29T01:00:00Z' })).toBe('false');
    expect(truthOf(before9, {}, { now: '2026-10-25T00:59:59Z' })).toBe('true');
    expect(truthOf(before9, {}, { now: '2026-10-25T01:30:00Z' })).toBe('true');
    expect(truthOf(before9, {}, { now: '2026-10-25T02:00:00Z' })).toBe('false');
  });

  it('the weekday is that of the zone', () => {
    const now = '2026-03-01T23:30:00Z';
    expect(truthOf('weekday in "UTC" is sunday', {}, { now })).toBe('true');
    expect(truthOf('weekday in "Europe/Berlin" is monday', {}, { now })).toBe('true');
    expect(truthOf('weekday in zone is one of (saturday, sunday)', {}, { now })).toBe('unknown');
  });

  it('a time of day that was supplied compares like any other', () => {
    expect(truthOf('hour is before 08:00', { hour: '07:59:59.999' })).toBe('true');
    expect(truthOf('hour is between 22:00 and 06:00', { hour: '23:00' })).toBe('true');
  });

  it('now compares with instants', () => {
    expect(truthOf('moment is before now', { moment: '2026-03-02T11:59:59.999Z' })).toBe('true');
    expect(truthOf('moment is before now', { moment: '2026-03-02T12:00:00Z' })).toBe('false');
    expect(truthOf('72 hours after moment is on or before now', { moment: '2026-02-27T12:00:00Z' })).toBe(
      'true',
    );
  });
});
