import { describe, expect, it } from 'vitest';
import { validUntilOf } from '../../support/probe.ts';
import { decided } from '../../support/rulebook.ts';

describe('validUntil', () => {
  it('is null where nothing that was read depends on the time', () => {
    expect(validUntilOf('flag', { flag: true })).toBeNull();
    expect(validUntilOf('place is DE', {})).toBeNull();
  });

  it.each([
    ['today is before 2026-03-05', {}, '2026-03-05T00:00:00Z'],
    ['today is on or before 2026-03-05', {}, '2026-03-06T00:00:00Z'],
    ['today is 2026-03-05', {}, '2026-03-05T00:00:00Z'],
    ['today is after 2026-01-01', {}, null],
    ['2026-03-05 is after today', {}, '2026-03-05T00:00:00Z'],
    ['today is between 2026-03-01 and 2026-03-10', {}, '2026-03-11T00:00:00Z'],
    ['day is within the last 24 months', { day: '2024-06-15' }, '2026-06-16T00:00:00Z'],
    ['day is within the last 24 months', { day: '2026-04-01' }, '2026-04-01T00:00:00Z'],
    ['day is within the last 24 months', { day: '2024-02-29' }, null],
    ['day is within the last 1 month', { day: '2026-02-28' }, '2026-04-01T00:00:00Z'],
    ['today is at least 28 days after day', { day: '2026-03-01' }, '2026-03-29T00:00:00Z'],
    ['3 years after day is before today', { day: '2023-06-01' }, '2026-06-02T00:00:00Z'],
    ['end of year of today is after 2026-12-31', {}, '2027-01-01T00:00:00Z'],
    ['later of (today, 2026-05-01) is after 2026-05-01', {}, '2026-05-02T00:00:00Z'],
  ] as const)('is when a date passes what it is compared with: %s', (condition, facts, expected) => {
    expect(validUntilOf(condition, facts)).toBe(expected);
  });

  it('counts dates in the zone of the policy', () => {
    const zone = 'America/New_York';
    expect(validUntilOf('today is before 2026-03-05', {}, { zone })).toBe('2026-03-05T05:00:00Z');
    expect(validUntilOf('today is before 2026-03-10', {}, { zone })).toBe('2026-03-10T04:00:00Z');
  });

  it.each([
    ['age of day is at least 18', '2008-03-03', '2026-03-03T00:00:00Z'],
    ['age of day is at least 18', '2008-02-29', null],
    ['age of day is at least 19', '2008-02-29', '2027-03-01T00:00:00Z'],
    ['age of day is 18', '2008-02-29', '2027-03-01T00:00:00Z'],
    ['(age of day) + 1 is more than 18', '2008-05-05', '2026-05-05T00:00:00Z'],
  ] as const)('is the birthday that changes an age: %s of %s', (condition, day, expected) => {
    expect(validUntilOf(condition, { day })).toBe(expected);
  });

  it.each([
    ['moment is before now', '2026-03-02T13:00:00Z', '2026-03-02T13:00:00.001Z'],
    ['moment is on or before now', '2026-03-02T13:00:00Z', '2026-03-02T13:00:00Z'],
    ['72 hours after moment is after now', '2026-03-01T12:00:00Z', '2026-03-04T12:00:00Z'],
    ['moment is within the last 24 hours', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00.001Z'],
    ['moment is before now', '2026-03-01T00:00:00Z', null],
  ] as const)('is when now passes an instant: %s %s', (condition, moment, expected) => {
    expect(validUntilOf(condition, { moment })).toBe(expected);
  });

  const window = 'time in zone is between 08:00 and 21:00';

  it.each([
    ['2026-03-02T12:00:00Z', 'UTC', '2026-03-02T21:00:00.001Z'],
    ['2026-03-02T22:00:00Z', 'UTC', '2026-03-03T08:00:00Z'],
    ['2026-03-02T07:59:59.999Z', 'UTC', '2026-03-02T08:00:00Z'],
    ['2026-03-28T22:00:00Z', 'Europe/London', '2026-03-29T07:00:00Z'],
    ['2026-10-24T21:00:00Z', 'Europe/London', '2026-10-25T08:00:00Z'],
  ] as const)('is where a time window opens or closes, at %s in %s', (now, zone, expected) => {
    expect(validUntilOf(window, { zone }, { now })).toBe(expected);
  });

  it('is where clocks jump over the edge of a window, or back over it', () => {
    const early = 'time in "Europe/London" is before 01:30';
    expect(validUntilOf(early, {}, { now: '2026-03-29T00:30:00Z' })).toBe('2026-03-29T01:00:00Z');
    expect(validUntilOf(early, {}, { now: '2026-10-25T00:00:00Z' })).toBe('2026-10-25T00:30:00Z');
    expect(validUntilOf(early, {}, { now: '2026-10-25T00:45:00Z' })).toBe('2026-10-25T01:00:00Z');
    expect(validUntilOf(early, {}, { now: '2026-10-25T01:15:00Z' })).toBe('2026-10-25T01:30:00Z');
  });

  it('is never where a window is the whole day', () => {
    expect(validUntilOf('time in "UTC" is on or after 00:00', {})).toBeNull();
  });

  it('is the midnight at which a weekday test changes', () => {
    const weekend = 'weekday in "UTC" is one of (saturday, sunday)';
    expect(validUntilOf(weekend, {}, { now: '2026-03-02T12:00:00Z' })).toBe('2026-03-07T00:00:00Z');
    expect(validUntilOf('weekday in "UTC" is monday', {}, { now: '2026-03-02T12:00:00Z' })).toBe(
      '2026-03-03T00:00:00Z',
    );
  });

  it('is the midnight at which a membership begins or ends, in the zone of the group', () => {
    const facts = { place: 'US-CA' };
    expect(validUntilOf('place is everywhere-else', facts)).toBe('2029-12-31T11:00:00Z');
    expect(validUntilOf('place is EU', { place: 'GB-ENG' }, { now: '2020-01-01T00:00:00Z' })).toBe(
      '2020-01-31T23:00:00Z',
    );
    expect(validUntilOf('place is EU', { place: 'DE' }, { now: '2020-01-01T00:00:00Z' })).toBeNull();
    expect(validUntilOf('place is EU on day', { place: 'GB-ENG', day: '2020-01-01' })).toBeNull();
  });

  it('of a conjunction that is false lasts as long as one part of it stays false', () => {
    const both = 'today is after 2026-03-10 and today is after 2026-03-20';
    expect(validUntilOf(both, {})).toBe('2026-03-21T00:00:00Z');
    expect(validUntilOf('flag and today is after 2026-03-10', { flag: false })).toBeNull();
    expect(validUntilOf('flag or today is after 2026-03-10', { flag: true })).toBeNull();
  });

  it('of what is unknown is when any part of it may change', () => {
    expect(validUntilOf('flag and today is before 2026-03-10', {})).toBe('2026-03-10T00:00:00Z');
  });

  it('of two moving sides is the next change of either', () => {
    expect(validUntilOf('today in "UTC" is today in "Asia/Tokyo"', {})).toBe('2026-03-02T15:00:00Z');
  });

  it('is where clocks go back across midnight', () => {
    const zone = 'America/St_Johns';
    const now = '2010-11-07T02:30:30Z';
    expect(validUntilOf('today is on or after 2010-11-07', {}, { zone, now })).toBe('2010-11-07T02:31:00Z');
    expect(validUntilOf('today is on or after 2010-11-07', {}, { zone, now: '2010-11-07T02:31:00Z' })).toBe(
      '2010-11-07T03:30:00Z',
    );
  });

  const policy = (period: string, rest = '') =>
    `policy p "P" { authority law zone "Europe/Berlin" in force ${period} default permit act "Allowed" ${rest} }`;

  it('is when a policy comes into force or goes out of force', () => {
    expect(decided(policy('from 2027-01-01')).validUntil).toBe('2026-12-31T23:00:00Z');
    expect(decided(policy('through 2026-06-30')).validUntil).toBe('2026-06-30T22:00:00Z');
    expect(decided(policy('from 2020-01-01')).validUntil).toBeNull();
  });

  it('does not count what a policy says that does not apply', () => {
    const rule = 'rule soon "Soon" { forbid act when today is after 2026-03-10 }';
    expect(decided(policy('from 2027-01-01', rule)).validUntil).toBe('2026-12-31T23:00:00Z');
    expect(decided(policy('from 2020-01-01', rule)).validUntil).toBe('2026-03-10T23:00:00Z');
  });

  it('does not count the exceptions of a rule whose condition does not hold', () => {
    const rule = 'rule no "No" { forbid act when a except soon "Soon" { when today is after 2026-03-10 } }';
    expect(decided(policy('from 2020-01-01', rule), { a: false }).validUntil).toBeNull();
    expect(decided(policy('from 2020-01-01', rule), { a: true }).validUntil).toBe('2026-03-10T23:00:00Z');
  });
});
