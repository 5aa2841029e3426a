import type { TokenType } from 'chevrotain';
import type { TextEdit } from '../../../diagnostics/index.ts';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import { automaticFix, remove, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T, W } from '../../lexing/token-types.ts';
import { clauseWords } from '../advance-over.ts';
import { quoted } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { canFollow, farthestLook, inputAt, mendBy, report, skip } from '../mending.ts';
import { piece, spanOf } from '../pieces.ts';

const permit = W.permit;
const forbid = W.forbid;
/** How people write what a rule does; the longest spelling first. */
const effects: readonly (readonly [string, TokenType])[] = [
  ...[
    'must not',
    'shall not',
    'may not',
    'can not',
    'do not',
    'should not',
    'cannot',
    'deny',
    'denies',
    'denied',
    'disallow',
    'disallows',
    'prohibit',
    'prohibits',
    'prohibited',
    'block',
    'blocks',
    'reject',
    'refuse',
    'ban',
    'forbids',
    'forbidden',
  ].map((words) => [words, forbid] as const),
  ...['may', 'can', 'allow', 'allows', 'allowed', 'permits', 'permitted', 'authorise', 'authorize'].map(
    (words) => [words, permit] as const,
  ),
  ...['must', 'shall', 'requires', 'required', 'should', 'oblige'].map(
    (words) => [words, W.require] as const,
  ),
];

/** `must not contact`, `allow contact`, `deny contact` */
export function effectWord(mending: Mending): boolean {
  if (!canFollow(mending, forbid)) return false;
  return effects.some(([words, type]) => replaceWords(mending, words, type, 'syntax/effect-word'));
}

const conditions = ['only if', 'only when', 'provided that', 'if', 'provided', 'where', 'whenever'];

/** `if channel is voice then forbid contact` */
export function ifThen(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token?.image === 'then' && token.tokenType === T.word) return thenWord(mending);
  const type = canFollow(mending, W.when) ? W.when : W['applies when'];
  if (!canFollow(mending, type)) return false;
  const then = thenAhead(mending);
  const more = then === undefined ? [] : [remove({ start: then.startOffset - 1, end: then.end })];
  return conditions.some((words) => replaceWords(mending, words, type, 'syntax/if-then', more));
}

/** The `then` that belongs to an `if`. */
function thenAhead(mending: Mending): Token | undefined {
  for (let distance = 1; distance < farthestLook; distance += 1) {
    const token = inputAt(mending, distance);
    if (token === undefined || clauseWords.has(token.tokenType) || token.tokenType === T.closeBrace)
      return undefined;
    if (token.image === 'then' && token.tokenType === T.word) return token;
  }
  return undefined;
}

function thenWord(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token === undefined) return false;
  if (mending.findings.some(({ code }) => code === 'syntax/if-then')) {
    skip(mending, 1);
    return true;
  }
  return mendBy(mending, { over: 1, put: [] }, () => {
    const span = spanOf(token);
    return createDiagnostic('syntax/then', span, {}, { fixes: [automaticFix('Remove it', remove(span))] });
  });
}

const scopes: readonly (readonly [string, TokenType])[] = [
  ...['applies if', 'applies where', 'applies only when', 'applies only if', 'apply when', 'apply if'].map(
    (words) => [words, W['applies when']] as const,
  ),
  ...[
    'applies always',
    'applies to everyone',
    'applies to everybody',
    'applies to all',
    'applies globally',
    'applies worldwide',
  ].map((words) => [words, W['applies everywhere']] as const),
  ...['effective', 'valid', 'applicable', 'in effect'].map((words) => [words, W['in force']] as const),
];

/** `applies if …`, `applies to everyone`, `effective from …` */
export function scopeWord(mending: Mending): boolean {
  return scopes.some(
    ([words, type]) => canFollow(mending, type) && replaceWords(mending, words, type, 'syntax/clause-word'),
  );
}

const schedules: readonly (readonly [string, TokenType])[] = [
  ...['retain', 'retention', 'preserve', 'store'].map((words) => [words, W.keep] as const),
  ...['delete', 'deletion', 'remove', 'destroy', 'purge', 'wipe'].map((words) => [words, W.erase] as const),
  ['freeze', W.hold],
];

/** `retention 6 years`, `delete Invoice at the latest …` */
export function scheduleWord(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const found = schedules.find(([words]) => token?.tokenType === T.word && token.image === words);
  if (token === undefined || found === undefined || !canFollow(mending, W.keep)) return false;
  const [words, type] = found;
  if (replaceWords(mending, words, type, 'syntax/clause-word')) return true;
  const right = type.LABEL ?? '';
  report(mending, createDiagnostic('syntax/retention', spanOf(token), { word: words, right }));
  let count = 1;
  for (
    let next = inputAt(mending, count);
    next !== undefined && !startsNext(next);
    next = inputAt(mending, count)
  )
    count += 1;
  skip(mending, count);
  return true;
}

function startsNext(token: { readonly tokenType: TokenType; readonly firstOnLine: boolean }): boolean {
  return token.firstOnLine || clauseWords.has(token.tokenType) || token.tokenType === T.closeBrace;
}

/** `authority: law`, `cite: "art. 6"` */
export function colonBehindWord(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const colon = inputAt(mending, 1);
  if (token === undefined || token.tokenType !== T.word || colon?.tokenType !== T.colon) return false;
  const types: Readonly<Record<string, TokenType>> = W;
  const type = Object.hasOwn(W, token.image) ? types[token.image] : undefined;
  if (type === undefined || !canFollow(mending, type)) return false;
  const put = [{ ...piece(type, token.image, spanOf(token)), firstOnLine: token.firstOnLine }];
  return mendBy(mending, { over: 2, put }, () => {
    const span = spanOf(colon);
    return createDiagnostic(
      'syntax/colon',
      span,
      { word: token.image },
      {
        fixes: [automaticFix('Remove the colon', remove(span))],
      },
    );
  });
}

function replaceWords(
  mending: Mending,
  words: string,
  type: TokenType,
  code: 'syntax/effect-word' | 'syntax/if-then' | 'syntax/clause-word',
  more: readonly TextEdit[] = [],
): boolean {
  const count = countOf(mending, words);
  const first = inputAt(mending, 0);
  const last = inputAt(mending, count - 1);
  if (count === 0 || first === undefined || last === undefined) return false;
  const span = { start: first.startOffset, end: last.end };
  const right = type.LABEL ?? '';
  const put = [{ ...piece(type, right, span), firstOnLine: first.firstOnLine }];
  return mendBy(mending, { over: count, put }, () => {
    const edit = replaceBy(span, right);
    const isClear = code !== 'syntax/effect-word' || type !== W.require;
    return createDiagnostic(
      code,
      span,
      { word: quoted(mending, span), right },
      {
        fixes: [(isClear ? automaticFix : reviewedFix)(`Write "${right}"`, edit, ...more)],
      },
    );
  });
}

/** How many of the next pieces spell the words, or 0. */
function countOf(mending: Mending, words: string): number {
  const parts = words.split(' ');
  const fits = parts.every((part, index) => {
    const token = inputAt(mending, index);
    return token?.image.toLowerCase() === part && token.tokenType !== T.text;
  });
  return fits ? parts.length : 0;
}
