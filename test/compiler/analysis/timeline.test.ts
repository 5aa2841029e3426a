import { describe, expect, it } from 'vitest';
import type { TimelineEntry, TimelineOptions } from '../../../packages/compiler/src/analysis/index.ts';
import { endedCovers, notInForceOn, timelineOf } from '../../../packages/compiler/src/analysis/index.ts';
import { parseDate } from '../../../packages/compiler/src/runtime/index.ts';
import { programOf } from '../../support/probe.ts';

const vocabulary = `
authorities law binding > company tenant
taxonomy Place { DE, GB, FR }
record Person { place: Place, born-on: date }
activity act "Act" { place: Place, person: Person, collected-on: date, country: each of (place) }
group EU of Place zone "Europe/Brussels" { DE since 1958-01-01, GB since 1973-01-01 through 2020-01-31 }
group EEA of Place zone "Europe/Brussels" { EU since 1994-01-01 }
group unread of Place { FR since 2001-01-01 }
table limit-of by Place: number {
  | place | value | in force         |
  | DE    | 15    | since 2024-01-01 |
  | DE    | 13    | until 2024-01-01 |
  | FR    | 14    | until 2025-07-01 |
}
calendar office covers 2026-01-01 through 2026-12-31 { weekend saturday, sunday }
table office-of by Place: calendar {
  | place | value  |
  | DE    | office |
}
define is-european(where: Place) as where is EEA
`;

const policies = `
policy a.law "Law of A" {
  authority law
  zone "Europe/Berlin"
  in force from 2018-05-25
  review by 2027-01-15
  applies when country is DE
  default permit act "Allowed" cite "s. 1"
  rule first "First" {
    forbid act when is-european(place) in force through 2026-12-31 overridable by company cite "s. 2"
    except small "Small" { when limit-of of place is at least 14 in force from 2026-03-02 }
  }
  rule counted "Counted" { forbid act in force until 2020-01-01 counted by collected-on cite "s. 3" }
  rule days "Days" { forbid act when today is a holiday in (office-of of place) cite "s. 4" }
}
policy b.house "House" {
  authority company
  zone "America/New_York"
  lift a.law.first own "Own" { in force from 2026-06-01 until 2026-07-01 }
}
`;

function timeline(options: TimelineOptions = {}, tests = ''): readonly TimelineEntry[] {
  return timelineOf(programOf(vocabulary, policies, tests), options);
}

const inWords = (entries: readonly TimelineEntry[]) =>
  entries.map(({ date, change, kind, name, of }) =>
    [date, change, kind, name, ...(of === undefined ? [] : [of])].join(' '),
  );

