import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDeclaration, formatSourceFile } from '../../../packages/compiler/src/formatting/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { repositoryPath } from '../../support/check.ts';
import { joinLines, piecesOf, sprinkle } from './sprinkle.ts';

const folders = [
  'test/fixtures/tour/',
  'test/fixtures/vocabulary/',
  'test/baselines/formatting/',
  'packages/compiler/library/std/',
];
const files = folders.flatMap((folder) =>
  readdirSync(repositoryPath(folder))
    .filter((name) => name.endsWith('.privacy') && name !== 'mistakes.privacy')
    .map((name) => ({ path: folder + name, text: readFileSync(repositoryPath(folder + name), 'utf8') })),
);

function format(text: string): string {
  return formatSourceFile(parseSourceFile({ path: 'case.privacy', text }));
}

/** The trees without their places. */
function treesOf(text: string): unknown[] {
  const { declarations } = parseSourceFile({ path: 'case.privacy', text });
  return declarations.map(({ unit }) => withoutPlaces(unit.tree));
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'start' && key !== 'end');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutPlaces(part)]));
}

function expectLaws(text: string): void {
  const formatted = format(text);
  expect(treesOf(formatted)).toEqual(treesOf(text));
  expect(piecesOf(formatted)).toEqual(piecesOf(text));
  expect(format(formatted)).toBe(formatted);
  expect(formatted).toMatch(/^$|[^\n]\n$/);
}

describe('formatting keeps the meaning and every comment, and formatting again changes nothing', () => {
  it.each(files)('$path', ({ text }) => {
    expectLaws(text);
    expect(format(text)).not.toMatch(/[ \t]\n|\r|\n\n\n/);
  });

  it.each(files)('$path with Windows line ends', ({ text }) => {
    expect(format(text.replaceAll('\n', '\r\n'))).toBe(format(text));
  });

  it.each(files)('$path on lines and with spaces and comments of somebody else', ({ text }) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (choices) => {
        expectLaws(sprinkle(text, choices));
      }),
      { numRuns: text.length > 10_000 ? 3 : 30 },
    );
  });

  it.each(files)('$path with lines joined', ({ text }) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 7, maxLength: 40 }), (choices) => {
        expectLaws(joinLines(text, choices));
      }),
      { numRuns: text.length > 10_000 ? 3 : 20 },
    );
  });

  it.each(files)('$path cut off somewhere', ({ text }) => {
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const formatted = format(text.slice(0, length));
        expect(format(formatted)).toBe(formatted);
      }),
      { numRuns: 10 },
    );
  });
});

describe('formatting one declaration', () => {
  /** Comments behind neighboring declarations of a file start in one column. */
  const withoutColumns = (text: string): string => text.replace(/ +\/\//g, ' //');

  it.each(files)('gives the lines that it has in the formatted file: $path', ({ text }) => {
    const file = parseSourceFile({ path: 'case.privacy', text });
    const whole = withoutColumns(formatSourceFile(file));
    for (const { unit } of file.declarations) {
      expect(whole).toContain(withoutColumns(formatDeclaration(unit)));
    }
  });
});
