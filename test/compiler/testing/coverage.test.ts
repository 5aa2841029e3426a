import { describe, expect, it } from 'vitest';
import type { CoverageItem, SubjectCoverage } from '../../../packages/compiler/src/testing/index.ts';
import {
  countCoverage,
  gapsOf,
  measureCoverage,
  percentOf,
} from '../../../packages/compiler/src/testing/index.ts';
import { callsProgram, fewTests, recordingOf, scheduleTest } from './calls.ts';

function subjectsFor(...tests: readonly string[]): readonly SubjectCoverage[] {
  const recording = recordingOf(callsProgram(...tests));
  const { files } = measureCoverage({ recording, isCounted: (path) => path === '1.privacy' });
  return files.flatMap(({ subjects }) => subjects);
}

function itemWith(subjects: readonly SubjectCoverage[], text: string): CoverageItem | undefined {
  return subjects.flatMap(({ items }) => items).find((item) => item.text === text);
}

/** `{ true: 1, false: 2 }`: in how many tests it came out. */
function outcomesOf(item: CoverageItem | undefined): Record<string, number> {
  return Object.fromEntries((item?.outcomes ?? []).map(({ truth, tests }) => [truth, tests]));
}

const linesOf = (subjects: readonly SubjectCoverage[]): readonly string[] =>
  subjects.flatMap(gapsOf).map(({ about, sentence }) => `${about} ${sentence}`);

