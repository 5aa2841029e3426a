import type { Span } from '../text/index.ts';
import type { Doc } from './document.ts';
import { concat } from './document.ts';
import { border } from './gaps.ts';
import type { Cursor } from './pieces.ts';
import { next, previous, take } from './pieces.ts';

/** Something with a printer of its own; the printer takes the pieces from `start` to `end`. */
export interface Part extends Span {
  readonly print: () => Doc;
}

/** Prints pieces up to an offset side by side, and the parts among them with their own printers. */
export function printPhrase(cursor: Cursor, end: number, parts: readonly Part[] = []): Doc {
  const docs: Doc[] = [];
  let partIndex = 0;
  let piece = next(cursor);
  while (piece !== undefined && piece.start < end) {
    if (docs.length > 0) docs.push(border(cursor, spacing(previous(cursor)?.text ?? '', piece.text)));
    while ((parts[partIndex]?.end ?? end) <= piece.start) partIndex += 1;
    const part = parts[partIndex];
    docs.push(part !== undefined && part.start <= piece.start ? part.print() : take(cursor));
    piece = next(cursor);
  }
  return concat(docs);
}

/** The space between two pieces of a phrase. */
export function spacing(before: string, after: string): '' | ' ' {
  if (before === '' || before === '(' || before === '.') return '';
  return tightBefore.test(after) ? '' : ' ';
}

/** Closing signs, and positions such as `[2]`. */
const tightBefore = /^(?:[,.:?)]|\[\d+\])$/;
