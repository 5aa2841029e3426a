/** One character as a reader counts them, with its place in UTF-16 code units. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

const plainLine = /^[ -~]*$/;

/** How many columns a text takes in a fixed-width font: most characters one, East Asian ones and emoji two. */
export function displayWidth(text: string): number {
  if (plainLine.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** The characters of a text as a reader counts them. */
export function graphemes(text: string): Iterable<Grapheme> {
  if (plainLine.test(text)) return asciiGraphemes(text);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;

function* asciiGraphemes(text: string): Iterable<Grapheme> {
  for (let index = 0; index < text.length; index += 1) yield { segment: text.charAt(index), index };
}

/** How many columns one such character takes. */
export function graphemeWidth(grapheme: string): number {
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
