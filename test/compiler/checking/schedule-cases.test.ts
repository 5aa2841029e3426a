import { describe, expect, it } from 'vitest';
import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import type { ScheduleExpectation, ScheduleTest } from '../../../packages/compiler/src/logic/index.ts';
import { checkTexts, codesOf, markedTexts } from '../../support/check.ts';
import { ends, records } from './schedule-vocabulary.ts';

const policies = `
policy de.files "Files" {
  authority law
  zone "Europe/Berlin"
  applies when place is DE
  rule keep "Keep" { keep File for at least 6 years counted from made-on cite "s. 1" }
}
policy us.files "Files" {
  authority provider
  zone "America/Los_Angeles"
  rule answer "Answer" { due Request at the latest 1 month after received-on done when answered-on is not none }
  rule call "Call" { due File at the latest 9 years after made-on }
}
`;

function check(text: string): CheckedProgram {
  return checkTexts([records, ends, policies, text]);
}

/** The cases of records, and the codes of all messages. */
function casesOf(text: string): {
  readonly cases: readonly ScheduleTest[];
  readonly codes: readonly string[];
} {
  const checked = check(text);
  const cases = checked.program.tests.filter((test): test is ScheduleTest => test.kind === 'schedule');
  return { cases, codes: codesOf(checked) };
}

const facts = 'File { made-on: 2020-05-01, customer: { residence: DE, consents: [], tags: [] } }';

function expectationOf(expectation: string, record = facts): ScheduleExpectation | undefined {
  const { cases, codes } = casesOf(`test "T" { on 2026-03-02 ${record} expect ${expectation} }`);
  expect(codes).toEqual([]);
  return cases[0]?.expectations[0];
}

describe('tests of records', () => {
  it('are schedule tests with the facts of the record', () => {
    const { cases, codes } = casesOf(`test "T" under de.files { on 2026-03-02 ${facts} expect must-keep }`);
    expect(codes).toEqual([]);
    expect(cases[0]).toMatchObject({
      kind: 'schedule',
      title: 'T',
      record: 'File',
      under: ['de.files'],
      facts: { madeOn: '2020-05-01', customer: { residence: 'DE', consents: [], tags: [] } },
    });
  });
  it.each([
    ['of the zone of the only policy that counts', 'under us.files', '2026-03-02T20:00:00.000Z'],
    [
      'of UTC where the project states no zone and several policies count',
      'under de.files, us.files',
      '2026-03-02T12:00:00.000Z',
    ],
    ['of UTC where all policies count', '', '2026-03-02T12:00:00.000Z'],
    ['of UTC where a pattern names the policies', 'under de.*', '2026-03-02T12:00:00.000Z'],
  ])('"on" is noon %s', (_, under, instant) => {
    const { cases } = casesOf(`test "T" ${under} { on 2026-03-02 ${facts} expect must-keep }`);
    expect(cases[0]?.now).toBe(Date.parse(instant));
  });
  it('"on" is noon on the clock, also on the day on which it changes', () => {
    const { cases } = casesOf(`test "T" under de.files { on 2026-03-29 ${facts} expect must-keep }`);
    expect(cases[0]?.now).toBe(Date.parse('2026-03-29T10:00:00Z'));
  });
  it('may state an instant', () => {
    const { cases } = casesOf(`test "T" { now 2026-03-02T23:30:00Z ${facts} expect must-keep }`);
    expect(cases[0]?.now).toBe(Date.parse('2026-03-02T23:30:00Z'));
  });
  it('may supply no derived fact and no claim', () => {
    const text = (fact: string) => `test "T" { on 2026-03-02 File { ${fact} } expect must-keep }`;
    expect(casesOf(text('place: DE')).codes).toEqual(['test/derived-fact']);
    expect(casesOf(text('controller: { id: "a" }')).codes).toEqual(['test/derived-fact']);
  });
  it.each([
    ['a record that does not exist', `test "T" { on 2026-03-02 Fil { } expect must-keep }`, ['name/unknown']],
    [
      'a day that is no date',
      `test "T" { on 2026-03-02T12:00:00Z ${facts} expect must-keep }`,
      ['test/on-date'],
    ],
    [
      'an instant that is a date',
      `test "T" { now 2026-03-02 ${facts} expect must-keep }`,
      ['test/now-instant'],
    ],
    [
      'two moments',
      `test "T" { on 2026-03-02 now 2026-03-02T12:00:00Z ${facts} expect must-keep }`,
      ['policy/repeated-clause'],
    ],
    [
      'a day for a decision',
      'test "T" { on 2026-03-02 store { location: GB } expect ungoverned }',
      ['test/on-of-activity'],
    ],
  ])('refuse %s', (_, text, expected) => {
    expect(casesOf(text).codes).toEqual(expected);
  });
});

