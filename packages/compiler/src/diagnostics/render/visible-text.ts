/**
 * Text from files in a form that a terminal shows as it is. Characters that move the cursor, color, hide or reorder
 * text are written out (`\u{1B}`), so that no file can make a message look like another.
 */

import { displayWidth, graphemes, graphemeWidth } from '../../text/index.ts';

/** One character as a reader counts them, with the columns it takes. */
export interface Cell {
  /** What is printed; an escape where the character itself must not be. */
  readonly text: string;
  readonly width: number;
  /** The place in the original text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Cuts one line into cells; tabs reach to the next multiple of `tabWidth` columns. */
export function layOutCells(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes(line)) {
    const text = segment === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visibleGrapheme(segment);
    const width = text === segment ? graphemeWidth(segment) : displayWidth(text);
    cells.push({ text, width, start: index, end: index + segment.length });
    column += width;
  }
  return cells;
}

/** A text on one line without any character that could act on the terminal; line breaks become spaces. */
export function visibleText(text: string): string {
  if (plainLine.test(text)) return text;
  return layOutCells(text.replace(/\r\n|[\r\n]/g, ' '))
    .map((cell) => cell.text)
    .join('');
}

const tabWidth = 4;
const plainLine = /^[ -~]*$/;

function visibleGrapheme(grapheme: string): string {
  if (isPictograph(grapheme)) return grapheme;
  const joins = grapheme.length > 1 && !startsPlain.test(grapheme);
  let visible = '';
  for (const character of grapheme) {
    const isHarmless = !acting.test(character) || (joins && joiners.has(character));
    visible += isHarmless ? character : escapeOf(character);
  }
  return visible;
}

/** Joins letters of scripts that need it; between Latin letters it would only make two names look the same. */
const joiners: ReadonlySet<string> = new Set(['\u200C', '\u200D']);
const startsPlain = /^[\p{Script=Latin}\p{Script=Common}]/u;

/** Controls, formats (bidirectional overrides among them), separators of lines, lone surrogates, private use. */
const acting = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]$/u;

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

function isPictograph(grapheme: string): boolean {
  return /^\p{Regional_Indicator}{2}$/u.test(grapheme) || pictograph.test(grapheme);
}

const pictograph =
  /^\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])*$/u;