describe('the timeline of a program', () => {
  it('has the days that stand in conditions', () => {
    const law = `policy c.law "Law of C" { authority law zone "Europe/Berlin" applies when country is FR
      default permit act "Allowed" cite "s. 1"
      rule later "Later" { forbid act when today is on or after 2031-02-01 cite "s. 2" }
      rule summer "Summer" { forbid act when today is between 2032-01-01 and 2032-06-30 cite "s. 3" }
      rule old "Old" { forbid act when collected-on is on or before 2033-12-31 cite "s. 4" }
    }`;
    const entries = timeline({ policies: ['c.*'] }, law).filter(({ kind }) => kind === 'condition');
    expect(inWords(entries)).toEqual([
      '2031-02-01 begins condition c.law.later',
      '2032-01-01 begins condition c.law.summer',
      '2032-07-01 begins condition c.law.summer',
      '2034-01-01 begins condition c.law.old',
    ]);
    expect(entries.map(({ countedBy }) => countedBy !== undefined)).toEqual([false, false, false, true]);
  });

  it('lists every day on which something begins or ends, with what it is', () => {
    expect(inWords(timeline())).toEqual([
      '1958-01-01 begins member EU DE',
      '1973-01-01 begins member EU GB',
      '1994-01-01 begins member EEA EU',
      '2018-05-25 begins policy a.law',
      '2020-01-01 ends rule a.law.counted',
      '2020-02-01 ends member EU GB',
      '2024-01-01 ends row limit-of DE',
      '2024-01-01 begins row limit-of DE',
      '2025-07-01 ends row limit-of FR',
      '2026-01-01 begins calendar office',
      '2026-03-02 begins exception a.law.first.small',
      '2026-06-01 begins lift b.house.own',
      '2026-07-01 ends lift b.house.own',
      '2027-01-01 ends calendar office',
      '2027-01-01 ends rule a.law.first',
      '2027-01-15 review policy a.law',
    ]);
  });

  it('leaves out the vocabulary that no policy reads', () => {
    expect(timeline().some(({ name }) => name === 'unread')).toBe(false);
  });

  it('is limited to days, both included, and to policies with what they read', () => {
    expect(inWords(timeline({ from: '2026-03-02', to: '2026-07-01' }))).toEqual([
      '2026-03-02 begins exception a.law.first.small',
      '2026-06-01 begins lift b.house.own',
      '2026-07-01 ends lift b.house.own',
    ]);
    expect(inWords(timeline({ policies: ['b.*'] }))).toEqual([
      '2026-06-01 begins lift b.house.own',
      '2026-07-01 ends lift b.house.own',
    ]);
  });

  it('says what is counted by another date, and where the days begin', () => {
    const entries = timeline();
    const counted = entries.find(({ name }) => name === 'a.law.counted');
    expect(counted?.countedBy?.unit.text.slice(counted.countedBy.start, counted.countedBy.end)).toBe(
      'collected-on',
    );
    expect(counted?.tests).toBe(undefined);
    expect(entries.find(({ name }) => name === 'b.house.own')?.zone).toBe('America/New_York');
  });

  it('tells whether tests look at both sides of a change', () => {
    const test = (now: string, under = '') =>
      `test "T" ${under} { now ${now} act { place: DE } expect forbidden }\n`;
    const sides = (tests: string, name = 'a.law.first') =>
      timeline({}, tests).find((entry) => entry.name === name && entry.date >= '2026-06-01')?.tests;
    expect(sides('')).toEqual({ lastDay: '2026-12-31', before: false, after: false });
    expect(sides(test('2026-12-31T22:59:59Z'))).toMatchObject({ before: true, after: false });
    expect(sides(test('2026-12-31T23:00:00Z'))).toMatchObject({ before: false, after: true });
    expect(sides(test('2026-12-31T12:00:00Z') + test('2027-06-01T12:00:00Z'))).toMatchObject({
      before: true,
      after: true,
    });
    expect(sides(test('2026-12-31T12:00:00Z', 'under b.*'))).toMatchObject({ before: false });
    expect(sides(test('2026-06-01T03:59:59Z'), 'b.house.own')).toMatchObject({ before: true, after: false });
    expect(sides(test('2026-06-01T04:00:00Z'), 'b.house.own')).toMatchObject({ before: false, after: true });
  });
});

describe('what stands on a day', () => {
  const program = programOf(vocabulary, policies);
  const on = (date: string) =>
    notInForceOn(program, parseDate(date) ?? 0).map(
      ({ dated, isOver }) => `${dated.name} ${isOver ? 'over' : 'ahead'}`,
    );
  const ended = (date: string) =>
    endedCovers(program, parseDate(date) ?? 0).map(({ kind, name, of, lastDay }) => [
      kind,
      name,
      of.join(','),
      lastDay,
    ]);

  it('leaves out what has not begun and what has ended; what is counted by another date is never told', () => {
    expect(on('2026-06-15')).toEqual([]);
    expect(on('2026-07-01')).toEqual(['b.house.own over']);
    expect(on('2018-05-24')).toEqual(['a.law ahead', 'a.law.first.small ahead', 'b.house.own ahead']);
    expect(on('2027-01-01')).toEqual(['a.law.first over', 'b.house.own over']);
  });

  it('has calendars that reach, and tables whose rows have a successor', () => {
    expect(ended('2025-06-30')).toEqual([]);
    expect(ended('2025-07-01')).toEqual([['table', 'limit-of', 'FR', parseDate('2025-06-30')]]);
    expect(ended('2027-01-01')).toEqual([
      ['calendar', 'office', '', parseDate('2026-12-31')],
      ['table', 'limit-of', 'FR', parseDate('2025-06-30')],
    ]);
  });
});
