import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, insertAt, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import { clauseWords } from '../advance-over.ts';
import { quoted } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { change, farthestLook, inputAt, mendBy, outputAt, report, tryChange } from '../mending.ts';
import { piece, pieces, spanOf } from '../pieces.ts';

const listPhrases: ReadonlySet<unknown> = new Set([
  W['one of'],
  W['each of'],
  W['later of'],
  W['earlier of'],
]);

/** `is one of email, sms`, `is either email or sms`, `is email, sms` */
export function listWithoutParentheses(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const previous = outputAt(mending, 1);
  if (token === undefined || previous === undefined) return false;
  if (listPhrases.has(previous.tokenType))
    return encloseList(mending, { back: 0, phrase: [], start: token.startOffset });
  if (previous.image === 'either' && isBehindIs(mending, 2)) {
    return encloseList(mending, {
      back: 1,
      phrase: [piece(W['one of'], 'one of', spanOf(previous))],
      start: previous.startOffset,
    });
  }
  if (token.tokenType !== T.comma || !isBehindIs(mending, 2)) return false;
  const at = { start: previous.startOffset, end: previous.startOffset };
  return encloseList(mending, {
    back: 1,
    phrase: [piece(W['one of'], 'one of', at)],
    start: previous.startOffset,
    keep: previous,
  });
}

interface OpenList {
  readonly back: number;
  readonly phrase: readonly Token[];
  readonly start: number;
  /** The first entry, where it was read already. */
  readonly keep?: Token;
}

function encloseList(mending: Mending, { back, phrase, start, keep }: OpenList): boolean {
  const entries = entriesAhead(mending, keep !== undefined);
  if (entries.end === 0) return false;
  const at = { start: keep?.startOffset ?? start, end: keep?.startOffset ?? start };
  const put = [...phrase, piece(T.openParenthesis, '(', at), ...(keep === undefined ? [] : [keep])];
  if (tryChange(mending, { back, put }) === undefined) return false;
  const last = inputAt(mending, entries.end - 1);
  const end = last?.end ?? start;
  const word = phrase.length > 0 ? 'one of (' : '(';
  const span = { start, end };
  const first = {
    start,
    end: phrase.length > 0 && keep === undefined ? (inputAt(mending, 0)?.startOffset ?? start) : start,
  };
  report(
    mending,
    createDiagnostic(
      'syntax/list-without-parentheses',
      span,
      { list: quoted(mending, span) },
      {
        fixes: [
          automaticFix(
            `Write ${word}…)`,
            { span: first, newText: word },
            ...separatorEdits(mending, entries.joined),
            insertAt(end, ')'),
          ),
        ],
      },
    ),
  );
  for (const distance of entries.joined) {
    const separator = inputAt(mending, distance);
    if (separator !== undefined)
      mending.later.set(mending.index + distance, {
        leaveOut: true,
        add: [piece(T.comma, ',', spanOf(separator))],
      });
  }
  mending.later.set(mending.index + entries.end, {
    leaveOut: false,
    add: [piece(T.closeParenthesis, ')', { start: end, end })],
  });
  return change(mending, { back, put });
}

function separatorEdits(mending: Mending, joined: readonly number[]) {
  return joined.flatMap((distance) => {
    const separator = inputAt(mending, distance);
    const before = inputAt(mending, distance - 1);
    return separator === undefined || before === undefined
      ? []
      : [{ span: { start: before.end, end: separator.end }, newText: ',' }];
  });
}

