import { invariant } from '../support/index.ts';
import type { DeclarationUnit, TextPart } from '../syntax/index.ts';
import { tokenizeUnit } from '../syntax/index.ts';
import { printDeclaration } from './declarations.ts';
import { lineWidth } from './page.ts';
import type { Cursor } from './pieces.ts';
import { cutPieces } from './pieces.ts';
import type { OutputLine } from './render.ts';
import { render } from './render.ts';

/** A declaration as it will stand in the file, without the comments around it. */
export interface FormattedUnit {
  /** What of the unit's text the lines replace. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly OutputLine[];
  /** Kept as it was written, since it could not be read without doubt. */
  readonly isVerbatim: boolean;
}

/** Lays out one declaration; undefined where its text holds nothing but comments. */
export function formatUnit(unit: DeclarationUnit): FormattedUnit | undefined {
  const hasErrors = unit.skipped.length > 0 || unit.diagnostics.some(({ severity }) => severity === 'error');
  if (hasErrors) return keepVerbatim(unit.text);
  const pieces = cutPieces(unit.text, tokenizeUnit(unit.text).filter(isCode));
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const cursor: Cursor = { text: unit.text, pieces, index: 0 };
  const doc = printDeclaration(cursor, unit.tree);
  invariant(
    cursor.index === pieces.length,
    `The printer stopped at piece ${cursor.index} of a ${unit.tree.kind}`,
  );
  return { start: first.start, end: last.end, lines: render(doc, lineWidth), isVerbatim: false };
}

function isCode({ category }: TextPart): boolean {
  return category !== 'comment' && category !== 'documentation';
}

function keepVerbatim(text: string): FormattedUnit | undefined {
  const start = /^\uFEFF?(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  if (end <= start) return undefined;
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  return { start, end, lines: lines.map((code) => ({ code })), isVerbatim: true };
}
