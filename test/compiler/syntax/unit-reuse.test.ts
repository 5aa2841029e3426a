import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile, parseSourceFileSteps } from '../../../packages/compiler/src/syntax/index.ts';
import { tourSources } from './read.ts';

const path = 'policies/example.privacy';
const read = (text: string, previous?: SourceFile): SourceFile =>
  parseSourceFile(previous === undefined ? { path, text } : { path, text, previous });
const units = (file: SourceFile) => file.declarations.map(({ unit }) => unit);

const text = Array.from({ length: 8 }, (_, index) => `policy p${index} "P" {\n  authority law\n}\n`).join(
  '\n',
);

describe('a new version of a file', () => {
  it('keeps the units of all declarations but the changed one', () => {
    const before = read(text);
    const after = read(text.replace('p4 "P"', 'p4 "Q"'), before);
    expect(units(after).map((unit, index) => unit === units(before)[index])).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it('keeps them where a declaration comes or goes', () => {
    const before = read(text);
    const added = read(`policy new "N" { authority law }\n${text}`, before);
    expect(units(added).slice(1)).toEqual(units(before));
    for (const [index, unit] of units(before).entries()) expect(units(added)[index + 1]).toBe(unit);
    const removed = read(text.slice(text.indexOf('\npolicy p3')), before);
    expect(units(removed)[0]).toBe(units(before)[3]);
  });

  it('keeps them where declarations change places', () => {
    const before = read('use a\nuse b\nuse c\n');
    const after = read('use c\nuse b\nuse a\n', before);
    expect(new Set(units(after))).toEqual(new Set(units(before)));
  });

  it('never uses one unit twice in a file', () => {
    const twice = 'use a\nuse a\nuse a\n';
    const file = read(twice);
    expect(new Set(units(file)).size).toBe(3);
    const more = read(`${twice}use a\n`, file);
    expect(new Set(units(more)).size).toBe(4);
  });

  it('takes nothing from another file', () => {
    const other = parseSourceFile({ path: 'policies/other.privacy', text });
    expect(units(read(text, other))[0]).not.toBe(units(other)[0]);
  });

  it('equals the same text read from the start, after any edits', () => {
    const pieces = [
      '{',
      '}',
      '"',
      '\n',
      'policy x "X" {',
      'test "t" {',
      '// c\n',
      'use a\n',
      'rule r { ',
      '`',
      ' ',
      '///',
    ];
    const edit = fc.record({ at: fc.nat(), remove: fc.nat(40), insert: fc.constantFrom('', ...pieces) });
    const sources = tourSources().map((source) => source.text);
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (source, edits) => {
          let file = read(source);
          for (const { at, remove, insert } of edits) {
            const start = at % (file.text.length + 1);
            const next = file.text.slice(0, start) + insert + file.text.slice(start + remove);
            const changed = { start, oldEnd: Math.min(start + remove, file.text.length) };
            const told = parseSourceFile({ path, text: next, previous: file, changed });
            file = read(next, file);
            expect(file).toEqual(read(file.text));
            expect(told).toEqual(file);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('pauses after every declaration that was read anew', () => {
    const count = (steps: Generator<void, SourceFile>): number => {
      let pauses = 0;
      while (steps.next().done !== true) pauses += 1;
      return pauses;
    };
    expect(count(parseSourceFileSteps({ path, text }))).toBe(8);
    expect(
      count(parseSourceFileSteps({ path, text: text.replace('p4', 'p9'), previous: read(text) })),
    ).toBeLessThan(4);
  });
});
