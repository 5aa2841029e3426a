import { describe, expect, it } from 'vitest';
import type { Truth } from '../../../packages/compiler/src/runtime/index.ts';
import { truthOf } from '../../support/probe.ts';

const truths: readonly Truth[] = ['true', 'false', 'unknown'];
const facts: Readonly<Record<Truth, boolean | undefined>> = { true: true, false: false, unknown: undefined };

describe('conditions are strong Kleene', () => {
  it('not: true and false change places, unknown stays unknown', () => {
    expect(truths.map((truth) => truthOf('not flag', { flag: facts[truth] }))).toEqual([
      'false',
      'true',
      'unknown',
    ]);
  });

  const conjunction: Readonly<Record<Truth, readonly Truth[]>> = {
    true: ['true', 'false', 'unknown'],
    false: ['false', 'false', 'false'],
    unknown: ['unknown', 'false', 'unknown'],
  };
  it.each(truths)('and: the row of %s', (left) => {
    const row = truths.map((right) => truthOf('flag and flag-2', { flag: facts[left], flag2: facts[right] }));
    expect(row).toEqual(conjunction[left]);
  });

  const disjunction: Readonly<Record<Truth, readonly Truth[]>> = {
    true: ['true', 'true', 'true'],
    false: ['true', 'false', 'unknown'],
    unknown: ['true', 'unknown', 'unknown'],
  };
  it.each(truths)('or: the row of %s', (left) => {
    const row = truths.map((right) => truthOf('flag or flag-2', { flag: facts[left], flag2: facts[right] }));
    expect(row).toEqual(disjunction[left]);
  });

  it('there is no excluded middle and no contradiction', () => {
    expect(truthOf('flag or not flag')).toBe('unknown');
    expect(truthOf('flag and not flag')).toBe('unknown');
  });
});

describe('unknown and none', () => {
  it.each([
    ['flag', 'unknown'],
    ['amount is 3', 'unknown'],
    ['amount is at least 3', 'unknown'],
    ['amount is between 1 and 3', 'unknown'],
    ['label is "a"', 'unknown'],
    ['day is before 2026-01-01', 'unknown'],
    ['hour is between 08:00 and 21:00', 'unknown'],
    ['place is DE', 'unknown'],
    ['place is in places', 'unknown'],
    ['level is at least medium', 'unknown'],
    ['zone is "Europe/London"', 'unknown'],
  ] as const)('a comparison with an unknown side is unknown: %s', (condition, truth) => {
    expect(truthOf(condition)).toBe(truth);
  });

  it.each([
    'amount-2 is 3',
    'amount-2 is less than 3',
    'amount-2 is between 1 and 3',
    '3 is amount-2',
    'last-day is before 2026-01-01',
    'last-day is on or after 2026-01-01',
    'last-site is DE',
    'last-site is one of (DE, EU)',
    'last-site is in places',
    'last-moment is before now',
  ])('a comparison with none is false: %s', (condition) => {
    const none = { amount2: null, lastDay: null, lastSite: null, lastMoment: null, places: 'anything' };
    expect(truthOf(condition, none)).toBe('false');
  });

  it('a comparison with none is false even where the other side is unknown', () => {
    expect(truthOf('amount is amount-2', { amount2: null })).toBe('false');
    expect(truthOf('amount is between amount-2 and 5', { amount2: null })).toBe('false');
    expect(truthOf('last-site is place', { lastSite: null })).toBe('false');
    expect(truthOf('last-site is in places', { lastSite: null })).toBe('false');
  });

  it('x is none is true of none, false of what is there, and unknown of what is unknown', () => {
    expect(truthOf('last-day is none', { lastDay: null })).toBe('true');
    expect(truthOf('last-day is none', { lastDay: '2026-01-01' })).toBe('false');
    expect(truthOf('last-day is none')).toBe('unknown');
    expect(truthOf('last-day is not none', { lastDay: null })).toBe('false');
  });

  it('x is known is never unknown', () => {
    expect(truthOf('day is known')).toBe('false');
    expect(truthOf('day is known', { day: '2026-01-01' })).toBe('true');
    expect(truthOf('last-day is known', { lastDay: null })).toBe('true');
  });

  it('an imprecise term and a partial list that were supplied are known', () => {
    expect(truthOf('place is known', { place: 'US' })).toBe('true');
    expect(truthOf('some-entries is known', { someEntries: [] })).toBe('true');
    expect(truthOf('some-entries is known')).toBe('false');
  });

  it('null is none where the type has "or none", else unknown', () => {
    expect(truthOf('last-day is none', { lastDay: null })).toBe('true');
    expect(truthOf('day is known', { day: null })).toBe('false');
  });

  it('reading through an unknown is unknown', () => {
    expect(truthOf('person.name is "a"')).toBe('unknown');
    expect(truthOf('last-person.name is "a"')).toBe('unknown');
    expect(truthOf('person.name is known')).toBe('false');
  });

  it('reading through none is none', () => {
    expect(truthOf('last-person.born-on is none', { lastPerson: null })).toBe('true');
    expect(truthOf('last-person.name is "a"', { lastPerson: null })).toBe('false');
    expect(truthOf('last-person.name is known', { lastPerson: null })).toBe('true');
  });

  it('as a condition a Boolean read through none is false', () => {
    expect(truthOf('last-person.is-member', { lastPerson: null })).toBe('false');
    expect(truthOf('not last-person.is-member', { lastPerson: null })).toBe('true');
    expect(truthOf('last-person.is-member', { lastPerson: {} })).toBe('unknown');
    expect(truthOf('last-person.is-member', { lastPerson: { isMember: true } })).toBe('true');
  });
});

describe('else', () => {
  it('replaces what is absent', () => {
    expect(truthOf('(amount else 5) is 5')).toBe('true');
    expect(truthOf('(flag else yes)')).toBe('true');
    expect(truthOf('(person.born-on else 2000-01-01) is 2000-01-01')).toBe('true');
    expect(truthOf('(person.born-on else 2000-01-01) is 2000-01-01', { person: {} })).toBe('true');
  });

  it('replaces only what is absent', () => {
    expect(truthOf('(amount else 5) is 5', { amount: 4 })).toBe('false');
    expect(truthOf('(last-day else 2000-01-01) is none', { lastDay: null })).toBe('true');
    expect(truthOf('(place else US-CA) is US-CA', { place: 'US' })).toBe('unknown');
  });
});
