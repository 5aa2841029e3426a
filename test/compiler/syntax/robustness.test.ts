import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAt, parseSourceFile, tokenizeUnit } from '../../../packages/compiler/src/syntax/index.ts';
import { stepsCounted } from '../../../packages/compiler/src/syntax/work-counter.ts';
import { codesOf, messagesOf, nestedSpans, tourSources, unitsOf } from './read.ts';

const sources = tourSources().map(({ text }) => text);
const fragments = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '|',
  ',',
  ':',
  ';',
  '=',
  '<',
  '>',
  '.',
  '-',
  '`',
  '//',
  '///',
  '\n',
  '\r\n',
  '\u0000',
  'when ',
  'is ',
  'not ',
  'in ',
  'and ',
  'policy ',
  'rule ',
  'except ',
  'some x in ',
  'satisfies ',
  'where ',
  'one of ',
  '8am',
  '31.12.2024',
  '&&',
  '“',
  '–',
  '\u202e',
  '\ud800',
  '😀',
  'every record of ',
  'latest ',
  'today ',
  'force ',
];

/** A real text, cut and stirred. */
const damaged = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.nat(),
    fc.nat(3000),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom('', ...fragments)), { maxLength: 12 }),
  )
  .map(([source, from, length, edits]) => {
    const start = from % source.length;
    return edits.reduce(
      (text, [at, remove, insert]) => {
        const offset = at % (text.length + 1);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      },
      source.slice(start, start + length),
    );
  });

function steps(text: string): number {
  const before = stepsCounted();
  parseSourceFile({ path: 'policies/example.privacy', text });
  return stepsCounted() - before;
}

describe('damaged text', () => {
  it('is read without a crash; the declarations cover it, and messages lie inside it', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const units = unitsOf(text);
        expect(units.map((unit) => unit.text).join('')).toBe(text);
        for (const { text: own, tree, skipped, comments, diagnostics } of units) {
          for (const { start, end } of [
            tree,
            ...skipped,
            ...comments,
            ...diagnostics.map(({ span }) => span),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(own.length);
          }
          for (const { inner } of nestedSpans(tree, tree))
            expect(inner.end).toBeGreaterThanOrEqual(inner.start);
        }
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('gets messages without gaps: short headlines, nothing left to fill in', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { headline, because = '', help = '' } of messagesOf(text)) {
          expect(headline.length).toBeLessThanOrEqual(100);
          expect(`${headline}${because}${help}`).not.toMatch(/undefined|\{[a-zA-Z]+\}|NaN/);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('an unreadable declaration is never silent', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { tree, skipped, diagnostics } of unitsOf(text)) {
          if (tree.kind === 'unreadable' && tree.end > tree.start) expect(diagnostics).not.toEqual([]);
          if (skipped.length > 0) expect(diagnostics).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('can be asked what may stand anywhere in it, and cut into its parts', () => {
    fc.assert(
      fc.property(damaged, fc.nat(), (text, at) => {
        expectedAt(text, at % (text.length + 1));
        for (const { start, end } of tokenizeUnit(text)) expect(end).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('work', () => {
  const [source = ''] = sources;
  const shapes: readonly (readonly [string, (count: number) => string])[] = [
    ['correct text', (count) => source.repeat(count)],
    [
      'one long policy',
      (count) =>
        `policy a "A" {\n${'  rule r "R" { forbid contact when a is b and c }\n'.repeat(10 * count)}}\n`,
    ],
    [
      'one long policy with a mistake at its end',
      (count) => `policy a "A" {\n${'  rule r "R" { forbid contact }\n'.repeat(10 * count)}  authority\n}`,
    ],
    [
      'a policy full of mistakes',
      (count) => `policy a "A" {\n${'  rule r "R" { forbd contact when a b c; }\n'.repeat(10 * count)}}\n`,
    ],
    ['declarations with a mistake each', (count) => 'policy a "A" { authority law; }\n'.repeat(10 * count)],
    ['open blocks', (count) => 'test "a" {\n'.repeat(10 * count)],
    ['quotation marks', (count) => '"'.repeat(100 * count)],
    ['back-ticks', (count) => '`'.repeat(100 * count)],
    ['parentheses', (count) => `policy a { rule r { when ${'('.repeat(100 * count)}`],
    ['words', (count) => `policy a { ${'word '.repeat(100 * count)}}`],
    [
      'exceptions without names',
      (count) => `policy a { rule r { ${'except when a\n'.repeat(20 * count)} } }`,
    ],
    [
      'lists without parentheses',
      (count) => `policy a { rule r { when x is one of ${'a, '.repeat(100 * count)} } }`,
    ],
    ['rows that are not closed', (count) => `scenarios "a" for b {\n${'| a | b\n'.repeat(20 * count)}}`],
  ];

  it.each(shapes)('grows no faster than the text: %s', (_name, make) => {
    const small = make(20);
    const large = make(80);
    steps(large);
    const growth = steps(large) / Math.max(1, steps(small));
    expect(growth).toBeLessThan(1.25 * (large.length / small.length));
  });
});

describe('limits', () => {
  const deep = (open: string, close: string, depth: number): string =>
    `policy a "A" {\n  rule r "R" { forbid contact when ${open.repeat(depth)}x${close.repeat(depth)} }\n}\n`;

  it.each([
    ['parentheses', '(', ')'],
    ['"not"', 'not ', ''],
    ['look-ups', 't of ', ''],
    ['sums', 'a + ', ''],
    ['dates counted from dates', 'a after ', ''],
    ['lists', 'x is [', ']'],
    ['calls', 'f(', ')'],
    ['quantifiers', 'some y in l satisfies ', ''],
    ['"else"', 'a else ', ''],
  ])('%s may nest, but not without end', (_name, open, close) => {
    expect(codesOf(deep(open, close, 25))).toEqual([]);
    expect(codesOf(deep(open, close, 200))).toEqual(['syntax/nested-too-deeply']);
    expect(codesOf(deep(open, close, 100_000))).toEqual(['syntax/nested-too-deeply']);
  });

  it('terms and exceptions may nest, but not without end', () => {
    expect(codesOf(`taxonomy T { ${'a { '.repeat(60)}b${' }'.repeat(60)} }`)).toEqual([]);
    expect(codesOf(`taxonomy T { ${'a { '.repeat(70)}b${' }'.repeat(70)} }`)).toEqual([
      'syntax/nested-too-deeply',
    ]);
    expect(codesOf(`policy a { rule r { ${'except b { '.repeat(70)}${'}'.repeat(70)} } }`)).toEqual([
      'syntax/nested-too-deeply',
    ]);
  });

  it('deep nesting leaves the declarations around it alone', () => {
    const text = `${deep('(', ')', 500)}policy b "B" { authority law }\n`;
    expect(unitsOf(text).map(({ tree }) => tree.kind)).toEqual(['unreadable', 'policy']);
  });

  it('a file of more than 16 MB is refused', () => {
    const file = parseSourceFile({ path: 'policies/big.privacy', text: ' '.repeat(16 * 1024 * 1024 + 1) });
    expect(file.diagnostics.map(({ code }) => code)).toEqual(['syntax/file-too-large']);
    expect(file.declarations).toHaveLength(1);
  });
});
