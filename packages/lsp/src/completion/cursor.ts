import type { DeclarationUnit, Expected, Span, TextPart } from '@privacy-lang/compiler';
import { expectedAt, tokenizeUnit } from '@privacy-lang/compiler';
import type { ProgramFile } from '../model/snapshot.ts';
import { unitAt } from '../model/snapshot.ts';

/** A word, value or sign in front of the cursor. */
export interface Piece extends TextPart {
  readonly text: string;
}

/** Where the author types: the declaration, what may stand there, and what stands in front of it. */
export interface Cursor {
  readonly unit: DeclarationUnit;
  /** The offset of the declaration in the file. */
  readonly start: number;
  /** From the start of the declaration. */
  readonly offset: number;
  readonly expected: Expected;
  /** The code of the declaration in front of the word that is being typed. */
  readonly before: readonly Piece[];
}

/** The cursor at an offset of a file. */
export function cursorAt(file: ProgramFile, offset: number): Cursor {
  const { source } = file;
  const found = unitAt(source, Math.max(0, offset - 1));
  const unit = found?.unit ?? emptyUnit;
  const start = found?.start ?? 0;
  const own = offset - start;
  if (beginsDeclaration(unit.text, own)) return freshCursor(unit, start, own);
  const expected = expectedAt(unit, own);
  return { unit, start, offset: own, expected, before: piecesBefore(unit.text, expected.replace) };
}

/** A word at the margin, outside of all blocks, begins the next declaration, whatever the one before it lacks. */
function beginsDeclaration(text: string, offset: number): boolean {
  const line = /(?:^|[\r\n])[a-z]*$/.exec(text.slice(0, offset));
  if (line === null) return false;
  const before = piecesBefore(text, { start: line.index, end: offset });
  const depth = before.reduce((sum, piece) => {
    if (piece.category !== 'punctuation') return sum;
    return sum + ('{[('.includes(piece.text) ? 1 : '}])'.includes(piece.text) ? -1 : 0);
  }, 0);
  return depth <= 0 && before.at(-1)?.category !== 'unreadable';
}

function freshCursor(unit: DeclarationUnit, start: number, offset: number): Cursor {
  const typed = /[a-z]*$/.exec(unit.text.slice(0, offset))?.[0] ?? '';
  const expected = expectedAt(typed, typed.length);
  const replace = { start: offset - typed.length, end: offset };
  return { unit, start, offset, expected: { ...expected, replace }, before: [] };
}

function piecesBefore(text: string, replace: Span): Piece[] {
  const before = text.slice(0, replace.start);
  return tokenizeUnit(before)
    .filter(({ category }) => category !== 'comment' && category !== 'documentation')
    .map((part) => ({ ...part, text: before.slice(part.start, part.end) }));
}

const emptyUnit: DeclarationUnit = {
  text: '',
  tree: { kind: 'unreadable', start: 0, end: 0 },
  comments: [],
  skipped: [],
  diagnostics: [],
};

export interface DottedPath {
  readonly names: readonly string[];
  /** Where the first name starts. */
  readonly start: number;
}

/** The names joined by dots that a row of pieces ends with; a dot at the very end does not count. */
export function dottedBefore(pieces: readonly Piece[]): DottedPath {
  const names: string[] = [];
  let index = pieces.length - (pieces.at(-1)?.text === '.' ? 2 : 1);
  let start = pieces.at(-1)?.end ?? 0;
  for (;;) {
    const piece = pieces[index];
    if (piece === undefined || !isName(piece)) break;
    names.unshift(piece.text.replaceAll('`', ''));
    start = piece.start;
    if (pieces[index - 1]?.text !== '.') break;
    index -= 2;
  }
  return { names, start };
}

/** Words that mean something elsewhere may be names here. */
function isName({ category }: Piece): boolean {
  return category === 'name' || category === 'keyword' || category === 'unit';
}
