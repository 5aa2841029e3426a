import type { TokenType } from 'chevrotain';
import type { Diagnostic, Fix } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { T } from '../lexing/token-types.ts';
import { isWord, nameOfType, show } from './describe.ts';
import type { Mending } from './mending.ts';
import { outputAt, spanOf } from './mending.ts';

/** The message about something that was left out at an offset. */
export function missingDiagnostic(mending: Mending, type: TokenType, at: number): Diagnostic {
  const previous = outputAt(mending, 1);
  const span = previous === undefined ? { start: at, end: at } : spanOf(previous);
  const after = previous === undefined ? 'the start' : show(mending, previous);
  if (type === T.missingValue || type === T.termName)
    return createDiagnostic('syntax/value-missing', span, { after });
  if (type === T.name) return createDiagnostic('syntax/name-missing', span, { after });
  if (type === T.text) {
    return createDiagnostic(
      'syntax/text-missing',
      span,
      { after },
      { fixes: [insertion(at, ' ""', 'Write the quotation marks')] },
    );
  }
  if (type === T.date) return createDiagnostic('syntax/date-missing', span, { after });
  if (isWord(type)) {
    const word = type.LABEL ?? '';
    return createDiagnostic(
      'syntax/word-missing',
      span,
      { after, word },
      {
        fixes: [insertion(at, ` ${word}`, `Write "${word}"`)],
      },
    );
  }
  const sign = nameOfType(type).replaceAll('"', '');
  return createDiagnostic(
    'syntax/sign-missing',
    span,
    { after, sign },
    {
      fixes: sign.length === 1 ? [insertion(at, signWithSpaces(type), `Write "${sign}"`)] : [],
    },
  );
}

function insertion(at: number, newText: string, title: string): Fix {
  return { title, kind: 'needs-review', edits: [{ span: { start: at, end: at }, newText }] };
}

function signWithSpaces(type: TokenType): string {
  const label = type.LABEL ?? '';
  if (spacedSigns.has(type)) return ` ${label}`;
  return label;
}

const spacedSigns = new Set<TokenType>([T.openBrace, T.openParenthesis, T.equals, T.less, T.greater]);
