import type { Doc } from './document.ts';
import { mustBreak } from './document.ts';
import { fits } from './fits.ts';
import { render } from './render.ts';

/** The columns of a line; only what cannot be broken is wider. */
export const lineWidth = 100;

/** Whether a document is printed on one line of `width` columns. */
export function standsOnOneLine(doc: Doc, width: number): boolean {
  return !mustBreak(doc) && fits([{ doc, mode: 'flat', indentation: 0 }], [], width);
}

/** A document without line breaks as text. */
export function printFlat(doc: Doc): string {
  return render(doc, Number.POSITIVE_INFINITY)[0]?.code ?? '';
}
