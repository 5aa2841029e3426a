import type { Doc, FillItem } from './document.ts';
import { align, concat, fill, group, hardLine, indent, indentWidth, space } from './document.ts';
import { border, commentDocs, gapBefore } from './gaps.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { next, startsLine, take } from './pieces.ts';

export interface ChainLayout {
  /** The columns that the word between two operands takes, with its space. */
  readonly wordWidth: number;
  /** The word ends where the first operand starts, so that operands are aligned; else it starts there. */
  readonly hangs: boolean;
}

/** Operands with a word between each two (`and`, `or`, `>`); where the author or the width wants it, a line ends before the word. */
export function printChain(cursor: Cursor, operands: readonly Part[], layout: ChainLayout): Doc {
  const items = operands.map((operand, index): FillItem => {
    if (index === 0) return { separator: '', content: align(operand.print()) };
    const separator = lineBeforeWord(cursor);
    const word = printWord(cursor, layout.wordWidth);
    return { separator, content: concat([word, align(operand.print())]) };
  });
  return align(fill(items), layout.hangs ? -layout.wordWidth : 0);
}

/** Pieces up to an offset, which may stand on a line of their own. */
export interface Phrase {
  readonly end: number;
  readonly parts: readonly Part[];
}

/** A head and phrases that stand on its line where all fit and the author had them there, else each on a line. */
export function printTail(cursor: Cursor, head: Doc, phrases: readonly Phrase[]): Doc {
  let broken = false;
  const lines = phrases.map(({ end, parts }): Doc => {
    broken ||= startsLine(cursor);
    const { comments } = gapBefore(cursor);
    const line = comments.length === 0 ? space : concat([...commentDocs(comments), hardLine]);
    return concat([line, printPhrase(cursor, end, parts)]);
  });
  return group(concat([head, indent(concat(lines))]), { broken });
}

function lineBeforeWord(cursor: Cursor): Doc {
  const { comments } = gapBefore(cursor);
  if (comments.length > 0) return concat([...commentDocs(comments), hardLine]);
  const endsBehindWord = next(cursor)?.line !== cursor.pieces[cursor.index + 1]?.line;
  return startsLine(cursor) || endsBehindWord ? hardLine : space;
}

function printWord(cursor: Cursor, width: number): Doc {
  const word = take(cursor);
  const { comments } = gapBefore(cursor);
  return comments.length === 0
    ? `${word} `
    : concat([word, indent(concat([...commentDocs(comments), hardLine]), width)]);
}

/** A phrase that is too long goes on, further indented, behind one of the offsets `stops`. */
export function printWrapped(
  cursor: Cursor,
  end: number,
  wrap: { readonly stops: readonly number[]; readonly parts: readonly Part[] },
): Doc {
  const items: FillItem[] = [];
  for (const stop of [...wrap.stops, end]) {
    const piece = next(cursor);
    if (piece === undefined || piece.start >= stop) continue;
    const separator = items.length === 0 ? '' : border(cursor, space);
    items.push({ separator, content: printPhrase(cursor, stop, wrap.parts) });
  }
  const [only] = items;
  return items.length === 1 && only !== undefined ? only.content : indent(fill(items), indentWidth * 2);
}
