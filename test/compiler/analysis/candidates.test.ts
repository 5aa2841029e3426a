import { describe, expect, it } from 'vitest';
import { candidateValues } from '../../../packages/compiler/src/analysis/index.ts';
import { probeCandidates } from '../../support/probe.ts';

const candidatesOf = (condition: string, more = '') => {
  const { program, activity } = probeCandidates(condition, more);
  return Object.fromEntries(candidateValues(program, activity).map(({ fact, values }) => [fact, values]));
};

describe('the values worth trying', () => {
  it('are those of facts that some condition reads', () => {
    expect(candidatesOf('flag')).toEqual({ flag: [false, true] });
  });

  it('of numbers are the constants that they are compared with, and their neighbors', () => {
    expect(candidatesOf('amount is at least 3 or 5 is amount')).toEqual({ amount: [2, 3, 4, 5, 6] });
    expect(candidatesOf('amount-2 is between 1 and 9')).toEqual({ amount2: [null, 0, 1, 2, 8, 9, 10] });
  });

  it('of dates, times and instants as well', () => {
    expect(candidatesOf('day is before 2026-03-01')).toEqual({
      day: ['2026-02-28', '2026-03-01', '2026-03-02'],
    });
    expect(candidatesOf('hour is before 00:00')).toEqual({ hour: ['00:00', '00:01'] });
    expect(candidatesOf('moment is after 2026-01-01T00:00:00Z')).toEqual({
      moment: ['2025-12-31T23:59:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z'],
    });
  });

  it('of texts are the ones that they are compared with', () => {
    expect(candidatesOf('label is one of ("b", "a")')).toEqual({ label: ['a', 'b'] });
    expect(candidatesOf('zone is "Asia/Tokyo"')).toEqual({ zone: ['Asia/Tokyo'] });
  });

  it('of scales are all steps, of scopes anything', () => {
    expect(candidatesOf('level is high')).toEqual({ level: ['low', 'medium', 'high'] });
    expect(candidatesOf('site is in places')).toEqual({ places: ['anything'], site: ['DE'] });
  });

  it('of terms are one for each class that the tests tell apart', () => {
    expect(candidatesOf('site is US')).toEqual({ site: ['DE', 'US-CA'] });
    expect(candidatesOf('site is one of (US-IA, GB)')).toEqual({ site: ['DE', 'GB-ENG', 'US-IA'] });
    expect(candidatesOf('country of place is US')).toEqual({ place: ['DE', 'US-CA'] });
  });

  it('of terms in groups are one for each period of membership', () => {
    expect(candidatesOf('site is EU')).toEqual({ site: ['DE', 'GB-ENG', 'US-CA'] });
    const more = 'group twins of Place { DE since 2000-01-01, CA since 2000-01-01 }';
    expect(candidatesOf('site is twins', more)).toEqual({ site: ['DE', 'GB-ENG'] });
  });

  it('are none as well where the type has it', () => {
    expect(candidatesOf('last-day is none')).toEqual({ lastDay: [null] });
  });

  it('of what lists hold are the same for every entry', () => {
    expect(candidatesOf('some e in entries satisfies (e.weight is 2 and e.granted)')).toEqual({
      'entries[].granted': [false, true],
      'entries[].weight': [1, 2, 3],
    });
    expect(candidatesOf('some t in tags satisfies t is "a"')).toEqual({ 'tags[]': ['a'] });
  });

  it('are found through defines, with the facts that stand for their parameters', () => {
    const more = `define heavy(list: list of Entry, limit: number) as some e in list satisfies e.weight is at least limit
      define at-least-two(one: number) as one is at least 2`;
    expect(candidatesOf('heavy(entries, 7) and at-least-two(amount)', more)).toEqual({
      amount: [1, 2, 3],
      'entries[].weight': [6, 7, 8],
    });
  });
});
