import { describe, expect, it } from 'vitest';
import { checkTexts, codesOf } from '../../support/check.ts';

const regime = `policy law.base "Base" {
  authority law
  applies everywhere
  default forbid contact "Needs a ground" cite "s. 1"
  rule ok "Ground" { permit contact when is-urgent cite "s. 2" }
}
`;

function codes(text: string): string[] {
  return codesOf(checkTexts(text));
}

function policy(authority: string, body: string, name = 'some.policy'): string {
  return `policy ${name} "Policy" {\n  authority ${authority}\n${body}\n}\n`;
}

describe('defines', () => {
  it('read only their parameters', () => {
    expect(codes('define d(who: Customer) as channel is voice')).toEqual(['name/unknown-fact']);
  });
  it('that lead back to themselves are refused', () => {
    const text = 'define a(who: Customer) as b(who)\ndefine b(who: Customer) as a(who)';
    expect(codes(text)).toEqual(['name/circular']);
  });
  it('may give values', () => {
    const text = `define grants(who: Customer) as number of c in who.consents where (c.granted)\n`;
    expect(
      codes(
        text +
          regime +
          policy('provider', 'rule r "R" { forbid contact when grants(customer) is more than 3 }'),
      ),
    ).toEqual([]);
  });
});

describe('vocabulary', () => {
  it.each([
    ['a taxonomy has a term once', 'taxonomy T { a, b { a } }', ['name/duplicate']],
    ['a pack adds below inner terms', 'taxonomy T { a { b } }\nextend taxonomy T { a { c } }', []],
    ['and below open terms', 'taxonomy T { a open }\nextend taxonomy T { a { c } }', []],
    [
      'not below other final terms',
      'taxonomy T { a, b { c } }\nextend taxonomy T { a { d } }',
      ['name/closed-term'],
    ],
    [
      'not below complete ones',
      'taxonomy T { a complete { b } }\nextend taxonomy T { a { d } }',
      ['name/closed-term'],
    ],
    ['a record may contain its own kind in a list', 'record R { parts: list of R }', []],
    ['but not as a required part', 'record R { part: R }', ['name/circular']],
    ['a yes-or-no fact is not "or none"', 'record R { x: boolean or none }', ['type/boolean-or-none']],
    ['a list is not "or none"', 'record R { x: list of text or none }', ['type/list-or-none']],
    ['types are spelled out', 'record R { x: string }', ['name/unknown']],
    ['records are PascalCase', 'record thing { x: text }', ['name/spelling']],
    ['fields are kebab', 'record R { someThing: text }', ['name/spelling']],
    ['extensions of what does not exist', 'extend record Nothing { x: text }', ['name/unknown']],
    ['a group is not inside itself', 'group A of Place { B }\ngroup B of Place { A }', ['name/circular']],
    ['one order of authorities', 'authorities law > sector > company', ['name/second-authorities']],
    ['a claim is a term', 'activity a { x: text, who: each of (x) }', ['type/claim']],
    [
      'a claim is never none',
      'activity a { x: within Place or none, who: each of (x) }',
      ['type/claim-or-none'],
    ],
    ['a derived fact has no zone', 'activity a { d: date, old = age of d }', ['type/timeless']],
  ] as const)('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('modules', () => {
  it('a name of a module that the file does not use is reported once, with the line to write', () => {
    const checked = checkTexts([
      'module m\nrecord R { x: text }\nrecord S { r: R }',
      'record T { r: R, s: S }',
    ]);
    expect(codesOf(checked)).toEqual(['name/not-in-use']);
    expect(checked.diagnostics[0]?.diagnostic.fixes[0]?.edits[0]?.newText).toBe('use m\n\n');
  });
  it('a module hands on what it uses', () => {
    expect(codes('use b\nrecord T { r: R }')).toEqual(['name/unknown', 'name/unknown']);
    expect(
      codesOf(
        checkTexts([
          'module a\nrecord R { x: text }',
          'module b\nuse a\nrecord S { r: R }',
          'use b\nrecord T { r: R }',
        ]),
      ),
    ).toEqual([]);
  });
});