/** Names between commas, `and` or `or`: where they end, and where a word stands between them. */
function entriesAhead(
  mending: Mending,
  fromSeparator: boolean,
): { readonly end: number; readonly joined: readonly number[] } {
  const joined: number[] = [];
  let end = 0;
  let wantsEntry = !fromSeparator;
  for (let distance = 0; ; distance += 1) {
    const token = inputAt(mending, distance);
    if (token === undefined || (token.firstOnLine && clauseWords.has(token.tokenType))) break;
    if (wantsEntry) {
      if (token.tokenType !== T.word && token.tokenType !== T.text && token.tokenType !== T.quotedName) break;
      end = distance + 1;
      wantsEntry = false;
    } else if (token.tokenType === T.comma || token.tokenType === W.or || token.tokenType === W.and) {
      // `a or b is …` begins another comparison.
      if (
        inputAt(mending, distance + 2)?.tokenType === W.is ||
        inputAt(mending, distance + 2)?.tokenType === T.dot
      )
        break;
      if (token.tokenType !== T.comma) joined.push(distance);
      wantsEntry = true;
    } else break;
  }
  return { end, joined: joined.filter((distance) => distance < end) };
}

/** `is in (a, b)`: a list of terms follows `one of`. */
export function inList(mending: Mending): boolean {
  if (inputAt(mending, 0)?.tokenType !== T.comma) return false;
  let open = mending.output.length - 1;
  for (let depth = 0; open > 0; open -= 1) {
    const type = mending.output[open]?.tokenType;
    if (type === T.closeParenthesis) depth += 1;
    else if (type === T.openParenthesis && depth === 0) break;
    else if (type === T.openParenthesis) depth -= 1;
  }
  const word = mending.output[open - 1];
  if (word?.tokenType !== W.in && word?.tokenType !== W.is && word?.tokenType !== W.not) return false;
  const isIn = word.tokenType === W.in;
  const span = isIn ? spanOf(word) : { start: word.end, end: word.end };
  const put = [...pieces([W['one of']], span), ...mending.output.slice(open)];
  return mendBy(mending, { back: mending.output.length - open + (isIn ? 1 : 0), put }, () =>
    createDiagnostic(
      'syntax/list-without-one-of',
      spanOf(word),
      { word: word.image },
      {
        fixes: [automaticFix('Write "one of"', replaceBy(span, isIn ? 'one of' : ' one of'))],
      },
    ),
  );
}

/** `where c.status is granted satisfies …` */
export function whereWithoutParentheses(mending: Mending): boolean {
  const first = inputAt(mending, 0);
  if (first === undefined || outputAt(mending, 1)?.tokenType !== W.where) return false;
  const end = endOfWhere(mending);
  if (end === mending.index) return false;
  const last = mending.input[end - 1];
  const at = { start: first.startOffset, end: first.startOffset };
  if (last === undefined || tryChange(mending, { put: [piece(T.openParenthesis, '(', at)] }) === undefined)
    return false;
  const close = { start: last.end, end: last.end };
  report(
    mending,
    createDiagnostic(
      'syntax/where-without-parentheses',
      { start: first.startOffset, end: last.end },
      {},
      {
        fixes: [
          reviewedFix(
            'Put the condition in parentheses',
            insertAt(first.startOffset, '('),
            insertAt(last.end, ')'),
          ),
        ],
      },
    ),
  );
  mending.later.set(end, { leaveOut: false, add: [piece(T.closeParenthesis, ')', close)] });
  return change(mending, { put: [piece(T.openParenthesis, '(', at)] });
}

/** The input index behind a condition without parentheses: at `satisfies`, a second `is`, or the next clause. */
function endOfWhere(mending: Mending): number {
  let comparisons = 0;
  let index = mending.index;
  const limit = Math.min(mending.input.length, mending.index + farthestLook);
  for (; index < limit; index += 1) {
    const type = mending.input[index]?.tokenType;
    if (type === W.is) comparisons += 1;
    if (type === W.and || type === W.or) comparisons = 0;
    const ends =
      type === W.satisfies || type === T.closeBrace || (type !== undefined && clauseWords.has(type));
    if (ends || comparisons > 1) break;
  }
  return index;
}

function isBehindIs(mending: Mending, distance: number): boolean {
  const before = outputAt(mending, distance)?.tokenType;
  return before === W.is || (before === W.not && outputAt(mending, distance + 1)?.tokenType === W.is);
}
