import { describe, expect, it } from 'vitest';
import type { TestResult } from '../../../packages/compiler/src/testing/index.ts';
import { runTests } from '../../../packages/compiler/src/testing/index.ts';
import { programOf } from '../../support/probe.ts';

const policies = `authorities law binding > company tenant
taxonomy Place { DE, GB }
record Entry { at?: instant, granted?: boolean }
activity act "Act" {
  place: Place
  person-name: text
  flag?: boolean
  entries?: list of Entry
  country: each of (place)
}
obligation tell "Tell"
policy a.law "A" { authority law applies when country is DE default permit act "Allowed here"
  rule no "Never on flags" { forbid act when flag unless person-name is "Ada" cite "x" }
  rule tell "Tell" { require act when (flag else yes) obligation tell cite "x" }
  rule look "Look" { advise act when flag is no }
}
policy b.law "B" { authority law applies when country is GB default forbid act "Not here" cite "x" }
policy b.more "More" { authority company rule early "Not early" { forbid act when now is before 2020-01-01T00:00:00Z } }
`;

const run = (tests: string, more = ''): readonly TestResult[] =>
  runTests({ program: programOf(policies + more, tests) });

/** Runs one test; \`under\` keeps the policy that reads the time out of it. */
const runOne = (facts: string, expectation: string): TestResult | undefined =>
  run(`test "T" under a.law, b.law { act { ${facts} } expect ${expectation} }`)[0];

const messagesOf = (facts: string, expectation: string): readonly string[] =>
  runOne(facts, expectation)?.failures.map(({ message }) => message) ?? [];

const passes = (facts: string, expectation: string): boolean => runOne(facts, expectation)?.passed === true;

const ada = 'place: DE, person-name: "Ada"';
const bob = 'place: DE, person-name: "Bob"';

describe('a test', () => {
  it('passes where the answer is as expected', () => {
    expect(runOne(`${ada}, flag: no`, 'permitted')).toEqual({
      title: 'T',
      file: '2.privacy',
      line: 1,
      passed: true,
      failures: [],
    });
  });

  it('tells why the answer is another one', () => {
    expect(messagesOf(`${ada}, flag: no`, 'forbidden by a.law.no')).toEqual([
      'Expected forbidden by a.law.no, but it is permitted, because a.law.default.act ("Allowed here") allows it.',
    ]);
    expect(messagesOf(`${bob}, flag: yes`, 'permitted')).toEqual([
      'Expected permitted, but it is forbidden, because a.law.no ("Never on flags") forbids it.',
    ]);
    expect(messagesOf(bob, 'permitted')).toEqual([
      'Expected permitted, but it is undetermined, because it depends on what is not known: flag.',
    ]);
    expect(runOne(`${bob}, flag: yes`, 'permitted')?.failures).toMatchObject([
      { what: 'outcome', expected: 'permitted', actual: 'forbidden', line: 1 },
    ]);
  });

  it('names the claims that nobody answers for', () => {
    const program = programOf(
      policies,
      'test "T" under a.law { act { place: GB, person-name: "x" } expect permitted }',
    );
    expect(runTests({ program })[0]?.failures[0]?.message).toBe(
      'Expected permitted, but it is ungoverned, because no policy says what is allowed under the claim of GB.',
    );
  });

  it('that fails comes with the explanation of the case', () => {
    const { explanation } = runOne(`${bob}, flag: yes`, 'permitted') ?? {};
    expect(explanation).toMatchObject({ decision: { outcome: 'forbidden' }, changes: [] });
  });

  it('a required fact that is left out is unknown', () => {
    expect(passes('place: DE, flag: yes', 'undetermined missing person-name')).toBe(true);
    expect(passes('person-name: "Ada"', 'undetermined missing place claim unknown')).toBe(true);
  });
});

