/**
 * Text from files in a form that a terminal shows as it is. Characters that move the cursor, color, hide or reorder
 * text are written out (`\u{1B}`), so that no file can make a message look like another.
 */

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
    const width = text === segment ? graphemeWidth(segment) : visibleWidth(text);
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

/** The columns that a visible text takes. */
export function visibleWidth(text: string): number {
  if (plainLine.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

const tabWidth = 4;
const plainLine = /^[ -~]*$/;

function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (plainLine.test(text)) return asciiGraphemes(text);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;

function* asciiGraphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  for (let index = 0; index < text.length; index += 1) yield { segment: text.charAt(index), index };
}

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

function graphemeWidth(grapheme: string): number {
  if (/^[ -~]$/.test(grapheme)) return 1;
  if (/^\p{Regional_Indicator}{2}$/u.test(grapheme)) return 2;
  if (/^\p{Emoji_Presentation}|^\p{Extended_Pictographic}.*\uFE0F/u.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += noWidth.test(character) ? 0 : characterWidth(character);
  return width;
}

const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return wideRanges.some(([low, high]) => code >= low && code <= high) ? 2 : 1;
}

/** The blocks that Unicode Standard Annex #11 calls wide or full-width. */
const wideRanges: readonly (readonly [low: number, high: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];
