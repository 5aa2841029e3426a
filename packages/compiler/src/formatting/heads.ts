import type { TextNode } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import { printWrapped } from './chains.ts';
import { concat, type Doc } from './document.ts';
import { border } from './gaps.ts';
import type { Part } from './phrases.ts';
import type { Cursor } from './pieces.ts';

/** What has a block at its end. */
export interface Bodied extends Span {
  readonly title?: TextNode;
}

/** Prints a head, which may be wrapped before its title, and the block behind it; `parts` are those of the head. */
export function printBodied(cursor: Cursor, node: Bodied, body: () => Doc, parts: readonly Part[] = []): Doc {
  const head = printHead(cursor, openingBefore(cursor, node.end), node.title, parts);
  return concat([head, border(cursor, ' '), body()]);
}

/** Prints words up to an offset; where they do not fit, the title starts a new line. */
export function printHead(cursor: Cursor, end: number, title: TextNode | undefined, parts: readonly Part[] = []): Doc {
  return printWrapped(cursor, end, { stops: title === undefined ? [] : [title.start], parts });
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
