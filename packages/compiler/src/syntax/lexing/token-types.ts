import type { IToken, TokenType } from 'chevrotain';
import { createToken, Lexer } from 'chevrotain';
import type { Documentation } from '../tree-names.ts';
import type { ContextualWord, Phrase, ReservedWord } from './words.ts';
import { contextualWords, phrases, reservedWords } from './words.ts';

/** One piece of the text as the grammar sees it: a word, a phrase of several words, a value, a sign. */
export interface Token extends IToken {
  /** Where it ends; `startOffset` is where it starts. */
  end: number;
  /** Nothing but white space and comments stands before it on its line. */
  firstOnLine: boolean;
  /** The documentation directly above it. */
  documentation: Documentation | undefined;
  /** Stands for something that the source leaves out. */
  virtual: boolean;
}

function define(name: string, label: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, categories });
}

/** Whatever can stand for a term: a name, or a word that starts with a digit. */
const termName = define('termName', 'a term');
/** Whatever can be a bare name: every word that is not reserved. */
const name = define('anyName', 'a name', termName);

/** The types that are not words with a meaning of their own. */
export const T = {
  termName,
  name,
  word: define('word', 'a name', name),
  quotedName: define('quotedName', 'a name', name),
  digitWord: define('digitWord', 'a term', termName),
  unit: define('unit', 'a unit', name),
  workingDays: define('workingDays', 'working days'),
  calendarEdge: define('calendarEdge', 'end of year of'),
  text: define('text', 'a text in quotes'),
  url: define('url', 'an address in angle brackets'),
  number: define('numberValue', 'a number'),
  date: define('date', 'a date'),
  clockTime: define('clockTime', 'a time of day'),
  instant: define('instant', 'a moment'),
  /** Stands for a value that was left out. */
  missingValue: define('missingValue', 'a value'),
  /** What the language has no use for: `;`, `&&`, `8am`. */
  foreign: define('foreign', 'a sign without meaning'),
  openBrace: define('openBrace', '{'),
  closeBrace: define('closeBrace', '}'),
  openParenthesis: define('openParenthesis', '('),
  closeParenthesis: define('closeParenthesis', ')'),
  openBracket: define('openBracket', '['),
  closeBracket: define('closeBracket', ']'),
  comma: define('comma', ','),
  /** Between the texts behind `also`. */
  aliasComma: define('aliasComma', ','),
  colon: define('colon', ':'),
  question: define('question', '?'),
  dot: define('dot', '.'),
  star: define('star', '*'),
  pipe: define('pipe', '|'),
  /** The first `|` of the line that names the columns. */
  headerStart: define('headerStart', '|'),
  /** The last `|` of a line. */
  rowEnd: define('rowEnd', '|'),
  equals: define('equals', '='),
  plus: define('plus', '+'),
  minus: define('minus', '-'),
  less: define('less', '<'),
  greater: define('greater', '>'),
  /** `[2]` directly behind a name. */
  position: define('position', 'a position'),
} as const;

/** The types of words and phrases with a meaning of their own, by their text. */
export const W: Readonly<Record<ReservedWord | ContextualWord | Phrase, TokenType>> = wordTypes();

/** Every type that the grammar may use. */
export const vocabulary: readonly TokenType[] = [...Object.values(T), ...Object.values(W)];

function wordTypes(): Record<ReservedWord | ContextualWord | Phrase, TokenType> {
  const types: Partial<Record<string, TokenType>> = {};
  for (const word of reservedWords) types[word] = define(`'${word}'`, word);
  for (const word of contextualWords) types[word] = define(`'${word}'`, word, name);
  for (const phrase of phrases) types[phrase] = define(`'${phrase}'`, phrase);
  // Filled from the three lists that the key type is made of.
  return types as Record<ReservedWord | ContextualWord | Phrase, TokenType>;
}

/** Makes a piece that the grammar can take. */
export function createTokenOf(tokenType: TokenType, image: string, startOffset: number, end: number): Token {
  return {
    image,
    startOffset,
    end,
    // The type says optional, but every created type has its index.
    tokenTypeIdx: tokenType.tokenTypeIdx as number,
    tokenType,
    firstOnLine: false,
    documentation: undefined,
    virtual: false,
  };
}
