import { describe, expect, it } from 'vitest';
import { unitsOf } from './read.ts';

const kinds = (text: string): string[] => unitsOf(text).map(({ tree }) => tree.kind);
const texts = (text: string): string[] => unitsOf(text).map((unit) => unit.text);

describe('declarations of a file', () => {
  it('begin with the comments above them', () => {
    expect(texts('// a\nuse a\n// about b\n\n/// b\nuse b // behind b\n// end\n')).toEqual([
      '// a\nuse a\n',
      '// about b\n\n/// b\nuse b // behind b\n// end\n',
    ]);
  });

  it('need no braces and no empty lines between them', () => {
    expect(
      kinds('module a\nuse b\nauthorities law > company\nlet x = 3\nchoose a.b no because "c"\n'),
    ).toEqual(['module', 'use', 'authorities', 'let', 'choose']);
  });

  it('end with their line behind "use" and "module", whatever stands on the next one', () => {
    expect(texts('use std.crm\nhello\npolicy a "A" { }')).toEqual([
      'use std.crm\n',
      'hello\n',
      'policy a "A" { }',
    ]);
    expect(kinds('module a.b // mine\nrule r "R" { }')).toEqual(['module', 'unreadable']);
  });

  it('may follow one another on one line behind a closing brace', () => {
    expect(
      kinds('policy a { authority law } policy b { authority law } test "c" { expect permitted }'),
    ).toEqual(['policy', 'policy', 'test']);
  });

  it('are not begun by words in comments, quoted texts and back-ticks', () => {
    expect(kinds('policy a "A" {\n  // policy b {\n  cite "policy c {" \n}\n')).toEqual(['policy']);
    expect(kinds('define f(x: X) as\n  x.`policy` is y // use a\n')).toEqual(['define']);
  });

  it('are not begun by facts and ids that are called like their words', () => {
    expect(
      kinds('define f(record: Record) as\n  record.kind is a and\n  record is b and\n  record\n'),
    ).toEqual(['define']);
    expect(kinds('policy policy.test "A" { authority law }')).toEqual(['policy']);
    expect(kinds('test "a" {\nstore {\nrecord: a\ntest: b\n}\n}\n')).toEqual(['test']);
  });

  it('keep "extend" and "precautionary" with what they stand in front of', () => {
    expect(kinds('extend record A { b: text }\nprecautionary obligation c "C"\nobligation d "D"\n')).toEqual([
      'record',
      'obligation',
      'obligation',
    ]);
  });

  it('are found again behind a block that was left open', () => {
    const open = 'policy a "A" {\n  rule r "R" {\n    forbid contact\n';
    for (const next of [
      'policy b "B" { authority law }',
      'record B { c: text }',
      'taxonomy B { c }',
      'group b of C { d }',
      'define b(c: C) as c.d',
      'test "b" { expect permitted }',
      'scenarios "b" for c { given d: e }',
      'activity b { c: text }',
      'let b = c',
    ]) {
      expect(unitsOf(`${open}${next}\n`).at(-1)?.diagnostics).toEqual([]);
      expect(unitsOf(`${open}${next}\n`)).toHaveLength(2);
    }
  });
});