describe('what is expected of a schedule', () => {
  it.each([
    'on-hold',
    'must-keep',
    'keep-restricted',
    'may-erase',
    'must-erase',
    'overdue',
    'conflict',
    'ungoverned',
    'undetermined',
  ])('may be the state %s', (state) => {
    expect(expectationOf(state)).toEqual({ place: expect.anything(), state });
  });
  it('is the state of what is due for records about which there are only deadlines', () => {
    const request = 'Request { received-on: 2026-02-01, answered-on: none }';
    for (const due of ['open', 'overdue', 'done', 'undetermined'])
      expect(expectationOf(due, request)).toEqual({ place: expect.anything(), due });
    expect(expectationOf('ungoverned', request)).toMatchObject({ state: 'ungoverned' });
  });
  it('is the state of keeping where there are rules of both kinds, unless the word says otherwise', () => {
    expect(expectationOf('overdue')).toMatchObject({ state: 'overdue' });
    expect(expectationOf('undetermined')).toMatchObject({ state: 'undetermined' });
    expect(expectationOf('open')).toMatchObject({ due: 'open' });
    expect(expectationOf('done')).toMatchObject({ due: 'done' });
  });
  it('is the state of keeping where a hold reaches the record', () => {
    const hold =
      'policy x.hold "H" { authority company rule h "H" { hold every record of company cite "o" review within 1 year } }';
    const text = `${hold} test "T" { on 2026-03-02 Request { received-on: 2026-02-01 } expect overdue due overdue }`;
    expect(casesOf(text).cases[0]?.expectations[0]).toMatchObject({ state: 'overdue', due: 'overdue' });
  });
  it('may be days', () => {
    expect(
      expectationOf('must-keep keep-through 2026-05-01 erase-by 2027-01-01 due-by 2026-04-01'),
    ).toMatchObject({
      keepThrough: '2026-05-01',
      eraseBy: '2027-01-01',
      dueBy: '2026-04-01',
    });
    expect(expectationOf('must-keep keep-through forever erase-by none due-by none')).toMatchObject({
      keepThrough: 'forever',
      eraseBy: null,
      dueBy: null,
    });
    expect(expectationOf('must-keep keep-through none')).toMatchObject({ keepThrough: null });
  });
  it('may be an instant by which something is due', () => {
    expect(expectationOf('must-keep due-by 2026-04-01T10:00:00Z')).toMatchObject({
      dueBy: Date.parse('2026-04-01T10:00:00Z'),
    });
  });
  it('may be whether it may be erased, and what is due', () => {
    expect(expectationOf('must-keep may-erase no due open')).toMatchObject({ mayErase: false, due: 'open' });
    expect(expectationOf('may-erase may-erase yes')).toMatchObject({ state: 'may-erase', mayErase: true });
  });
  it('names rules, facts, obligations and claims', () => {
    expect(
      expectationOf(
        'must-keep only by de.files.keep missing customer.residence owing none assumed none claim DE',
      ),
    ).toMatchObject({
      by: { exact: true, names: ['de.files.keep'] },
      missing: { exact: false, names: ['customer.residence'] },
      owing: { exact: true, names: [] },
      assumed: { exact: true, names: [] },
      claim: { exact: false, names: ['DE'] },
    });
  });
  it.each([
    ['keep', 'must-keep'],
    ['delete', 'must-erase'],
    ['late', 'overdue'],
    ['held', 'on-hold'],
    ['must-kep', 'must-keep'],
    ['permitted', 'may-erase'],
    ['answered', 'done'],
  ])('"%s" is answered with "%s"', (word, meant) => {
    const checked = check(`test "T" { on 2026-03-02 ${facts} expect ${word} }`);
    expect(codesOf(checked)).toEqual(['name/unknown']);
    expect(checked.diagnostics[0]?.diagnostic.help).toBe(`Do you mean "${meant}"?`);
  });
  it('lists the states where a word is like none of them', () => {
    const checked = check(`test "T" { on 2026-03-02 ${facts} expect bananas }`);
    expect(checked.diagnostics[0]?.diagnostic.help).toContain('on-hold, must-keep');
  });
  it.each([
    ['remarks', 'must-keep remarks none', ['test/other-check']],
    ['a day that is a word', 'must-keep keep-through soon', ['test/check-value']],
    ['an erasure for ever', 'must-keep erase-by forever', ['test/check-value']],
    ['an instant of keeping', 'must-keep keep-through 2026-04-01T10:00:00Z', ['test/check-value']],
    ['yes for a day', 'must-keep due-by yes', ['test/check-value']],
    ['a state of keeping as what is due', 'must-keep due must-keep', ['name/unknown']],
    ['a rule that does not exist', 'must-keep by de.files.kep', ['name/unknown']],
    ['a fact that does not exist', 'must-keep missing made', ['name/unknown-fact']],
    ['a claim that is no term', 'must-keep claim Germany', ['name/unknown-term']],
  ])('refuses %s', (_, expectation, expected) => {
    expect(casesOf(`test "T" { on 2026-03-02 ${facts} expect ${expectation} }`).codes).toEqual(expected);
  });
  it('is nothing that a decision could be', () => {
    const text = (checkText: string) => `test "T" { store { location: GB } expect ungoverned ${checkText} }`;
    for (const word of [
      'keep-through none',
      'erase-by none',
      'due-by none',
      'may-erase no',
      'state must-keep',
      'due open',
    ])
      expect(casesOf(text(word)).codes).toEqual(['test/other-check']);
  });
});

