import { createDiagnostic } from '../../diagnostics/index.ts';
import {
  backtick,
  characterClass,
  classOf,
  continuesWord,
  dashes,
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
  while (state.offset < text.length) scanNext(state);
  releaseDocumentation(state);
  return state;
}

function scanNext(state: ScanState): void {
  const code = state.text.charCodeAt(state.offset);
  switch (classOf(code)) {
    case characterClass.space:
      state.offset += 1;
      return;
    case characterClass.lineBreak:
      state.offset += 1;
      state.freshLine = true;
      return;
    case characterClass.letter:
      return scanWord(state);
    case characterClass.digit:
      return isBehindDot(state) ? scanDigitSegment(state) : scanNumber(state);
    case characterClass.sign:
      return scanSign(state, code);
    default:
      return scanOther(state, code);
  }
}

function scanWord(state: ScanState): void {
  const { text, offset } = state;
  let end = offset + 1;
  let code = text.charCodeAt(end);
  while (code < 128 && continuesWord(code)) {
    end += 1;
    code = text.charCodeAt(end);
  }
  if (code >= 128) return scanWideWord(state);
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
    state.findings.push(
      createDiagnostic(
        'syntax/dash-in-word',
        span,
        { word: written },
        {
          fixes: [{ title: `Write "${word}"`, kind: 'automatic', edits: [{ span, newText: word }] }],
        },
      ),
    );
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
  if ((code === 60 || code === 61 || code === 62) && addMatch(state, foreignSign, T.foreign, 0)) return;
  addToken(state, type ?? T.foreign, text.charAt(offset), offset + 1);
}

function addMatch(
  state: ScanState,
  pattern: RegExp,
  type: Parameters<typeof addToken>[1],
  strip: number,
): boolean {
  pattern.lastIndex = state.offset;
  const found = pattern.exec(state.text)?.[0];
  if (found === undefined) return false;
  addToken(state, type, found.slice(strip, found.length - strip), state.offset + found.length);
  return true;
}

function scanOther(state: ScanState, code: number): void {
  const { text, offset } = state;
  if (code === quote) return scanText(state);
  if (code === slash && text.charCodeAt(offset + 1) === slash) return scanComment(state);
  if (code === backtick) return scanQuotedName(state);
  if (code === hyphen || isDash(text.charAt(offset))) return scanMinus(state);
  if (addMatch(state, foreignSign, T.foreign, 0)) return;
  if (scanForeignQuotes(state)) return;
  if (code >= 128) {
    if (wideSpace.test(text.charAt(offset))) {
      state.offset += 1;
      return;
    }
    wideWord.lastIndex = offset;
    if (wideWord.test(text)) return scanWideWord(state);
  }
  scanUnreadable(state);
}

function scanMinus(state: ScanState): void {
  const { text, offset } = state;
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset + 1);
  if (/\d/.test(after) && (before === '' || /[\s([{,|:]/.test(before))) {
    const end = offset + (/^\d+(?:\.\d+)?/.exec(text.slice(offset + 1, offset + 400))?.[0].length ?? 0) + 1;
    addToken(state, T.number, `-${text.slice(offset + 1, end)}`, end);
    return;
  }
  const spaced = /\s/.test(before) && (after === '' || /\s/.test(after));
  if (!spaced || text.charCodeAt(offset) !== hyphen) {
    const span = { start: offset, end: offset + 1 };
    state.findings.push(
      createDiagnostic(
        'syntax/minus-without-spaces',
        span,
        {},
        {
          fixes: [{ title: 'Write " - "', kind: 'needs-review', edits: [{ span, newText: ' - ' }] }],
        },
      ),
    );
  }
  addToken(state, T.minus, '-', offset + 1);
}

function scanUnreadable(state: ScanState): void {
  const { text, offset } = state;
  let end = offset;
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  while (end < text.length && text.charCodeAt(end) >= 128 && !/[\p{L}\s“”„«‘‚]/u.test(text.charAt(end)));
  const span = { start: offset, end };
  const written = text.slice(offset, Math.min(end, offset + 20)).replace(/\p{C}/gu, '?');
  state.findings.push(
    createDiagnostic(
      'syntax/unreadable-character',
      span,
      { written },
      {
        fixes: [{ title: 'Remove it', kind: 'needs-review', edits: [{ span, newText: '' }] }],
      },
    ),
  );
  state.offset = end;
}

function isDash(character: string): boolean {
  return /[\u2010-\u2015\u2212]/.test(character);
}

function isBehindDot(state: ScanState): boolean {
  const previous = state.tokens.at(-1);
  return previous?.tokenType === T.dot && previous.end === state.offset;
}

function isBehindWord(state: ScanState): boolean {
  const previous = state.tokens.at(-1);
  return previous?.tokenType === T.word && previous.end === state.offset;
}
