import { describe, expect, it } from 'vitest';
import { truthOf } from '../../support/probe.ts';

const entries = (...list: readonly object[]) => ({ entries: list });

describe('some and every', () => {
  const yes = { counts: true };
  const no = { counts: false };
  const open = {};

  it.each([
    [[], 'false', 'true'],
    [[yes], 'true', 'true'],
    [[no], 'false', 'false'],
    [[yes, no], 'true', 'false'],
    [[open], 'unknown', 'unknown'],
    [[yes, open], 'true', 'unknown'],
    [[no, open], 'unknown', 'false'],
  ] as const)('are a disjunction and a conjunction: of %j some is %s, every is %s', (list, some, every) => {
    expect(truthOf('some e in entries satisfies e.counts', entries(...list))).toBe(some);
    expect(truthOf('every e in entries satisfies e.counts', entries(...list))).toBe(every);
  });

  it.each([
    [[], 'unknown', 'unknown'],
    [[yes], 'true', 'unknown'],
    [[no], 'unknown', 'false'],
  ] as const)('of a partial list there may be more: of %j some is %s, every is %s', (list, some, every) => {
    expect(truthOf('some e in some-entries satisfies e.counts', { someEntries: list })).toBe(some);
    expect(truthOf('every e in some-entries satisfies e.counts', { someEntries: list })).toBe(every);
  });

  it('of an unknown list both are unknown', () => {
    expect(truthOf('some e in entries satisfies e.counts')).toBe('unknown');
    expect(truthOf('every e in entries satisfies e.counts')).toBe('unknown');
  });

  it('a list read through none is empty', () => {
    expect(truthOf('some e in last-person.entries satisfies e.counts', { lastPerson: null })).toBe('false');
    expect(truthOf('every e in last-person.entries satisfies e.counts', { lastPerson: null })).toBe('true');
    expect(truthOf('(number of e in last-person.entries) is 0', { lastPerson: null })).toBe('true');
    const latest = 'latest e in last-person.entries by e.at satisfies e.granted';
    expect(truthOf(latest, { lastPerson: null })).toBe('false');
  });

  it('nest', () => {
    const pair = 'some e in entries satisfies (some f in some-entries satisfies e.tag is f.tag)';
    expect(truthOf(pair, { entries: [{ tag: 'a' }, { tag: 'b' }], someEntries: [{ tag: 'b' }] })).toBe(
      'true',
    );
    expect(truthOf(pair, { entries: [{ tag: 'a' }], someEntries: [{ tag: 'b' }] })).toBe('unknown');
    expect(truthOf(pair, { entries: [], someEntries: [{ tag: 'b' }] })).toBe('false');
  });

  it('look at plain values as well', () => {
    expect(truthOf('some t in tags satisfies t is "a"', { tags: ['b', 'a'] })).toBe('true');
    expect(truthOf('every t in tags satisfies t is "a"', { tags: ['b', 'a'] })).toBe('false');
  });
});

describe('number of', () => {
  const count = (test: string) => `(number of e in entries where (e.counts)) ${test}`;
  const list = entries({ counts: true }, { counts: false }, {});

  it('is an interval under unknown, and a comparison holds only if it holds for the whole interval', () => {
    expect(truthOf(count('is at least 1'), list)).toBe('true');
    expect(truthOf(count('is at least 2'), list)).toBe('unknown');
    expect(truthOf(count('is at least 3'), list)).toBe('false');
    expect(truthOf(count('is 1'), list)).toBe('unknown');
    expect(truthOf(count('is 0'), list)).toBe('false');
    expect(truthOf(count('is between 1 and 2'), list)).toBe('true');
    expect(truthOf(count('is between 2 and 3'), list)).toBe('unknown');
    expect(truthOf(count('is less than 3'), list)).toBe('true');
  });

  it('of an unknown list is anything from nothing', () => {
    expect(truthOf(count('is at least 0'))).toBe('true');
    expect(truthOf(count('is at least 1'))).toBe('unknown');
    expect(truthOf(count('is less than 0'))).toBe('false');
  });

  it('of a partial list is at least the certain ones', () => {
    const partial = { someEntries: [{ counts: true }, {}] };
    const many = (test: string) => `(number of e in some-entries where (e.counts)) ${test}`;
    expect(truthOf(many('is at least 1'), partial)).toBe('true');
    expect(truthOf(many('is at least 2'), partial)).toBe('unknown');
    expect(truthOf(many('is at most 100'), partial)).toBe('unknown');
  });

  it('is added and taken away as an interval', () => {
    const sum = (test: string) =>
      `(number of e in entries where (e.counts)) - (number of f in entries where (not f.counts)) ${test}`;
    expect(truthOf(sum('is at least -1'), list)).toBe('true');
    expect(truthOf(sum('is at most 1'), list)).toBe('true');
    expect(truthOf(sum('is 0'), list)).toBe('unknown');
  });

  it('without a condition counts all', () => {
    expect(truthOf('(number of e in entries) is 3', list)).toBe('true');
  });
});

