import { describe, expect, it } from 'vitest';
import { codesOf, conditionOf, messagesOf, policyWith, shapeOf, unitsOf } from './read.ts';

describe('comments and documentation', () => {
  const text = `/// Describes the policy
///   in two lines.
policy a "A" { // behind
  // on its own line
  /// Describes the rule.
  rule r "R" { forbid contact }
}
// at the end
`;

  it('documentation belongs to what stands below it', () => {
    const [unit] = unitsOf(text);
    expect(unit?.tree).toMatchObject({
      documentation: { text: 'Describes the policy\n  in two lines.' },
      clauses: [{ kind: 'rule', documentation: { text: 'Describes the rule.' } }],
    });
  });

  it('comments are kept as they are written, with their place', () => {
    const [unit] = unitsOf(text);
    expect(unit?.comments.map(({ text: written, ownLine }) => [written, ownLine])).toEqual([
      ['// behind', false],
      ['// on its own line', true],
      ['// at the end', true],
    ]);
    for (const { start, end, text: written } of unit?.comments ?? [])
      expect(text.slice(start, end)).toBe(written);
  });

  it('documentation that describes nothing becomes a comment and is reported', () => {
    const [unit] = unitsOf('policy a "A" {\n  /// Nothing to describe\n  authority law\n}\n');
    expect(unit?.diagnostics.map(({ code }) => code)).toEqual(['syntax/stray-documentation']);
    expect(unit?.comments).toHaveLength(1);
  });

  it('comments alone are no mistake', () => {
    expect(codesOf('// nothing\n\n// here\n')).toEqual([]);
    expect(codesOf('')).toEqual([]);
    expect(codesOf('\n\n')).toEqual([]);
  });
});

describe('characters', () => {
  it('a byte order mark and Windows line ends are accepted', () => {
    expect(codesOf('\ufeffpolicy a "A" {\r\n  authority law\r\n}\r\n')).toEqual([]);
  });

  it('control characters are reported, wherever they stand', () => {
    expect(codesOf('policy a "A\u0001" { authority law } // \u0000')).toEqual([
      'syntax/control-character',
      'syntax/control-character',
    ]);
  });

  it('marks that turn the direction of writing around are reported in texts and comments', () => {
    expect(codesOf('policy a "A\u202e" { authority law } // \u2066')).toEqual([
      'syntax/hidden-character',
      'syntax/hidden-character',
    ]);
  });

  it('letters of two alphabets in one word are reported', () => {
    expect(codesOf(policyWith('when ch\u0430nnel is email'))).toEqual(['syntax/mixed-letters']);
    expect(codesOf(policyWith('when größe is 3'))).toEqual([]);
  });

  it('what has no meaning is reported once for a run of characters', () => {
    expect(codesOf(policyWith('when a 😀😀 is b'))).toEqual(['syntax/unreadable-character']);
  });
});

describe('numbers, dates and times', () => {
  it('a minus sign stands between spaces, and belongs to a number without them', () => {
    expect(shapeOf(conditionOf('a - 5 is -5'))).toMatchObject({
      left: { kind: 'arithmetic', operator: '-', left: 'a' },
      test: { value: { value: { value: -5 } } },
    });
    expect(codesOf(policyWith('when a -b is 3'))).toEqual(['syntax/minus-without-spaces']);
    expect(shapeOf(conditionOf('a-b is 3'))).toMatchObject({ left: 'a-b' });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-04-31'])('%s is no day', (date) => {
    expect(codesOf(policyWith(`in force from ${date}`))).toEqual(['syntax/no-such-date']);
  });

  it('29 February exists in leap years', () => {
    expect(codesOf(policyWith('in force from 2024-02-29'))).toEqual([]);
    expect(codesOf(policyWith('in force from 2000-02-29'))).toEqual([]);
    expect(codesOf(policyWith('in force from 1900-02-29'))).toEqual(['syntax/no-such-date']);
  });

  it.each(['24:00', '08:60', '99:99'])('%s is no time', (time) => {
    expect(codesOf(policyWith(`when time in z is after ${time}`))).toEqual(['syntax/no-such-time']);
  });

  it('a moment says its offset', () => {
    expect(codesOf('test "x" { now 2026-03-02T12:00:00 }')).toEqual(['syntax/moment-without-offset']);
    expect(codesOf('test "x" { now 2026-03-02T12:00:00.250+05:30 }')).toEqual([]);
  });

  it('terms may start with a digit', () => {
    expect(codesOf('taxonomy T { 2fa, 3d-secure }')).toEqual([]);
    expect(shapeOf(conditionOf('x is 2fa'))).toMatchObject({ test: { value: '2fa' } });
  });
});

describe('quoted texts', () => {
  it('an unclosed one ends with its line', () => {
    const [message, ...more] = messagesOf(policyWith('cite "art. 5'));
    expect(message?.code).toBe('syntax/unclosed-text');
    expect(more).toEqual([]);
  });

  it('unknown escapes are reported', () => {
    expect(codesOf(policyWith('cite "C:\\dir"'))).toEqual(['syntax/unknown-escape']);
    expect(codesOf(policyWith('cite "\\u{110000}"'))).toEqual(['syntax/unknown-escape']);
  });

  it('an unclosed back-tick quotes the word behind it', () => {
    expect(codesOf(policyWith('when x is `in'))).toEqual(['syntax/unclosed-back-tick']);
  });

  it('addresses may hold two slashes', () => {
    expect(codesOf('policy a "A" { source "S" <https://example.org/a#b> as of 2026-01-01 }')).toEqual([]);
  });
});

describe('entries of lists', () => {
  it('take commas on one line and none across lines', () => {
    expect(codesOf('taxonomy T { a, b { c, d }, e }')).toEqual([]);
    expect(codesOf('taxonomy T {\n  a\n  b {\n    c\n    d\n  }\n}')).toEqual([]);
    expect(codesOf('taxonomy T { a b }')).toEqual(['syntax/comma-missing']);
    expect(codesOf('taxonomy T {\n  a,\n  b,\n}')).toEqual(['syntax/comma-at-line-end']);
  });

  it('several names for one term have commas between them', () => {
    expect(
      codesOf('taxonomy T { GB "United Kingdom" also "UK", "Britain", FR also "La France", "Hexagone" }'),
    ).toEqual([]);
  });

  it('a row ends with its line', () => {
    expect(
      codesOf('table t by P: number {\n  | place | value |\n  | DE    | 16\n  | FR    | 15    |\n}'),
    ).toEqual(['syntax/row-not-closed']);
  });

  it('a cell of a table goes from one day to another, and a row of cases does not', () => {
    expect(
      codesOf('table t by weekday: number {\n  | d | v |\n  | monday to friday, sunday | 1 |\n}'),
    ).toEqual([]);
    expect(codesOf('scenarios "S" for a {\n  | d |\n  | monday to friday |\n}')).not.toEqual([]);
  });

  it('"to" is a name everywhere else', () => {
    expect(codesOf('record R { from: date, to: date, days: list of date }')).toEqual([]);
    expect(codesOf('define d(to: date) as to is after to')).toEqual([]);
  });
});
