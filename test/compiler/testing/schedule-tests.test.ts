import { describe, expect, it } from 'vitest';
import type { TestFailure, TestResult } from '../../../packages/compiler/src/testing/index.ts';
import { runTests } from '../../../packages/compiler/src/testing/index.ts';
import { law, schedulebook } from '../../support/schedulebook.ts';

const rules = law(
  `rule keeps "Keeps" { keep Invoice for at least 6 years counted from issued-on obligation lock cite "s. 1" }
   rule erases "Erases" { erase Invoice at the latest 7 years after issued-on when flag cite "s. 2" }
   rule answer "Answer" { due Request at the latest 1 month after received-on done when answered-on is not none cite "s. 3" }
   rule notice "Notice" { due Incident at the latest 72 hours after aware-at done when notified-at is not none cite "s. 4" }`,
  'zone "Europe/Berlin"',
);

function resultsOf(tests: string): readonly TestResult[] {
  return runTests({ program: schedulebook(rules + tests) });
}

/** The first failure of a single test. */
function failureOf(test: string): TestFailure | undefined {
  return resultsOf(test)[0]?.failures[0];
}

const kept = (on: string, expected: string, facts = 'issued-on: 2020-03-02, flag: yes') =>
  `test "Kept" { on ${on} Invoice { ${facts} } expect ${expected} }`;

describe('a test of a record', () => {
  it('passes where everything is as expected', () => {
    const results = resultsOf(`
      ${kept('2026-03-02', 'must-keep keep-through 2026-03-02 erase-by 2027-03-02 only by law.one.keeps, law.one.erases owing lock')}
      test "May go" { on 2026-03-03 Invoice { issued-on: 2020-03-02, flag: no } expect may-erase keep-through 2026-03-02 erase-by none owing none }
      test "Gone" { on 2027-03-03 Invoice { issued-on: 2020-03-02, flag: yes } expect overdue }
      test "Open" { on 2026-03-02 Invoice { issued-on: 2020-03-02 } expect must-keep missing none }
      test "Asks" { on 2027-03-02 Invoice { issued-on: 2020-03-02 } expect undetermined missing flag }
      test "For ever" { on 2027-03-02 Invoice { issued-on: none, flag: no } expect must-keep keep-through forever }
    `);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.length).toBe(6);
  });

  it('means noon where the one policy that it is under is at home', () => {
    const tokyo = `policy law.tokyo "Tokyo" { authority law zone "Pacific/Kiritimati"
      rule keeps "Keeps" { keep Log for at least 1 day counted from day cite "x" } }
      test "Under one" under law.tokyo { on 2026-03-02 Log { day: 2026-03-01 } expect must-keep }
      test "Under all" { now 2026-03-02T12:00:00Z Log { day: 2026-03-01 } expect may-erase }`;
    expect(resultsOf(tokyo).map(({ passed }) => passed)).toEqual([true, true]);
  });

  it('of a record type without keeps and erasures expects states of deadlines', () => {
    const results = resultsOf(`
      scenarios "Answers" for Request {
        given extended: no
        | on         | received-on | answered-on | state   | due-by     |
        | 2026-02-28 | 2026-01-31  | none        | open    | 2026-02-28 |
        | 2026-03-01 | 2026-01-31  | none        | overdue | 2026-02-28 |
        | 2026-03-01 | 2026-01-31  | 2026-02-02  | done    | none       |
      }
      test "Notice" { now 2026-03-05T08:00:00Z Incident { aware-at: 2026-03-02T08:00:00Z, notified-at: none } expect open due-by 2026-03-05T08:00:00Z }
    `);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('that fails says what was expected, what is, and why', () => {
    expect(failureOf(kept('2027-01-01', 'must-keep keep-through 2034-12-31'))).toMatchObject({
      what: 'state',
      expected: 'must-keep through 2034-12-31',
      actual: 'may-erase',
      message:
        'Expected must-keep through 2034-12-31, but it may be erased since 2026-03-03 and must be by 2027-03-02 (may-erase), because law.one.erases ("Erases") asks to erase it by 2027-03-02 and law.one.keeps ("Keeps") keeps it through 2026-03-02.',
    });
    expect(failureOf(kept('2026-03-02', 'must-keep keep-through 2026-03-01'))).toMatchObject({
      what: 'keep-through',
      expected: '2026-03-01',
      actual: '2026-03-02',
      message: expect.stringMatching(/^Expected keep-through 2026-03-01, but it is 2026-03-02, because /),
    });
    expect(failureOf(kept('2026-03-02', 'must-keep by law.one.notice'))?.message).toBe(
      'Expected must-keep by law.one.notice, but it is must-keep by law.one.erases and law.one.keeps.',
    );
    expect(failureOf(kept('2027-06-01', 'overdue', 'issued-on: 2020-03-02'))?.message).toBe(
      'Expected overdue, but it cannot be told (undetermined), because it depends on what is not known: flag.',
    );
    expect(failureOf(kept('2026-03-02', 'must-keep owing none'))?.message).toBe(
      'Expected that none is owed, but what is owed is lock.',
    );
  });

  it('of a deadline says so in its own words', () => {
    const request = (expected: string, answered = 'none') =>
      failureOf(
        `test "R" { on 2026-03-01 Request { received-on: 2026-01-31, answered-on: ${answered} } expect ${expected} }`,
      );
    expect(request('open due-by 2026-03-31')?.message).toBe(
      'Expected open through 2026-03-31, but it is overdue, because law.one.answer asks for it by 2026-02-28.',
    );
    expect(request('overdue', '2026-02-01')?.message).toBe(
      'Expected overdue, but it is done, because law.one.answer is done.',
    );
    expect(request('overdue due-by 2026-02-27')?.message).toBe(
      'Expected due-by 2026-02-27, but it is 2026-02-28, because law.one.answer asks for it by 2026-02-28.',
    );
  });

  it('tells a date that is not known from one that is none', () => {
    expect(failureOf(kept('2026-03-02', 'must-keep erase-by none', 'issued-on: 2020-03-02'))?.actual).toBe(
      'not known',
    );
  });

  it('that reads the date and does not state it fails, and says how to state it', () => {
    const [result] = resultsOf('test "When" { Invoice { issued-on: 2020-03-02 } expect must-keep }');
    expect(result?.failures).toMatchObject([
      { what: 'now', message: expect.stringContaining('add "on", for example "on 2026-03-02"') },
    ]);
  });

  it('comes with the explanation of its case where it fails', () => {
    const [result] = resultsOf(kept('2026-03-02', 'may-erase'));
    expect(result?.scheduleExplanation?.schedule.state).toBe('must-keep');
    expect(result?.explanation).toBe(undefined);
  });
});