describe('latest', () => {
  const latest = 'latest e in entries by e.at where (e.counts) satisfies e.granted';
  const at = (day: number, rest: object) => ({ at: `2026-01-0${day}T00:00:00Z`, counts: true, ...rest });

  it('of nothing is false', () => {
    expect(truthOf(latest, entries())).toBe('false');
    expect(truthOf(latest, entries(at(1, { counts: false, granted: true })))).toBe('false');
  });

  it('decides by the entry that meets the condition and comes last', () => {
    expect(truthOf(latest, entries(at(1, { granted: false }), at(2, { granted: true })))).toBe('true');
    expect(truthOf(latest, entries(at(2, { granted: false }), at(1, { granted: true })))).toBe('false');
    const refusedForSomethingElse = at(3, { granted: false, counts: false });
    expect(truthOf(latest, entries(at(2, { granted: true }), refusedForSomethingElse))).toBe('true');
  });

  it('of a tie is unknown unless all tied agree', () => {
    expect(truthOf(latest, entries(at(2, { granted: true }), at(2, { granted: true })))).toBe('true');
    expect(truthOf(latest, entries(at(2, { granted: false }), at(2, { granted: false })))).toBe('false');
    expect(truthOf(latest, entries(at(2, { granted: true }), at(2, { granted: false })))).toBe('unknown');
  });

  it('is unknown where an unknown condition could change who is latest', () => {
    const perhaps = { counts: undefined };
    expect(truthOf(latest, entries(at(1, { granted: true }), at(2, { granted: false, ...perhaps })))).toBe(
      'unknown',
    );
    expect(truthOf(latest, entries(at(1, { granted: true }), at(2, { granted: true, ...perhaps })))).toBe(
      'true',
    );
    expect(truthOf(latest, entries(at(2, { granted: true }), at(1, { granted: false, ...perhaps })))).toBe(
      'true',
    );
    expect(truthOf(latest, entries(at(2, { granted: true, ...perhaps })))).toBe('unknown');
    expect(truthOf(latest, entries(at(2, { granted: false, ...perhaps })))).toBe('false');
  });

  it('is unknown where an unknown moment could change who is latest', () => {
    const sometime = (granted: boolean) => ({ counts: true, granted });
    expect(truthOf(latest, entries(at(1, { granted: true }), sometime(false)))).toBe('unknown');
    expect(truthOf(latest, entries(at(1, { granted: true }), sometime(true)))).toBe('true');
    expect(truthOf(latest, entries(sometime(true)))).toBe('true');
  });

  it('is unknown where the body of the latest is', () => {
    expect(truthOf(latest, entries(at(1, { granted: true }), at(2, {})))).toBe('unknown');
  });

  it('is unknown of a partial and of an unknown list', () => {
    expect(truthOf(latest)).toBe('unknown');
    const partial = 'latest e in some-entries by e.at satisfies e.granted';
    expect(truthOf(partial, { someEntries: [at(1, { granted: true })] })).toBe('unknown');
  });

  it('leaves out entries whose moment is none, and may have to where it is unknown', () => {
    const ended = 'latest e in entries by e.ended-at satisfies e.granted';
    const gone = { endedAt: null, granted: false };
    expect(truthOf(ended, entries({ endedAt: '2026-01-01T00:00:00Z', granted: true }, gone))).toBe('true');
    expect(truthOf(ended, entries(gone))).toBe('false');
    // The moment may turn out to be none: then nothing is the latest.
    expect(truthOf(ended, entries({ granted: true }))).toBe('unknown');
    expect(truthOf(ended, entries({ granted: false }))).toBe('false');
  });

  it('orders by dates and numbers as well', () => {
    const heaviest = 'latest e in entries by e.weight satisfies e.granted';
    expect(truthOf(heaviest, entries({ weight: 1, granted: true }, { weight: 2, granted: false }))).toBe(
      'false',
    );
  });
});

describe('defines', () => {
  const more = `
    define heavy(entry: Entry, limit: number) as entry.weight is at least limit
    define any-heavy(list: list of Entry, limit: number) as some e in list satisfies heavy(e, limit)
    define total-of(one: number, other: number) as one + other
    define is-adult(born: date) as age of born is at least 18
    define this-day(day: date) as today is day
    define same-place(one: within Place, other: within Place) as one is other
  `;

  it('are conditions over their parameters', () => {
    expect(truthOf('any-heavy(entries, 3)', entries({ weight: 1 }, { weight: 3 }), { more })).toBe('true');
    expect(truthOf('any-heavy(entries, 3)', entries({ weight: 1 }, {}), { more })).toBe('unknown');
    expect(truthOf('any-heavy(entries, 3)', {}, { more })).toBe('unknown');
  });

  it('are values over their parameters', () => {
    expect(truthOf('total-of(amount, 2) is 5', { amount: 3 }, { more })).toBe('true');
    expect(truthOf('total-of(amount, 2) is 5', {}, { more })).toBe('unknown');
    expect(truthOf('total-of(amount-2, 2) is 5', { amount2: null }, { more })).toBe('false');
  });

  it('take the zone of their caller', () => {
    const now = '2026-03-02T23:30:00Z';
    expect(truthOf('this-day(2026-03-02)', {}, { more, now })).toBe('true');
    expect(truthOf('this-day(2026-03-03)', {}, { more, now, zone: 'Europe/Berlin' })).toBe('true');
    expect(truthOf('is-adult(day)', { day: '2008-03-03' }, { more, now, zone: 'Europe/Berlin' })).toBe(
      'true',
    );
    expect(truthOf('is-adult(day)', { day: '2008-03-03' }, { more, now })).toBe('false');
  });

  it('keep what is imprecise about their arguments', () => {
    expect(truthOf('same-place(place, place-2)', { place: 'US', place2: 'US' }, { more })).toBe('unknown');
    expect(truthOf('same-place(place, place-2)', { place: 'US', place2: 'DE' }, { more })).toBe('false');
  });

  it('are evaluated once for the same arguments, however often they are called', () => {
    const levels = Array.from({ length: 40 }, (_, level) => level + 1);
    const chain = [
      'define level-0(one: number) as one is at least 1',
      ...levels.map((n) => `define level-${n}(one: number) as level-${n - 1}(one) or level-${n - 1}(one)`),
    ];
    expect(truthOf('level-40(amount)', { amount: 0 }, { more: chain.join('\n') })).toBe('false');
  });
});
