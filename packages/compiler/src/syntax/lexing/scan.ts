import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { automaticFix, remove, replaceBy, reviewedFix } from '../fixes.ts';
import { countSteps } from '../work-counter.ts';
import {
  backtick,
  characterClass,
  classOf,
  continuesWord,
  dashes,
  hiddenCharacter,
  hyphen,
  quote,
  slash,
  wideSpace,
  wideWord,
} from './characters.ts';
import { releaseDocumentation, scanComment } from './scan-comments.ts';
import { scanDigitSegment, scanNumber } from './scan-number.ts';
import { scanForeignQuotes, scanQuotedName, scanText } from './scan-quoted.ts';
import type { ScanState } from './scan-state.ts';
import { addToken, startScan } from './scan-state.ts';
import { T } from './token-types.ts';

/** Cuts the text of one declaration into words, values and signs; comments and findings are kept beside them. */
export function scan(text: string): ScanState {
  const state = startScan(text);
  while (state.offset < text.length) {
    const code = text.charCodeAt(state.offset);
    const found = classOf(code);
    const before = state.offset;
    if (found === characterClass.space) state.offset += 1;
    else if (found === characterClass.letter) scanWord(state);
    else if (found === characterClass.sign) scanSign(state, code);
    else if (found === characterClass.lineBreak) scanLineBreak(state);
    else if (found === characterClass.digit) scanDigit(state);
    else scanOther(state, code);
    countSteps(state.offset - before);
  }
  releaseDocumentation(state);
  return state;
}

function scanLineBreak(state: ScanState): void {
  state.offset += 1;
  state.freshLine = true;
}

function scanDigit(state: ScanState): void {
  const previous = state.tokens.at(-1);
  if (previous?.tokenType === T.dot && previous.end === state.offset) scanDigitSegment(state);
  else scanNumber(state);
}

function scanWord(state: ScanState): void {
  const { text, offset } = state;
  let end = offset + 1;
  let code = text.charCodeAt(end);
  while (code < 128 && continuesWord(code)) {
    end += 1;
    code = text.charCodeAt(end);
  }
  if (code >= 128) {
    scanWideWord(state);
    return;
  }
  while (text.charCodeAt(end - 1) === hyphen) end -= 1;
  addToken(state, T.word, text.slice(offset, end), end);
}

function scanWideWord(state: ScanState): void {
  const { text, offset } = state;
  wideWord.lastIndex = offset;
  const written = (wideWord.exec(text)?.[0] ?? text.charAt(offset)).replace(/[-\u2010-\u2015\u2212]+$/, '');
  const span = { start: offset, end: offset + written.length };
  const word = written.replace(dashes, '-');
  if (word !== written) {
    const fixes = [automaticFix(`Write "${word}"`, replaceBy(span, word))];
    state.findings.push(createDiagnostic('syntax/dash-in-word', span, { word: written }, { fixes }));
  }
  if (/\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) {
    state.findings.push(createDiagnostic('syntax/mixed-letters', span, { word }));
  }
  addToken(state, T.word, word, span.end);
}

const signTypes = new Map(
  [
    T.openBrace,
    T.closeBrace,
    T.openParenthesis,
    T.closeParenthesis,
    T.openBracket,
    T.closeBracket,
    T.comma,
    T.colon,
    T.question,
    T.dot,
    T.pipe,
    T.equals,
    T.plus,
    T.star,
    T.less,
    T.greater,
  ].map((type) => [(type.LABEL ?? '').charCodeAt(0), type] as const),
);

const address = /<[a-z][a-z0-9+.-]*:[^\s<>]*>/y;
const position = /\[\d+\]/y;
/** Signs of other languages. */
const foreignSign = /===?|!==?|[<>]=|=>|->|&&?|[!;%@#~^$\\/≤≥≠]/y;

function scanSign(state: ScanState, code: number): void {
  const { text, offset } = state;
  const type = signTypes.get(code);
  if (type === T.less && addMatch(state, address, T.url, 1)) return;
  if (type === T.openBracket && isBehindWord(state) && addMatch(state, position, T.position, 0)) return;
  const isComparison = type === T.less || type === T.greater || type === T.equals;
  if (isComparison && addMatch(state, foreignSign, T.foreign, 0)) return;
  addToken(state, type ?? T.foreign, text.charAt(offset), offset + 1);
}

/** Adds what the pattern finds at the offset, without so many characters at both ends. */
function addMatch(state: ScanState, pattern: RegExp, type: TokenType, strip: number): boolean {
  pattern.lastIndex = state.offset;
  const found = pattern.exec(state.text)?.[0];
  if (found === undefined) return false;
  addToken(state, type, found.slice(strip, found.length - strip), state.offset + found.length);
  return true;
}

function isBehindWord(state: ScanState): boolean {
  const previous = state.tokens.at(-1);
  return previous?.tokenType === T.word && previous.end === state.offset;
}

function scanOther(state: ScanState, code: number): void {
  const { text, offset } = state;
  if (code === quote) scanText(state);
  else if (code === slash && text.charCodeAt(offset + 1) === slash) scanComment(state);
  else if (code === backtick) scanQuotedName(state);
  else if (code === hyphen || isDash(text.charAt(offset))) scanMinus(state);
  else if (addMatch(state, foreignSign, T.foreign, 0) || scanForeignQuotes(state)) return;
  else if (code >= 128 && wideSpace.test(text.charAt(offset))) state.offset += 1;
  else if (code >= 128 && startsWideWord(text, offset)) scanWideWord(state);
  else scanUnreadable(state);
}

function startsWideWord(text: string, offset: number): boolean {
  wideWord.lastIndex = offset;
  return wideWord.test(text);
}

function isDash(character: string): boolean {
  return /[\u2010-\u2015\u2212]/.test(character);
}

/** A minus sign has white space on both sides; directly before a number it belongs to the number. */
function scanMinus(state: ScanState): void {
  const { text, offset } = state;
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset + 1);
  if (/\d/.test(after) && (before === '' || /[\s([{,|:]/.test(before))) {
    negativeNumber.lastIndex = offset + 1;
    const digits = negativeNumber.exec(text)?.[0] ?? '';
    addToken(state, T.number, `-${digits}`, offset + 1 + digits.length);
    return;
  }
  const isSpaced = /\s/.test(before) && (after === '' || /\s/.test(after));
  if (!isSpaced || text.charCodeAt(offset) !== hyphen) {
    const span = { start: offset, end: offset + 1 };
    const fixes = [reviewedFix('Write " - "', replaceBy(span, ' - '))];
    state.findings.push(createDiagnostic('syntax/minus-without-spaces', span, {}, { fixes }));
  }
  addToken(state, T.minus, '-', offset + 1);
}

const negativeNumber = /\d+(?:\.\d+)?/y;

function scanUnreadable(state: ScanState): void {
  const { text, offset } = state;
  if (hiddenCharacter.test(text.charAt(offset))) {
    // Reported once for all of the text, wherever such characters stand.
    state.offset += 1;
    return;
  }
  unreadable.lastIndex = offset;
  const found = unreadable.exec(text)?.[0] ?? text.charAt(offset);
  const span = { start: offset, end: offset + found.length };
  const written = found.slice(0, 20).replace(/\p{C}/gu, '?');
  const fixes = [reviewedFix('Remove it', remove(span))];
  state.findings.push(createDiagnostic('syntax/unreadable-character', span, { written }, { fixes }));
  state.offset = span.end;
}

/** One character without meaning, and all others beyond ASCII behind it that are no letters. */
const unreadable = /[\s\S][^\p{ASCII}\p{L}\p{Z}“”„«‘‚]*/uy;
