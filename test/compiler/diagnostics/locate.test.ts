import { describe, expect, test } from 'vitest';
import {
  createDiagnostic,
  createDiagnosticLocator,
} from '../../../packages/compiler/src/diagnostics/index.ts';
import type { SourceFile } from '../../../packages/compiler/src/syntax/index.ts';
import { parseSourceFile } from '../../../packages/compiler/src/syntax/index.ts';

const first = parseSourceFile({ path: 'a.privacy', text: 'module a\r\nuse b\r\nuse c\r\n' });
const second = parseSourceFile({ path: 'b.privacy', text: '\n\nmodule b\n' });
const elsewhere = parseSourceFile({ path: 'c.privacy', text: 'module c\n' });

describe('the place of a diagnostic', () => {
  test('is counted from the start of its file, whatever it is relative to', () => {
    const located = createDiagnosticLocator([first, second])(aboutUse(first, 2));
    expect(located.place).toMatchObject({
      start: 21,
      end: 22,
      from: { line: 3, column: 5 },
      to: { line: 3, column: 6 },
    });
    expect(located.place.source.text.slice(located.place.start, located.place.end)).toBe('c');
  });

  test('counts from the file where a message is about the file as a whole', () => {
    const diagnostic = createDiagnostic('name/unknown-module', { start: 10, end: 13 }, { name: 'x' });
    const located = createDiagnosticLocator([first])({ file: first, unit: undefined, diagnostic });
    expect(located.place.from).toEqual({ line: 2, column: 1 });
  });

  test('never lies outside of the file', () => {
    const diagnostic = createDiagnostic('name/unknown-module', { start: -5, end: 9999 }, { name: 'x' });
    const { place } = createDiagnosticLocator([first])({ file: first, unit: undefined, diagnostic });
    expect([place.start, place.end]).toEqual([0, first.text.length]);
  });

  test('keeps related labels and edits in the files of their declarations', () => {
    const [, target] = [first, unitOf(second)];
    const found = aboutUse(first, 1, {
      related: [{ span: { start: 0, end: 6 }, unit: target, text: 'declared here' }],
      fixes: [
        {
          title: 'Rename',
          kind: 'automatic',
          edits: [
            { span: { start: 4, end: 5 }, newText: 'd' },
            { span: { start: 9, end: 10 }, unit: target, newText: 'd' },
          ],
        },
      ],
    });
    const located = createDiagnosticLocator([first, second])(found);
    const places = [located.related[0]?.place, ...(located.fixes[0]?.edits ?? []).map(({ place }) => place)];
    expect(places.map((place) => place?.source.path)).toEqual(['b.privacy', 'a.privacy', 'b.privacy']);
  });

  test('leaves out labels and whole fixes that concern a file which is not there', () => {
    const unit = unitOf(elsewhere);
    const found = aboutUse(first, 1, {
      related: [{ span: { start: 0, end: 1 }, unit, text: 'gone' }],
      fixes: [
        {
          title: 'Half gone',
          kind: 'automatic',
          edits: [
            { span: { start: 0, end: 1 }, newText: 'x' },
            { span: { start: 0, end: 1 }, unit, newText: 'x' },
          ],
        },
      ],
    });
    const located = createDiagnosticLocator([first, second])(found);
    expect(located.related).toEqual([]);
    expect(located.fixes).toEqual([]);
  });
});

function unitOf(file: SourceFile) {
  const placed = file.declarations.find(({ unit }) => unit.tree.kind === 'module');
  if (placed === undefined) throw new Error('The file has no module.');
  return placed.unit;
}

function aboutUse(file: SourceFile, index: number, details: Parameters<typeof createDiagnostic>[3] = {}) {
  const unit = file.declarations[index];
  if (unit?.unit.tree.kind !== 'use') throw new Error('This declaration is no use.');
  const { module } = unit.unit.tree;
  return {
    file,
    unit,
    diagnostic: createDiagnostic('name/unknown-module', module, { name: module.text }, details),
  };
}
