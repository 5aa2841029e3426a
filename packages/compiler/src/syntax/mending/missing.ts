import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { insertAt, reviewedFix } from '../fixes.ts';
import { T } from '../lexing/token-types.ts';
import { isWord, nameOfType, show } from './describe.ts';
import type { Mending } from './mending.ts';
import { outputAt } from './mending.ts';
import { spanOf } from './pieces.ts';

/** The message about something that was left out at an offset. */
export function missingDiagnostic(
  mending: Mending,
  type: TokenType,
  at: number,
  previous = outputAt(mending, 1),
): Diagnostic {
  const span = previous === undefined ? { start: at, end: at } : spanOf(previous);
  const after = previous === undefined ? 'the start' : show(mending, previous);
  if (type === T.missingValue || type === T.termName)
    return createDiagnostic('syntax/value-missing', span, { after });
  if (type === T.name) return createDiagnostic('syntax/name-missing', span, { after });
  if (type === T.date) return createDiagnostic('syntax/date-missing', span, { after });
  if (type === T.text) {
    const fixes = [reviewedFix('Write the quotation marks', insertAt(at, ' ""'))];
    return createDiagnostic('syntax/text-missing', span, { after }, { fixes });
  }
  const added = isWord(type) ? (type.LABEL ?? '') : nameOfType(type).replaceAll('"', '');
  const fixes = [reviewedFix(`Write "${added}"`, insertAt(at, spaced(type, added)))];
  if (isWord(type)) return createDiagnostic('syntax/word-missing', span, { after, word: added }, { fixes });
  const isSign = added.length === 1;
  return createDiagnostic('syntax/sign-missing', span, { after, sign: added }, isSign ? { fixes } : {});
}

function spaced(type: TokenType, added: string): string {
  return isWord(type) || spacedSigns.has(type) ? ` ${added}` : added;
}

const spacedSigns = new Set<TokenType>([T.openBrace, T.openParenthesis, T.equals, T.less, T.greater]);