describe('what is expected', () => {
  it('by means among them, only by exactly', () => {
    expect(passes(`${bob}, flag: yes`, 'forbidden by a.law.no')).toBe(true);
    expect(passes(`${bob}, flag: yes`, 'forbidden only by a.law.no')).toBe(true);
    expect(messagesOf(`${ada}, flag: no`, 'permitted only by a.law.no')).toEqual([
      'Expected permitted by a.law.no alone, but it is permitted by a.law.default.act.',
    ]);
    expect(messagesOf(`${bob}, flag: yes`, 'forbidden by b.law.default.act')).toEqual([
      'Expected forbidden by b.law.default.act, but it is forbidden by a.law.no.',
    ]);
  });

  it('owing names obligations, owing none that there are none', () => {
    expect(passes(`${ada}, flag: yes`, 'permitted owing tell')).toBe(true);
    expect(passes(`${ada}, flag: no`, 'permitted owing none')).toBe(true);
    expect(messagesOf(`${ada}, flag: yes`, 'permitted owing none')).toEqual([
      'Expected that none is owed, but what is owed is tell.',
    ]);
    expect(messagesOf(`${ada}, flag: no`, 'permitted owing tell')).toEqual([
      'Expected that tell is owed, but what is owed is none.',
    ]);
  });

  it('missing names facts, also by their position', () => {
    expect(passes(bob, 'undetermined only missing flag')).toBe(true);
    expect(messagesOf(bob, 'undetermined missing entries[0].at')).toEqual([
      'Expected that entries[0].at is asked for, but what is missing is flag.',
    ]);
  });

  it('remarks names rules that advise', () => {
    expect(passes(`${ada}, flag: no`, 'permitted remarks a.law.look')).toBe(true);
    expect(messagesOf(`${ada}, flag: yes`, 'permitted remarks a.law.look')).toEqual([
      'Expected remarks by a.law.look, but there are remarks by none.',
    ]);
  });

  it('assumed names facts that else stood in for', () => {
    expect(passes(ada, 'permitted assumed flag owing tell')).toBe(true);
    expect(messagesOf(`${ada}, flag: yes`, 'permitted assumed flag')).toEqual([
      'Expected an assumption about flag, but assumed is none.',
    ]);
  });

  it('claim names the claims that the outcome comes from', () => {
    expect(passes(`${ada}, flag: no`, 'permitted claim DE')).toBe(true);
    expect(messagesOf(`${ada}, flag: no`, 'permitted claim GB')).toEqual([
      'Expected permitted under the claim of GB, but it is permitted under DE.',
    ]);
  });

  it('is checked part by part, and each failure is told', () => {
    expect(
      runOne(`${ada}, flag: yes`, 'permitted by a.law.no owing none')?.failures.map(({ what }) => what),
    ).toEqual(['by', 'owing']);
  });
});

describe('the moment of a test', () => {
  const test = (now: string, under = '') =>
    `test "T"${under} { ${now} act { ${ada}, flag: no } expect permitted }`;

  it('has to be stated where the rules that count read the time', () => {
    expect(run(test(''))[0]).toMatchObject({
      passed: false,
      failures: [
        {
          what: 'now',
          message:
            'The rules read the time, and this test does not say what time it is: add "now", for example "now 2026-03-02T12:00:00Z".',
        },
      ],
    });
    expect(run(test('now 2026-03-02T12:00:00Z'))[0]?.passed).toBe(true);
    expect(run(test('now 2019-03-02T12:00:00Z'))[0]?.failures[0]?.message).toContain('b.more.early');
  });

  it('may be left out where nothing reads the time', () => {
    expect(run(test('', ' under a.*'))[0]?.passed).toBe(true);
    expect(run(test('', ' under a.law'))[0]?.passed).toBe(true);
  });
});

describe('a run of tests', () => {
  const three = `test "One" under a.law { act { ${ada}, flag: no } expect permitted }
test "Two" under a.law { act { ${ada}, flag: no } expect forbidden }
test "Three" under b.law { act { place: GB, person-name: "x" } expect forbidden }`;

  it('gives the results in the order of the source, with their lines', () => {
    expect(run(three).map(({ title, line, passed }) => [title, line, passed])).toEqual([
      ['One', 1, true],
      ['Two', 2, false],
      ['Three', 3, true],
    ]);
  });

  it('runs only what the filter lets through', () => {
    const program = programOf(policies, three);
    const results = runTests({
      program,
      filter: ({ title, file, line }) => title === 'Two' && file === '2.privacy' && line === 2,
    });
    expect(results.map(({ title }) => title)).toEqual(['Two']);
  });

  it('tells each result as soon as it is there', () => {
    const told: string[] = [];
    runTests({ program: programOf(policies, three), onResult: ({ title }) => told.push(title) });
    expect(told).toEqual(['One', 'Two', 'Three']);
  });

  it('takes each row of scenarios as a test at its own line', () => {
    const results = run(`scenarios "Rows" for act under a.law {
  given place: DE, person-name: "Bob"
  | flag | expect    |
  | yes  | forbidden |
  | no   | forbidden |
}`);
    expect(results.map(({ line, passed }) => [line, passed])).toEqual([
      [4, true],
      [5, false],
    ]);
  });
});
