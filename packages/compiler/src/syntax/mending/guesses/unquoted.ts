import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, insertAt, remove, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import { expectedTypes } from '../../walking/walk.ts';
import { clauseWords } from '../advance-over.ts';
import { quoted, shorten } from '../describe.ts';
import type { Mending } from '../mending.ts';
import {
  canFollow,
  change,
  farthestLook,
  inputAt,
  mendBy,
  outputAt,
  placesOf,
  report,
  tryChange,
} from '../mending.ts';
import { missingPiece, piece, spanOf } from '../pieces.ts';

/** `cite Art. 6(1)(a)`, `rule answer Requests are answered {` */
export function unquotedText(mending: Mending): boolean {
  const first = inputAt(mending, 0);
  if (first === undefined || first.firstOnLine || !canFollow(mending, T.text) || !isPlain(first))
    return false;
  const isRequired = expectedTypes(placesOf(mending)).size === 1;
  const last = endOfRun(mending, isRequired);
  const token = inputAt(mending, last);
  if (token === undefined) return false;
  const span = { start: first.startOffset, end: token.end };
  const text = mending.text.slice(span.start, span.end);
  if (!isRequired && !isTitle(text)) return false;
  const put = [piece(T.text, text, span)];
  return mendBy(mending, { over: last + 1, put }, () =>
    createDiagnostic(
      'syntax/unquoted-text',
      span,
      { text: shorten(text) },
      {
        fixes: [automaticFix('Put it in quotation marks', replaceBy(span, JSON.stringify(text)))],
      },
    ),
  );
}

function isPlain(token: Token): boolean {
  const { tokenType: type } = token;
  return (
    type !== T.openBrace &&
    type !== T.closeBrace &&
    !clauseWords.has(type) &&
    type !== T.comma &&
    type !== T.url
  );
}

/** The distance of the last piece of a text that stands without quotation marks. */
function endOfRun(mending: Mending, isRequired: boolean): number {
  let last = 0;
  for (let next = inputAt(mending, last + 1); next !== undefined; next = inputAt(mending, last + 1)) {
    if (next.firstOnLine || !isPlain(next) || next.tokenType === W['as of'] || next.tokenType === W.under)
      break;
    if (!isRequired && next.tokenType === T.text) break;
    last += 1;
  }
  return last;
}

/** Several words, or a capital letter: a title, and not the rest of a name. */
function isTitle(text: string): boolean {
  return /^\p{Lu}/u.test(text) || text.split(/\s+/).length > 2;
}

/** `rule opt out "…"`, `consent given`: a name is one word. */
export function wordsApart(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const previous = outputAt(mending, 1);
  if (previous?.tokenType !== T.word || previous.virtual || token === undefined || token.firstOnLine)
    return false;
  if (token.tokenType !== T.word && token.tokenType !== W.given) return false;
  const name = `${previous.image}-${token.image}`;
  const span = { start: previous.startOffset, end: token.end };
  const put = [
    {
      ...piece(T.word, name, span),
      firstOnLine: previous.firstOnLine,
      documentation: previous.documentation,
    },
  ];
  return mendBy(mending, { back: 1, over: 1, put }, () =>
    createDiagnostic(
      'syntax/words-apart',
      span,
      { words: quoted(mending, span), name },
      {
        fixes: [reviewedFix(`Write "${name}"`, replaceBy(span, name))],
      },
    ),
  );
}

const named: ReadonlySet<unknown> = new Set([
  W.policy,
  W.rule,
  W.except,
  W.record,
  W.activity,
  W.taxonomy,
  W.scale,
  W.group,
  W.calendar,
  W.obligation,
  W.define,
  W.table,
]);

/** `policy "Title" { … }`: the title stands where the name should. */
export function titleWithoutName(mending: Mending): boolean {
  const title = inputAt(mending, 0);
  const word = outputAt(mending, 1);
  if (title?.tokenType !== T.text || word === undefined || !named.has(word.tokenType)) return false;
  const name = nameFrom(title.image);
  return mendBy(mending, { put: [missingPiece(T.name, word.end)] }, () =>
    createDiagnostic(
      'syntax/title-without-name',
      spanOf(title),
      { word: word.image, name },
      {
        fixes: [reviewedFix(`Write "${name}" before the title`, insertAt(title.startOffset, `${name} `))],
      },
    ),
  );
}

/** A name made of the words of a title. */
export function nameFrom(title: string): string {
  const words =
    title
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z][a-z0-9]*/g) ?? [];
  const name = words.filter((word) => !['the', 'a', 'an', 'of', 'and', 'for', 'to', 'in'].includes(word));
  return (name.length > 0 ? name : words).slice(0, 4).join('-') || 'name';
}

const conditional = new Set(['when', 'if', 'unless', 'where']);

/** `except when …`: an exception has a name and a block. */
export function exceptWithoutName(mending: Mending): boolean {
  const word = outputAt(mending, 1);
  const except = outputAt(mending, 2);
  if (word === undefined || except?.tokenType !== W.except || !conditional.has(word.image)) return false;
  const at = { start: word.startOffset, end: word.startOffset };
  const put = [
    missingPiece(T.name, except.end),
    piece(T.openBrace, '{', at),
    piece(word.image === 'unless' ? W.unless : W.when, word.image, spanOf(word)),
  ];
  if (tryChange(mending, { back: 1, put }) === undefined) return false;
  report(
    mending,
    createDiagnostic(
      'syntax/except-without-name',
      { start: except.startOffset, end: word.end },
      { word: word.image },
      {
        fixes: exceptFixes(mending, word),
      },
    ),
  );
  change(mending, { back: 1, put });
  const end = endOfCondition(mending);
  const brace = mending.input[end];
  const opens = brace?.tokenType === T.openBrace;
  const close = piece(T.closeBrace, '}', { start: brace?.startOffset ?? 0, end: brace?.startOffset ?? 0 });
  mending.later.set(end, { leaveOut: opens, add: opens ? [] : [close] });
  return true;
}

function exceptFixes(mending: Mending, word: Token) {
  const end = endOfCondition(mending);
  const last = mending.input[end - 1];
  const brace = mending.input[end];
  if (last === undefined) return [];
  const start = { span: spanOf(word), newText: `name { ${word.image === 'unless' ? 'unless' : 'when'}` };
  if (brace?.tokenType !== T.openBrace)
    return [reviewedFix('Give it a name and a block', start, insertAt(last.end, ' }'))];
  return [reviewedFix('Give it a name', start, remove({ start: last.end, end: brace.end }))];
}

/** The input index of the piece behind the condition that is about to be read. */
function endOfCondition(mending: Mending): number {
  let depth = 0;
  let index = mending.index;
  const limit = Math.min(mending.input.length, mending.index + farthestLook);
  for (; index < limit; index += 1) {
    const type = mending.input[index]?.tokenType;
    if (type === T.openParenthesis) depth += 1;
    else if (type === T.closeParenthesis) depth -= 1;
    const token = mending.input[index];
    if (depth <= 0 && token !== undefined && endsCondition(token)) break;
  }
  return index;
}

function endsCondition(token: Token): boolean {
  return (
    token.tokenType === T.openBrace || token.tokenType === T.closeBrace || clauseWords.has(token.tokenType)
  );
}
