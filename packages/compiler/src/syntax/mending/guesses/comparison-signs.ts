import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, remove } from '../../fixes.ts';
import { T, W } from '../../lexing/token-types.ts';
import { quoted } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { canFollow, inputAt, mendBy, outputAt } from '../mending.ts';
import { pieces, spanOf, wordsInstead } from '../pieces.ts';

const comparisons: ReadonlyMap<string, readonly TokenType[]> = new Map([
  ['=', []],
  ['==', []],
  ['===', []],
  [':', []],
  ['!=', [W.not]],
  ['!==', [W.not]],
  ['≠', [W.not]],
  ['>', [W['more than']]],
  ['>=', [W['at least']]],
  ['≥', [W['at least']]],
  ['=>', [W['at least']]],
  ['<', [W['less than']]],
  ['<=', [W['at most']]],
  ['≤', [W['at most']]],
]);

/** `channel = email`, `age >= 13`, `is > 13` */
export function comparisonSign(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const words = token === undefined ? undefined : comparisons.get(token.image);
  if (token === undefined || words === undefined || token.tokenType === T.text) return false;
  const previous = outputAt(mending, 1)?.tokenType;
  const behindIs = previous === W.is || (previous === W.not && outputAt(mending, 2)?.tokenType === W.is);
  if (!behindIs && !canFollow(mending, W.is)) return false;
  return replaceSign(mending, behindIs ? words : [W.is, ...words], 1, 'syntax/comparison-sign');
}

/** `&&`, `||`, `!` */
export function logicSign(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token?.tokenType === T.foreign && token.image === '!')
    return replaceSign(mending, [W.not], 1, 'syntax/logic-sign');
  if (token?.tokenType === T.foreign && (token.image === '&&' || token.image === '&')) {
    return replaceSign(mending, [W.and], 1, 'syntax/logic-sign');
  }
  const next = inputAt(mending, 1);
  const isDouble = next !== undefined && isPipe(next.tokenType) && next.startOffset === token?.end;
  if (token === undefined || !isPipe(token.tokenType)) return false;
  return replaceSign(mending, [W.or], isDouble ? 2 : 1, 'syntax/logic-sign');
}

function isPipe(type: TokenType): boolean {
  return type === T.pipe || type === T.rowEnd;
}

function replaceSign(
  mending: Mending,
  words: readonly TokenType[],
  count: number,
  code: 'syntax/comparison-sign' | 'syntax/logic-sign',
): boolean {
  const first = inputAt(mending, 0);
  const last = inputAt(mending, count - 1);
  if (first === undefined || last === undefined) return false;
  const span = { start: first.startOffset, end: last.end };
  const right = words.map((type) => type.LABEL).join(' ');
  return mendBy(mending, { over: count, put: pieces(words, span) }, () =>
    right === ''
      ? createDiagnostic(
          'syntax/sign-behind-is',
          spanOf(first),
          { sign: first.image },
          {
            fixes: [automaticFix('Remove it', remove(span))],
          },
        )
      : createDiagnostic(
          code,
          span,
          { sign: quoted(mending, span), right },
          {
            fixes: [automaticFix(`Write "${right}"`, wordsInstead(mending, span, right))],
          },
        ),
  );
}