describe('coverage', () => {
  it('counts in how many tests a rule and an exception stood', () => {
    const items = subjectsFor(fewTests).flatMap(({ items }) => items);
    const provisions = items.filter(({ provision }) => provision !== undefined);
    const counts = provisions.map((item) => [item.what, item.provision?.id, outcomesOf(item)]);
    expect(counts).toEqual([
      ['rule', 'gb.calls.default.contact', { true: 3 }],
      ['rule', 'gb.calls.hours', { true: 1, false: 2 }],
      ['exception', 'gb.calls.hours.asked', { true: 1, false: 1 }],
      ['rule', 'gb.calls.minors', { true: 0, false: 3 }],
      ['rule', 'gb.books.invoices', { true: 0, false: 0 }],
    ]);
  });

  it('counts true, false and unknown of every condition that can be unknown', () => {
    const subjects = subjectsFor(fewTests);
    expect(outcomesOf(itemWith(subjects, 'channel is voice'))).toEqual({ true: 3, false: 0 });
    expect(outcomesOf(itemWith(subjects, 'customer.consented'))).toEqual({ true: 1, false: 1, unknown: 0 });
    expect(outcomesOf(itemWith(subjects, 'country is GB'))).toEqual({ true: 3, false: 0, unknown: 0 });
  });

  it('asks an exception only where the condition of its rule may hold', () => {
    const day = fewTests.replace(/\n {2}\| 2026-03-02T0(?:7:59|7:00).*/g, '');
    expect(outcomesOf(itemWith(subjectsFor(day), 'customer.consented'))).toEqual({
      true: 0,
      false: 0,
      unknown: 0,
    });
  });

  it('looks into defines, whose conditions can be unknown where an argument can', () => {
    const [define] = subjectsFor(fewTests).filter(({ kind }) => kind === 'define');
    expect(define?.items.map((item) => [item.text, outcomesOf(item)])).toEqual([
      ['age of who.birth-date is at least 18', { true: 3, false: 0, unknown: 0 }],
    ]);
  });

  it('counts a negation by what it negates, and one of several values by the whole', () => {
    const texts = subjectsFor(fewTests).flatMap(({ items }) => items.map(({ text }) => text));
    expect(texts).toContain('channel is one of (sms, live-call)');
    expect(texts.filter((text) => text.startsWith('not '))).toEqual([]);
  });

  it('tells which sides of a boundary no test lies on', () => {
    const subjects = subjectsFor(fewTests);
    const hours = itemWith(subjects, 'time in customer.time-zone is not between 08:00 and 21:00');
    expect(hours?.boundaries).toEqual([
      { text: '07:59', isTested: true },
      { text: '08:00', isTested: true },
      { text: '21:00', isTested: false },
      { text: '21:01', isTested: false },
    ]);
    const period = itemWith(subjects, 'in force from 2020-01-01');
    expect(period?.boundaries.map(({ text }) => text)).toEqual(['2019-12-31', '2020-01-01']);
  });

  it('covers rules about records through their tests', () => {
    const items = subjectsFor(fewTests, scheduleTest).flatMap((subject) => subject.items);
    const invoices = items.find(({ provision }) => provision?.id === 'gb.books.invoices');
    expect(outcomesOf(invoices)).toEqual({ true: 1, false: 0 });
  });

  it('counts the last day of a period and the day after it, once a test lies on them', () => {
    const onDay = (day: string, expected: string): string =>
      scheduleTest
        .replace('is kept', `on ${day}`)
        .replace('2026-03-02', day)
        .replace(/expect .*/, expected);
    const boundariesWith = (...tests: readonly string[]): readonly boolean[] => {
      const items = subjectsFor(...tests).flatMap((subject) => subject.items);
      const invoices = items.find(({ provision }) => provision?.id === 'gb.books.invoices');
      expect(invoices?.boundaries.map(({ text }) => text)).toEqual(['its last day', 'the day after']);
      return (invoices?.boundaries ?? []).map(({ isTested }) => isTested);
    };
    const last = onDay('2030-12-31', 'expect must-keep');
    const after = onDay('2031-01-01', 'expect may-erase');
    expect(boundariesWith(fewTests, scheduleTest)).toEqual([false, false]);
    expect(boundariesWith(fewTests, last)).toEqual([true, false]);
    expect(boundariesWith(fewTests, last, after)).toEqual([true, true]);
  });

  it('looks at the conditions of extensions, of what is done, and at exceptions with periods of their own', () => {
    const more = `policy gb.more "More" { authority law zone "Europe/London" applies everywhere
      rule review "Looked at" {
        review Invoice at the latest 1 month after issued-on
        extend by 1 month when is-paid
        done when is-paid is none
        cite "s. 5"
      }
      rule long "Long" {
        keep Invoice for at least 2 years counted from issued-on cite "s. 6"
        except longer "Longer" { when is-paid for at least 3 years cite "s. 7" }
      } }
    test "More" under gb.more { on 2027-02-01 Invoice { issued-on: 2024-02-01, is-paid: yes } expect must-keep }
    test "Later" under gb.more { on 2027-02-02 Invoice { issued-on: 2024-02-01, is-paid: yes } expect may-erase }`;
    const recording = recordingOf(callsProgram(more.replace('done when is-paid is none\n', '')));
    const { files } = measureCoverage({ recording, isCounted: (path) => path === '2.privacy' });
    const items = files.flatMap(({ subjects }) => subjects).flatMap((subject) => subject.items);
    const provisions = items.filter(({ provision }) => provision !== undefined);
    expect(
      provisions.map((item) => [item.provision?.id, item.boundaries.map(({ isTested }) => isTested)]),
    ).toEqual([
      ['gb.more.review', [false, false]],
      ['gb.more.long', [false, false]],
      ['gb.more.long.longer', [true, true]],
    ]);
    const conditions = items.filter(({ what, text }) => what === 'condition' && text === 'is-paid');
    expect(conditions.map(outcomesOf)).toEqual([
      { true: 2, false: 0, unknown: 0 },
      { true: 2, false: 0, unknown: 0 },
    ]);
  });

  it('says what is missing in words for the author, each thing once', () => {
    expect(linesOf(subjectsFor(fewTests, scheduleTest))).toEqual([
      'age of who.birth-date is at least 18 was never false and never unknown: no test leaves out who.birth-date; no test at 17, 18',
      'in force from 2020-01-01 was never false; no test at 2019-12-31, 2020-01-01',
      'country is GB was never false and never unknown: no test leaves out customer.residence',
      'channel is voice was never false',
      'time in customer.time-zone is not between 08:00 and 21:00 was never unknown: no test leaves out customer.time-zone; no test at 21:00, 21:01',
      'customer.consented was never unknown: no test leaves out customer.consented',
      'minors (s. 3) never stood',
      'channel is one of (sms, live-call) and not is-adult(customer) was never true and never unknown: no test leaves out channel or customer.birth-date',
      'channel is one of (sms, live-call) was never false',
      'is-adult(customer) was never false and never unknown: no test leaves out customer.birth-date',
      'invoices (s. 4) always stood; no test at its last day, the day after',
      'is-paid was never false and never unknown: no test leaves out is-paid',
    ]);
  });

  it('says nothing about what stands in a rule that no test reaches', () => {
    const about = linesOf(subjectsFor('')).filter((line) => !line.endsWith('was never asked'));
    expect(about).toEqual([
      'default.contact (s. 1) was never reached',
      'hours (s. 2) was never reached',
      'minors (s. 3) was never reached',
      'invoices (s. 4) was never reached',
    ]);
  });

  it('adds the numbers up, and is full only where nothing is missing', () => {
    const counts = countCoverage(subjectsFor(fewTests, scheduleTest));
    expect(counts.rules).toEqual({ covered: 5, total: 7 });
    expect(counts.exceptions).toEqual({ covered: 2, total: 2 });
    expect(counts.all.covered).toBe(
      counts.rules.covered + counts.exceptions.covered + counts.conditions.covered,
    );
    expect([percentOf({ covered: 999, total: 1000 }), percentOf({ covered: 9999, total: 10_000 })]).toEqual([
      99.9, 99.9,
    ]);
    expect(percentOf({ covered: 0, total: 0 })).toBe(100);
  });

  it('leaves out what the project has settled by a choice', () => {
    const option = `policy gb.options "Options" { authority law applies everywhere
      option strict: boolean "Strict" { safe yes cite "s. 9" }
      rule strictly "Strictly" { forbid contact when strict and channel is post cite "s. 9" } }`;
    const texts = subjectsFor(fewTests, option);
    expect(itemWith(texts, 'strict')).toBeUndefined();
  });
});
