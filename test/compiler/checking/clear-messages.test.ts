import { describe, expect, it } from 'vitest';
import type { CheckedProgram } from '../../../packages/compiler/src/checking/index.ts';
import { formatDuration } from '../../../packages/compiler/src/runtime/index.ts';
import { checkTexts, codesOf } from '../../support/check.ts';

const vocabulary = `authorities law binding > company tenant
taxonomy Place { DE open, GB { GB-SCT } }
record Invoice { issued-on: date, is-open?: boolean }
activity act "Act" { place: Place }
calendar north zone "Europe/London" covers 2026-01-01 through 2026-12-31 { weekend saturday, sunday }
calendar south zone "Europe/London" covers 2026-01-01 through 2026-12-31 { weekend saturday, sunday }
`;

function check(...texts: readonly string[]): CheckedProgram {
  return checkTexts([vocabulary, ...texts], []);
}

const rule = (clause: string): string =>
  `policy a.books "Books" { authority law applies everywhere rule one "One" {\n  ${clause}\n  cite "s. 1"\n} }`;

/** The codes of errors alone. */
const errorsIn = (...texts: readonly string[]): readonly string[] =>
  check(...texts)
    .diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    .map(({ diagnostic }) => diagnostic.code);

/** The text that comes of the first fix. */
function fixed(text: string): string {
  const { diagnostic } = check(text).diagnostics[0] ?? {};
  const edits = [...(diagnostic?.fixes[0]?.edits ?? [])];
  return edits
    .sort((left, right) => right.span.start - left.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
}

describe('a period', () => {
  it.each([
    [
      'keep Invoice for 8 years counted from issued-on',
      'keep Invoice for at least 8 years counted from issued-on',
    ],
    [
      'keep Invoice 8 years counted from issued-on',
      'keep Invoice for at least 8 years counted from issued-on',
    ],
    ['erase Invoice within 3 years after issued-on', 'erase Invoice at the latest 3 years after issued-on'],
    ['erase Invoice 3 years after issued-on', 'erase Invoice at the latest 3 years after issued-on'],
    ['review Invoice in 30 days after issued-on', 'review Invoice at the latest 30 days after issued-on'],
  ])('"%s" gets one message, and its fix', (clause, right) => {
    expect(errorsIn(rule(clause))).toEqual(['syntax/period-words']);
    expect(fixed(rule(clause))).toBe(rule(right));
    expect(errorsIn(rule(right))).toEqual([]);
  });

  it.each([
    'erase Invoice after 3 years',
    'erase Invoice after 3 years from issued-on',
    'archive Invoice after 30 days',
  ])('"%s" is asked for the day from which it is counted, and for nothing else', (clause) => {
    expect(errorsIn(rule(clause))).toEqual(['syntax/period-without-start']);
  });
});

describe('missing commas', () => {
  const test = (facts: string): string => `test "One" {\n  act { ${facts} }\n  expect ungoverned\n}`;

  it('get one message for each line, which mends all of them', () => {
    const terms = 'taxonomy Color { red green blue\n  black white }';
    expect(errorsIn(terms)).toEqual(['syntax/comma-missing', 'syntax/comma-missing']);
    expect(fixed(terms)).toBe('taxonomy Color { red, green, blue\n  black white }');
    expect(errorsIn(test('place: DE'))).toEqual([]);
  });
});

describe('what stands twice at the head of a declaration', () => {
  it.each([
    [
      'calendar',
      'calendar c zone "Europe/London" zone "Europe/Paris" covers 2026-01-01 through 2026-12-31 { }',
    ],
    [
      'calendar',
      'calendar c zone "Europe/London" covers 2026-01-01 through 2026-12-31 covers 2025-01-01 through 2025-12-31 { }',
    ],
    ['calendar', 'calendar c "One" "Two" zone "Europe/London" covers 2026-01-01 through 2026-12-31 { }'],
    ['group', 'group g of Place zone "Europe/London" zone "Europe/Paris" { DE }'],
    [
      'table',
      'table t by Place: number zone "Europe/London" zone "Europe/Paris" {\n  | place | value |\n  | DE | 1 |\n}',
    ],
  ])('of a %s is an error', (_, text) => {
    expect(errorsIn(text)).toEqual(['policy/repeated-clause']);
  });
});

describe('a term that two extensions add', () => {
  it('is an error that names both places', () => {
    const checked = check('extend taxonomy Place { DE { DE-BY } }', 'extend taxonomy Place { DE { DE-BY } }');
    expect(codesOf(checked)).toEqual(['name/duplicate']);
    const [{ file, diagnostic } = {}] = checked.diagnostics;
    expect(file?.path).toBe('policies/3.privacy');
    expect(diagnostic?.related).toHaveLength(1);
  });

  it('may be on the way to other terms', () => {
    const checked = check(
      'extend taxonomy Place { DE { DE-BY } }',
      'extend taxonomy Place { DE { DE-BY { munich } } }',
    );
    expect(codesOf(checked)).not.toContain('name/duplicate');
  });
});

describe('working days', () => {
  it('of two calendars do not compare by their number', () => {
    const compare = (one: string, other: string): readonly string[] =>
      errorsIn(`define d(place: Place) as 5 working days in ${one} is at least 3 working days in ${other}`);
    expect(compare('north', 'south')).toEqual(['type/lengths-apart']);
    const [{ diagnostic } = {}] = check(
      'define d(place: Place) as 5 working days in north is at least 3 working days in south',
    ).diagnostics;
    expect(diagnostic?.headline).toContain('working days of south');
    expect(compare('north', 'north')).toEqual([]);
  });

  it('are written with their calendar', () => {
    expect(formatDuration({ amount: 5, unit: 'working-days', calendar: 'north' })).toBe(
      '5 working days in north',
    );
    expect(formatDuration({ amount: 1, unit: 'working-days' })).toBe('1 working day');
  });
});

describe('a calendar that is not there', () => {
  it('may be one of the standard library', () => {
    const { diagnostics } = check('define d(day: date) as day is a holiday in FR-holidays');
    expect(diagnostics.map(({ diagnostic }) => diagnostic.help ?? '').join()).toContain('use std.calendars');
  });
});
