import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../support/check.ts';

const vocabulary = `authorities law binding > company tenant
taxonomy Place { DE }
activity act "Act" { place: Place, day: date, country: each of (place) }
activity other "Other" { place: Place, country: each of (place) }
record Log { day: date }
`;

/** The advice about periods of rules of one policy, as code and headline. */
function advice(rules: string): readonly string[] {
  const policy = `policy p.law "P" { authority law applies when country is DE
    default permit act "A" cite "x" default permit other "O" cite "x" ${rules} }`;
  return checkTexts([vocabulary, policy], [])
    .diagnostics.map(({ diagnostic }) => diagnostic)
    .filter(({ code }) => code.endsWith('-in-force'))
    .map(({ code, headline }) => `${code}: ${headline}`);
}

const rule = (name: string, period: string, subject = 'act') =>
  `rule ${name} "${name}" { forbid ${subject} ${period === '' ? '' : `in force ${period}`} cite "x" }`;

describe('rules that follow one another', () => {
  it('without a break are fine', () => {
    expect(advice(rule('a', 'until 2025-03-12') + rule('b', 'from 2025-03-12'))).toEqual([]);
    expect(advice(rule('a', 'through 2025-03-11') + rule('b', 'from 2025-03-12'))).toEqual([]);
  });

  it('with a day between them leave a gap', () => {
    expect(advice(rule('a', 'until 2025-03-11') + rule('b', 'from 2025-03-12'))).toEqual([
      'lint/gap-in-force: On 2025-03-11, neither "p.law.a" nor "p.law.b" is in force',
    ]);
    expect(advice(rule('b', 'from 2025-03-12') + rule('a', 'through 2025-03-05'))).toEqual([
      'lint/gap-in-force: From 2025-03-06 through 2025-03-11, neither "p.law.a" nor "p.law.b" is in force',
    ]);
  });

  it('that share a day overlap', () => {
    expect(advice(rule('a', 'through 2025-03-12') + rule('b', 'from 2025-03-12'))).toEqual([
      'lint/overlap-in-force: On 2025-03-12, both "p.law.a" and "p.law.b" are in force',
    ]);
  });

  it('with more than a week between them are taken to be meant so', () => {
    expect(advice(rule('a', 'through 2025-03-01') + rule('b', 'from 2025-03-09'))).toHaveLength(1);
    expect(advice(rule('a', 'through 2025-03-01') + rule('b', 'from 2025-03-10'))).toEqual([]);
    expect(advice(rule('a', 'through 2025-03-18') + rule('b', 'from 2025-03-11'))).toEqual([]);
  });

  it('are told only where nothing else follows exactly', () => {
    const both = rule('a', 'through 2025-03-11') + rule('b', 'from 2025-03-12');
    expect(advice(both + rule('c', 'from 2025-03-13'))).toEqual([]);
  });

  it('are those that do the same to the same, by the day of the decision', () => {
    expect(advice(rule('a', 'through 2025-03-10') + rule('b', 'from 2025-03-12', 'other'))).toEqual([]);
    expect(advice(rule('a', 'through 2025-03-10') + rule('b', 'from 2025-03-12 counted by day'))).toEqual([]);
    const keep = (name: string, period: string) =>
      `rule ${name} "${name}" { keep Log for at least 1 year counted from day in force ${period} cite "x" }`;
    const erase = 'rule gone "Gone" { erase Log at the latest 9 years after day cite "x" }';
    const logs = `policy p.law "P" { authority law ${keep('a', 'through 2025-03-10')} ${keep('b', 'from 2025-03-12')} ${erase} }`;
    const { diagnostics } = checkTexts([vocabulary, logs], []);
    expect(diagnostics.map(({ diagnostic }) => diagnostic.code)).toEqual(['lint/gap-in-force']);
  });

  it('that end on one day and begin on one day are no alternatives', () => {
    expect(advice(rule('a', 'from 2025-01-01 through 2025-03-12') + rule('b', 'from 2025-01-01'))).toEqual(
      [],
    );
    expect(advice(rule('a', '') + rule('b', 'from 2025-01-01'))).toEqual([]);
  });
});
