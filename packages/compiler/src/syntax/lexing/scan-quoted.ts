import { createDiagnostic } from '../../diagnostics/index.ts';
import { automaticFix, insertAt, replaceBy, reviewedFix } from '../fixes.ts';
import { backslash, backtick, isLineBreak, quote } from './characters.ts';
import type { ScanState } from './scan-state.ts';
import { addToken } from './scan-state.ts';
import { T } from './token-types.ts';
import { unclosedTextEnd } from './unclosed-text.ts';

/** Reads a text in straight quotes. */
export function scanText(state: ScanState): void {
  const { text, offset } = state;
  let end = offset + 1;
  let escaped = false;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === quote || isLineBreak(code)) break;
    if (code === backslash && !isLineBreak(text.charCodeAt(end + 1))) {
      escaped = true;
      end += 1;
    }
    end += 1;
  }
  if (end >= text.length || text.charCodeAt(end) !== quote) {
    scanUnclosedText(state, Math.min(end, text.length));
    return;
  }
  const inner = text.slice(offset + 1, end);
  addToken(state, T.text, escaped ? decode(state, inner, offset + 1) : inner, end + 1);
}

/** Reads a text in typographic or single quotes, which the language does not know. */
export function scanForeignQuotes(state: ScanState): boolean {
  const { text, offset } = state;
  foreignQuotes.lastIndex = offset;
  const written = foreignQuotes.exec(text)?.[0];
  if (written === undefined) return false;
  const span = { start: offset, end: offset + written.length };
  const right = JSON.stringify(written.slice(1, -1));
  const fixes = [automaticFix(`Write ${right}`, replaceBy(span, right))];
  state.findings.push(createDiagnostic('syntax/curly-quotes', span, { quote: written.charAt(0) }, { fixes }));
  addToken(state, T.text, written.slice(1, -1), span.end);
  return true;
}

const foreignQuotes = /[“”„«][^“”„«»"\r\n]*[“”»"]|[‘‚][^‘’\r\n]*[‘’]|'[^'\r\n]*'/uy;

/** Reads a name in back-ticks. */
export function scanQuotedName(state: ScanState): void {
  const { text, offset } = state;
  quotedName.lastIndex = offset + 1;
  const name = quotedName.exec(text)?.[0] ?? '';
  const end = offset + 1 + name.length;
  if (text.charCodeAt(end) === backtick) {
    addToken(state, T.quotedName, name, end + 1);
    return;
  }
  const word = /^[\p{L}\p{N}_-]*/u.exec(name)?.[0] ?? '';
  const span = { start: offset, end: offset + 1 + word.length };
  const fixes = [automaticFix('Write the second back-tick', insertAt(span.end, '`'))];
  state.findings.push(createDiagnostic('syntax/unclosed-back-tick', span, { word }, { fixes }));
  addToken(state, T.quotedName, word, span.end);
}

/** No name is longer than this; the limit keeps the search for a second back-tick short. */
const quotedName = /[^`\r\n]{0,200}/y;

function scanUnclosedText(state: ScanState, lineEnd: number): void {
  const { text, offset } = state;
  const span = { start: offset, end: unclosedTextEnd(text, offset + 1, lineEnd) };
  const inner = text.slice(offset + 1, span.end);
  const fixes = [reviewedFix('Close the text here', insertAt(span.end, '"'))];
  state.findings.push(createDiagnostic('syntax/unclosed-text', span, {}, { fixes }));
  addToken(state, T.text, inner.replaceAll('\\', ''), span.end);
}

function decode(state: ScanState, inner: string, start: number): string {
  return inner.replace(/\\(u\{[0-9A-Fa-f]{1,6}\}|.|$)/gsu, (whole: string, sign: string, at: number) => {
    if (sign === '"' || sign === '\\') return sign;
    if (sign === 'n') return '\n';
    const code = sign.startsWith('u{') ? Number.parseInt(sign.slice(2, -1), 16) : Number.NaN;
    if (isScalarValue(code)) return String.fromCodePoint(code);
    const span = { start: start + at, end: start + at + whole.length };
    const fixes = [reviewedFix('Write a plain backslash', insertAt(span.start, '\\'))];
    state.findings.push(createDiagnostic('syntax/unknown-escape', span, { written: whole }, { fixes }));
    return whole;
  });
}

function isScalarValue(code: number): boolean {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
