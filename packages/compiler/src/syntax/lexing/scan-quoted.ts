import { createDiagnostic } from '../../diagnostics/index.ts';
import { backslash, quote } from './characters.ts';
import { endOfLine } from './scan-comments.ts';
import type { ScanState } from './scan-state.ts';
import { addToken } from './scan-state.ts';
import { T } from './token-types.ts';

/** Reads a text in straight quotes. */
export function scanText(state: ScanState): void {
  const { text, offset } = state;
  const lineEnd = endOfLine(text, offset);
  let end = offset + 1;
  let escaped = false;
  while (end < lineEnd && text.charCodeAt(end) !== quote) {
    if (text.charCodeAt(end) === backslash) {
      escaped = true;
      end += 1;
    }
    end += 1;
  }
  if (end >= lineEnd) return scanUnclosedText(state, lineEnd);
  const inner = text.slice(offset + 1, end);
  addToken(state, T.text, escaped ? decode(state, inner, offset + 1) : inner, end + 1);
}

/** Reads a text in typographic or single quotes, which the language does not know. */
export function scanForeignQuotes(state: ScanState): boolean {
  const { text, offset } = state;
  foreignQuotes.lastIndex = offset;
  const match = foreignQuotes.exec(text);
  if (match === null) return false;
  const end = offset + match[0].length;
  const inner = match[0].slice(1, -1);
  const written = JSON.stringify(inner);
  state.findings.push(
    createDiagnostic(
      'syntax/curly-quotes',
      { start: offset, end },
      { quote: match[0].charAt(0) },
      {
        fixes: [
          {
            title: `Write ${written}`,
            kind: 'automatic',
            edits: [{ span: { start: offset, end }, newText: written }],
          },
        ],
      },
    ),
  );
  addToken(state, T.text, inner, end);
  return true;
}

/** Reads a name in back-ticks. */
export function scanQuotedName(state: ScanState): void {
  const { text, offset } = state;
  const lineEnd = endOfLine(text, offset);
  const close = text.indexOf('`', offset + 1);
  if (close >= 0 && close < lineEnd) {
    addToken(state, T.quotedName, text.slice(offset + 1, close), close + 1);
    return;
  }
  const word = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset + 1, lineEnd))?.[0] ?? '';
  const end = offset + 1 + word.length;
  state.findings.push(
    createDiagnostic(
      'syntax/unclosed-back-tick',
      { start: offset, end },
      { word },
      {
        fixes: [
          {
            title: 'Write the second back-tick',
            kind: 'automatic',
            edits: [{ span: { start: end, end }, newText: '`' }],
          },
        ],
      },
    ),
  );
  addToken(state, T.quotedName, word, end);
}

const foreignQuotes = /[“”„«][^“”„«»"\r\n]*[“”»"]|[‘‚][^‘’\r\n]*[‘’]|'[^'\r\n]*'/uy;

function scanUnclosedText(state: ScanState, lineEnd: number): void {
  const { text, offset } = state;
  const inner = text.slice(offset + 1, lineEnd).trimEnd();
  const end = offset + 1 + inner.length;
  state.findings.push(
    createDiagnostic(
      'syntax/unclosed-text',
      { start: offset, end },
      {},
      {
        fixes: [
          {
            title: 'Close the text at the end of the line',
            kind: 'needs-review',
            edits: [{ span: { start: end, end }, newText: '"' }],
          },
        ],
      },
    ),
  );
  addToken(state, T.text, inner.replaceAll('\\', ''), end);
}

function decode(state: ScanState, inner: string, start: number): string {
  return inner.replace(/\\(u\{[0-9A-Fa-f]{1,6}\}|.|$)/gsu, (whole: string, code: string, at: number) => {
    if (escape === '"' || escape === '\\') return escape;
    if (escape === 'n') return '\n';
    const code = escape.startsWith('u{') ? Number.parseInt(escape.slice(2, -1), 16) : Number.NaN;
    if (isScalarValue(code)) return String.fromCodePoint(code);
    const span = { start: start + at, end: start + at + whole.length };
    state.findings.push(
      createDiagnostic(
        'syntax/unknown-escape',
        span,
        { written: whole },
        {
          fixes: [
            {
              title: 'Write a plain backslash',
              kind: 'needs-review',
              edits: [{ span: { start: span.start, end: span.start }, newText: '\\' }],
            },
          ],
        },
      ),
    );
    return whole;
  });
}

function isScalarValue(code: number): boolean {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