describe('scenarios of records', () => {
  const table = (rows: string, more = '') => `scenarios "S" for File under de.files { ${more}\n${rows}\n}`;

  it('are a test for each row', () => {
    const { cases, codes } = casesOf(
      table(
        `| on         | made-on    | state     | keep-through | by            | claim |
         | 2026-05-01 | 2020-05-01 | must-keep | 2026-05-01   | de.files.keep | DE    |
         | 2026-05-02 | 2020-05-01 | may-erase | none         |               |       |`,
        'given customer.residence: DE, company: { id: "a", seat: DE }',
      ),
    );
    expect(codes).toEqual([]);
    expect(cases.map(({ title, now }) => [title, now])).toEqual([
      ['S, row 1', Date.parse('2026-05-01T10:00:00Z')],
      ['S, row 2', Date.parse('2026-05-02T10:00:00Z')],
    ]);
    expect(cases[0]?.expectations[0]).toMatchObject({
      state: 'must-keep',
      keepThrough: '2026-05-01',
      by: { exact: false, names: ['de.files.keep'] },
      claim: { exact: false, names: ['DE'] },
    });
    expect(cases[1]?.expectations[0]).toEqual({
      place: expect.anything(),
      state: 'may-erase',
      keepThrough: null,
    });
    expect(cases[1]?.facts).toEqual({
      customer: { residence: 'DE' },
      company: { id: 'a', seat: 'DE' },
      madeOn: '2020-05-01',
    });
  });
  it('have columns for everything that a schedule says', () => {
    const { cases, codes } = casesOf(
      table(
        `| now | expect | due | erase-by | due-by | may-erase | only by | missing | owing | assumed |
         | 2026-05-01T00:00:00Z | must-keep | open | 2030-01-01 | 2030-01-02 | no | de.files.keep | none | none | none |`,
      ),
    );
    expect(codes).toEqual([]);
    expect(cases[0]?.expectations[0]).toMatchObject({
      state: 'must-keep',
      due: 'open',
      eraseBy: '2030-01-01',
      dueBy: '2030-01-02',
      mayErase: false,
      by: { exact: true },
    });
  });
  it('may check no state at all', () => {
    const { cases, codes } = casesOf(
      table('| on | keep-through |\n| 2026-05-01 | 2026-05-01 |\n| 2026-05-02 | |'),
    );
    expect(codes).toEqual([]);
    expect(cases.map(({ expectations }) => expectations.length)).toEqual([1, 0]);
  });
  it('take the moment of the table where a row states none', () => {
    const { cases } = casesOf(
      table('| on | state |\n| 2026-05-01 | must-keep |\n| | must-keep |', 'on 2026-07-01'),
    );
    expect(cases.map(({ now }) => now)).toEqual([
      Date.parse('2026-05-01T10:00:00Z'),
      Date.parse('2026-07-01T10:00:00Z'),
    ]);
  });
  it('that check nothing are refused', () => {
    const checked = check(table('| on | made-on |\n| 2026-05-01 | 2020-05-01 |'));
    expect(codesOf(checked)).toEqual(['test/no-expect-column']);
    expect(checked.diagnostics[0]?.diagnostic.headline).toContain('"state"');
  });
  it('report columns of decisions', () => {
    const checked = check(table('| on | state | remarks |\n| 2026-05-01 | must-keep | none |'));
    expect(codesOf(checked)).toEqual(['test/other-check']);
    expect(markedTexts(checked)).toEqual(['remarks']);
  });
  it('report columns that are no fact, with the one that is meant', () => {
    const checked = check(table('| on | made-onn | state |\n| 2026-05-01 | 2020-05-01 | must-keep |'));
    expect(codesOf(checked)).toEqual(['name/unknown-fact']);
    expect(checked.diagnostics[0]?.diagnostic.help).toBe('Do you mean "made-on"?');
  });
  it('report a wrong state in its cell', () => {
    const checked = check(table('| on | state |\n| 2026-05-01 | keep |'));
    expect(codesOf(checked)).toEqual(['name/unknown']);
    expect(markedTexts(checked)).toEqual(['keep']);
  });
});

describe('scenarios of activities', () => {
  it.each([
    ['state', 'must-keep', 'test/other-check'],
    ['due', 'open', 'test/other-check'],
    ['keep-through', 'none', 'test/other-check'],
    ['erase-by', 'none', 'test/other-check'],
    ['due-by', 'none', 'test/other-check'],
    ['may-erase', 'no', 'test/other-check'],
    ['on', '2026-05-01', 'test/on-of-activity'],
  ])('report the column "%s"', (column, cell, code) => {
    const text = `scenarios "S" for store { \n| location | expect | ${column} |\n| GB | ungoverned | ${cell} |\n}`;
    expect(casesOf(text).codes).toEqual([code]);
  });
  it('may have facts with such names', () => {
    const text = `activity ship "Ship" { state?: text }
      scenarios "S" for ship { \n| state | expect |\n| "Ohio" | ungoverned |\n}`;
    const checked = check(text);
    expect(codesOf(checked)).toEqual([]);
    expect(checked.program.tests[0]?.facts).toEqual({ state: 'Ohio' });
  });
});
