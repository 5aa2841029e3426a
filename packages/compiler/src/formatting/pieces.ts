import type { Span } from '../text/index.ts';

/** One word, value or sign as it was written. */
export interface Piece extends Span {
  readonly text: string;
  /** The line that it stands on, counted from the start of its declaration. */
  readonly line: number;
  /** Of an opening bracket, the index of the closing one. */
  readonly partner: number | undefined;
}

/** Walks over the pieces of one declaration; each printer takes what is its own, so that nothing is lost. */
export interface Cursor {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The index of the next piece. */
  index: number;
}

/** Cuts the spans out of a text. */
export function cutPieces(text: string, spans: readonly Span[]): Piece[] {
  const pieces: { start: number; end: number; text: string; line: number; partner: number | undefined }[] =
    [];
  const open: number[] = [];
  let line = 0;
  let read = 0;
  for (const { start, end } of spans) {
    line += lineBreaks(text, read, start);
    read = start;
    const written = text.slice(start, end);
    if (written === '{' || written === '(' || written === '[') open.push(pieces.length);
    if (written === '}' || written === ')' || written === ']') closeBracket(pieces, open.pop());
    pieces.push({ start, end, text: written, line, partner: undefined });
  }
  return pieces;
}

/** The next piece, without going on. */
export function next(cursor: Cursor): Piece | undefined {
  return cursor.pieces[cursor.index];
}

/** The piece before the next one. */
export function previous(cursor: Cursor): Piece | undefined {
  return cursor.pieces[cursor.index - 1];
}

/** The text of the next piece; the cursor goes on behind it. */
export function take(cursor: Cursor): string {
  const piece = cursor.pieces[cursor.index];
  cursor.index += 1;
  return piece?.text ?? '';
}

/** Whether the next piece starts a line. */
export function startsLine(cursor: Cursor): boolean {
  return next(cursor)?.line !== previous(cursor)?.line;
}

/** The line breaks between two offsets: LF, CRLF and lone CR. */
export function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) count += 1;
  }
  return count;
}

function closeBracket(pieces: { partner: number | undefined }[], open: number | undefined): void {
  const opening = open === undefined ? undefined : pieces[open];
  if (opening !== undefined) opening.partner = pieces.length;
}
