import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import type { Span } from '../../../text/index.ts';
import { automaticFix, insertAt, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import { quoted } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { canFollow, inputAt, mendBy, outputAt } from '../mending.ts';
import { piece, pieces, spanOf, wordsInstead, written } from '../pieces.ts';

const more = [W['more than']];
const less = [W['less than']];
const comparatives: ReadonlyMap<string, readonly TokenType[]> = new Map<string, readonly TokenType[]>([
  ...[
    'older',
    'over',
    'above',
    'greater',
    'higher',
    'larger',
    'longer',
    'bigger',
    'exceeds',
    'exceeding',
  ].map((word) => [word, more] as const),
  ...['younger', 'under', 'below', 'smaller', 'lower', 'shorter', 'fewer', 'less'].map(
    (word) => [word, less] as const,
  ),
  ...['equals', 'equal', 'identical'].map((word) => [word, []] as const),
  ...['minimum', 'min'].map((word) => [word, [W['at least']]] as const),
  ...['maximum', 'max'].map((word) => [word, [W['at most']]] as const),
  ['later', [W.after]],
  ['earlier', [W.before]],
]);
const ages = new Set(['older', 'younger', 'under', 'over']);

/** `older than 13`, `is under 13`, `is greater than or equal to 3`, `is no more than 5` */
export function comparisonWord(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const previous = outputAt(mending, 1);
  if (token === undefined || previous === undefined) return false;
  if (previous.tokenType === W.no && isBehindIs(mending, 2)) return noMoreThan(mending, previous, token);
  const words = comparatives.get(token.image);
  if (words !== undefined && token.tokenType !== T.text && canFollow(mending, W.is)) {
    return compareBy(mending, token.image, { back: 0, over: 1, words: [W.is, ...words], first: token });
  }
  const before = comparatives.get(previous.image);
  if (before === undefined || !isBehindIs(mending, 2)) return false;
  return compareBy(mending, previous.image, { back: 1, over: 0, words: before, first: previous });
}

interface Comparative {
  readonly back: number;
  readonly over: number;
  readonly words: readonly TokenType[];
  readonly first: Token;
}

function compareBy(mending: Mending, word: string, { back, over, words, first }: Comparative): boolean {
  let count = over;
  if (isImage(mending, count, 'than') || isImage(mending, count, 'to')) count += 1;
  let meant = words;
  if (isImage(mending, count, 'or') && isImage(mending, count + 1, 'equal')) {
    count += isImage(mending, count + 2, 'to') ? 3 : 2;
    meant = words.map((type) =>
      type === W['more than'] ? W['at least'] : type === W['less than'] ? W['at most'] : type,
    );
  }
  const last = inputAt(mending, count - 1) ?? first;
  const span = { start: first.startOffset, end: Math.max(first.end, count > 0 ? last.end : 0) };
  const right = meant.map((type) => type.LABEL).join(' ');
  return mendBy(mending, { back, over: count, put: pieces(meant, span) }, () => {
    const edit =
      right === '' ? { span: withSpace(mending, span), newText: '' } : wordsInstead(mending, span, right);
    const isAge = ages.has(word);
    return createDiagnostic(
      'syntax/comparison-word',
      span,
      { word: quoted(mending, span), right: right === '' ? 'is' : right },
      {
        ...(isAge
          ? { help: 'An age is compared like this: age of customer.birth-date is at least 13.' }
          : {}),
        fixes: [
          isAge
            ? reviewedFix(`Write "${right}"`, edit)
            : automaticFix(right === '' ? 'Remove it' : `Write "${right}"`, edit),
        ],
      },
    );
  });
}

/** The span and the white space behind it. */
function withSpace(mending: Mending, { start, end }: Span): Span {
  return { start, end: end + (/^[ \t]*/.exec(mending.text.slice(end, end + 20))?.[0].length ?? 0) };
}

function noMoreThan(mending: Mending, no: Token, token: Token): boolean {
  const isMore = token.tokenType === W['more than'];
  if (!isMore && token.tokenType !== W['less than']) return false;
  const type = isMore ? W['at most'] : W['at least'];
  const span = { start: no.startOffset, end: token.end };
  const right = type.LABEL ?? '';
  return mendBy(mending, { back: 1, over: 1, put: pieces([type], span) }, () =>
    createDiagnostic(
      'syntax/comparison-word',
      span,
      { word: quoted(mending, span), right },
      {
        fixes: [automaticFix(`Write "${right}"`, replaceBy(span, right))],
      },
    ),
  );
}

/** `residence in EU`, `residence not in EU`, `channel in c.channels`, `kind in (a, b)` */
export function inWithoutIs(mending: Mending): boolean {
  const negated = inputAt(mending, 0)?.tokenType === W.not ? 1 : 0;
  const word = inputAt(mending, negated);
  const first = inputAt(mending, 0);
  if (first === undefined || word?.tokenType !== W.in || !canFollow(mending, W.is)) return false;
  const next = inputAt(mending, negated + 1)?.tokenType;
  const isPath = inputAt(mending, negated + 2)?.tokenType === T.dot;
  const test = next === T.openParenthesis ? [W['one of']] : isPath ? [W.in] : [];
  const types = [W.is, ...(negated === 1 ? [W.not] : []), ...test];
  const span = { start: first.startOffset, end: word.end };
  const right = types.map((type) => type.LABEL).join(' ');
  return mendBy(mending, { over: negated + 1, put: pieces(types, span) }, () =>
    createDiagnostic(
      'syntax/in-without-is',
      span,
      { word: quoted(mending, span), right },
      {
        fixes: [reviewedFix(`Write "${right}"`, replaceBy(span, right))],
      },
    ),
  );
}

/** `channel is email or is sms`: the second comparison has no left side. */
export function leftSideMissing(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const joining = outputAt(mending, 1)?.tokenType;
  if (token?.tokenType !== W.is || (joining !== W.and && joining !== W.or)) return false;
  const left = lastLeftSide(mending);
  const [first] = left;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return false;
  const at = { start: token.startOffset, end: token.startOffset };
  const put = left.map((part) => piece(part.tokenType, part.image, at));
  const text = written(mending, first, last);
  return mendBy(mending, { put }, () =>
    createDiagnostic(
      'syntax/left-side-missing',
      spanOf(token),
      { left: text },
      {
        fixes: [automaticFix(`Write "${text}" again`, insertAt(token.startOffset, `${text} `))],
      },
    ),
  );
}

/** The path in front of the last `is`. */
function lastLeftSide(mending: Mending): readonly Token[] {
  let is = mending.output.length - 1;
  while (is >= 0 && mending.output[is]?.tokenType !== W.is) is -= 1;
  let start = is;
  while (start > 0) {
    const before = mending.output[start - 1];
    const wantsDot = start < is && mending.output[start]?.tokenType !== T.dot;
    const fits = wantsDot ? before?.tokenType === T.dot : before?.tokenType === T.word;
    if (!fits) break;
    start -= 1;
  }
  return mending.output.slice(start, Math.max(start, is));
}

function isBehindIs(mending: Mending, distance: number): boolean {
  const before = outputAt(mending, distance)?.tokenType;
  return before === W.is || (before === W.not && outputAt(mending, distance + 1)?.tokenType === W.is);
}

function isImage(mending: Mending, distance: number, image: string): boolean {
  const token = inputAt(mending, distance);
  return token?.image === image && token.tokenType !== T.text;
}
