import type { TextNode } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import { printWrapped } from './chains.ts';
import type { Doc } from './document.ts';
import { concat } from './document.ts';
import { borderBeforeBrace } from './gaps.ts';
import type { Part } from './phrases.ts';
import type { Cursor } from './pieces.ts';

/** What has a block at its end. */
export interface Bodied extends Span {
  readonly title?: TextNode;
  readonly zone?: TextNode;
}

/** Prints a head and the block behind it; `parts` are those of the head. */
export function printBodied(cursor: Cursor, node: Bodied, body: () => Doc, parts: readonly Part[] = []): Doc {
  const head = printHead(cursor, openingBefore(cursor, node.end), node, parts);
  return concat([head, borderBeforeBrace(cursor), body()]);
}

/** Prints words up to an offset; where they do not fit, the title or the zone starts a new line. */
export function printHead(
  cursor: Cursor,
  end: number,
  { title, zone }: Pick<Bodied, 'title' | 'zone'>,
  parts: readonly Part[] = [],
): Doc {
  const stops = title === undefined ? [] : [title.start];
  if (zone !== undefined) stops.push(wordBefore(cursor, zone.start));
  return printWrapped(cursor, end, { stops: stops.sort((left, right) => left - right), parts });
}

/**
 * Prints a term or a fact with what is said about it; a long one goes on in a new line with `also` or `same as`, and
 * with no other word: at the start of a line, `open` would be a term of that name.
 */
export function printDescribed(cursor: Cursor, end: number): Doc {
  const stops: number[] = [];
  for (let index = cursor.index; (cursor.pieces[index]?.start ?? end) < end; index += 1) {
    const piece = cursor.pieces[index];
    if (piece?.text === 'also' || piece?.text === 'same') stops.push(piece.start);
  }
  return printWrapped(cursor, end, { stops, parts: [] });
}

/** Where the piece in front of an offset starts. */
function wordBefore(cursor: Cursor, offset: number): number {
  let index = cursor.index;
  while ((cursor.pieces[index]?.start ?? offset) < offset) index += 1;
  return cursor.pieces[index - 1]?.start ?? offset;
}

/** Whether a node ends with a block or a list in parentheses. */
export function endsWith(cursor: Cursor, node: Span, bracket: '}' | ')'): boolean {
  return node.end > 0 && cursor.text.startsWith(bracket, node.end - 1);
}

/** Where the bracket opens that closes at `end`. */
export function openingBefore(cursor: Cursor, end: number): number {
  for (let index = cursor.index; index < cursor.pieces.length; index += 1) {
    const piece = cursor.pieces[index];
    if (piece?.partner !== undefined && cursor.pieces[piece.partner]?.end === end) return piece.start;
  }
  return end;
}
