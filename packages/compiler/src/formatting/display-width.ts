/** How many columns a text takes in a fixed-width font: most characters one, East Asian ones and emoji two. */
export function displayWidth(text: string): number {
  return isPlain(text) ? text.length : measure(text);
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) >= 0x300) return false;
  }
  return true;
}

function measure(text: string): number {
  let width = 0;
  let isJoined = false;
  for (const character of text) {
    if (!isJoined || !pictograph.test(character)) width += characterWidth(character);
    isJoined = character === zeroWidthJoiner;
  }
  return width;
}

function characterWidth(character: string): number {
  if (noWidth.test(character)) return 0;
  if (emoji.test(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return wideRanges.some(([low, high]) => code >= low && code <= high) ? 2 : 1;
}

const zeroWidthJoiner = '\u200D';
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;

/** The blocks that Unicode Standard Annex #11 calls wide or full-width. */
const wideRanges: readonly (readonly [low: number, high: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
