import type { TokenType } from 'chevrotain';
import type { Fix } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { Way } from '../walking/cheapest-way.ts';
import { cheapestWay } from '../walking/cheapest-way.ts';
import type { Places } from '../walking/walk.ts';
import { expectedTypes, mayEnd } from '../walking/walk.ts';
import { contextOf, expectation, isSign, isWord, shorten, show } from './describe.ts';
import type { Mending } from './mending.ts';
import {
  advanceOver,
  clauseWords,
  inputAt,
  missingPiece,
  outputAt,
  placesOf,
  report,
  skip,
  spanOf,
  take,
  written,
} from './mending.ts';
import { missingDiagnostic } from './missing.ts';
import { reportOpenBlock } from './unclosed.ts';

/** Gets past a piece that cannot stand where it does: pieces are added or skipped, whatever changes least. */
export function resolveMistake(mending: Mending): void {
  const token = inputAt(mending, 0);
  if (token === undefined) return;
  const quiet = mending.index - mending.reportedAt <= 1;
  const plan = cheapestPlan(mending);
  if (plan === undefined) {
    if (!quiet) reportSkipped(mending, token, mending.input.length - mending.index);
    skip(mending, mending.input.length - mending.index);
    return;
  }
  if (!quiet) reportPlan(mending, token, plan);
  skip(mending, plan.skipped);
  const at = outputAt(mending, 1)?.end ?? 0;
  for (const type of plan.way.added) take(mending, missingPiece(type, at));
  if (quiet) mending.reportedAt = mending.index;
}

interface Plan {
  /** How many pieces of the input are left out. */
  readonly skipped: number;
  /** What is added before the piece behind them. */
  readonly way: Way;
  readonly cost: number;
}

function cheapestPlan(mending: Mending): Plan | undefined {
  const closeBrace = hasMissingBrace(mending) ? 1 : 12;
  let best: Plan | undefined;
  let depth = 0;
  for (let skipped = 0; ; skipped += 1) {
    const token = inputAt(mending, skipped);
    const price = skipped <= 2 ? 2 * skipped : 5;
    if (best !== undefined && best.cost <= price) return best;
    if (token === undefined) return best ?? planToEnd(mending, skipped);
    if (depth === 0 && (skipped <= 2 || isStoppingPlace(token))) {
      const limit = (best?.cost ?? 30) - price - 1;
      const plan = planAt(mending, token, skipped, price, { closeBrace, limit });
      if (plan !== undefined && (best === undefined || plan.cost < best.cost)) best = plan;
    }
    if (openers.has(token.tokenType)) depth += 1;
    else if (closers.has(token.tokenType) && depth > 0) depth -= 1;
  }
}

function planAt(
  mending: Mending,
  token: Token,
  skipped: number,
  price: number,
  options: { readonly closeBrace: number; readonly limit: number },
): Plan | undefined {
  const way = cheapestWay(placesOf(mending), (at) => advanceOver(at, token).length > 0, options);
  if (way === undefined) return undefined;
  let places = placesOf(mending);
  for (const type of way.added) places = advanceOver(places, missingPiece(type, 0));
  places = advanceOver(places, token);
  if (places.length === 0) return undefined;
  const next = inputAt(mending, skipped + 1);
  const fits = next === undefined ? mayEnd(places) : advanceOver(places, next).length > 0;
  return { skipped, way, cost: price + way.cost + (fits ? 0 : 2) };
}

/** Nothing in the rest of the input can be reached: it is left out if the text may end here. */
function planToEnd(mending: Mending, skipped: number): Plan | undefined {
  return mayEnd(placesOf(mending)) ? { skipped, way: { added: [], cost: 0 }, cost: 0 } : undefined;
}

/** More blocks are open than the rest of the input closes. */
function hasMissingBrace(mending: Mending): boolean {
  let open = 0;
  for (const token of mending.output) open += braceStep(token);
  for (let index = mending.index; index < mending.input.length; index += 1) {
    const token = mending.input[index];
    if (token !== undefined) open += braceStep(token);
  }
  return open > 0;
}

function braceStep(token: Token): number {
  if (token.tokenType === T.openBrace) return 1;
  return token.tokenType === T.closeBrace ? -1 : 0;
}

const openers = new Set<TokenType>([T.openBrace, T.openParenthesis, T.openBracket]);
const closers = new Set<TokenType>([T.closeBrace, T.closeParenthesis, T.closeBracket]);

/** Where reading can go on after a mistake: at a clause, at a closing bracket, on a new line. */
function isStoppingPlace(token: Token): boolean {
  return token.firstOnLine || clauseWords.has(token.tokenType) || closers.has(token.tokenType);
}

function reportPlan(mending: Mending, token: Token, plan: Plan): void {
  const [first] = plan.way.added;
  if (plan.skipped > 0) return reportSkipped(mending, token, plan.skipped);
  if (first === undefined) return;
  if (first === T.closeBrace) return reportOpenBlock(mending);
  const at = outputAt(mending, 1)?.end ?? token.startOffset;
  report(mending, missingDiagnostic(mending, first, at));
}

function reportSkipped(mending: Mending, token: Token, count: number): void {
  const places = placesOf(mending);
  const last = inputAt(mending, count - 1) ?? token;
  const found = show(mending, token);
  const span = { start: token.startOffset, end: count <= 3 ? last.end : token.end };
  const home = homes.get(token.tokenType);
  if (home !== undefined && isAtClause(places)) {
    const context = contextOf(places);
    report(mending, createDiagnostic('syntax/misplaced', spanOf(token), { word: found, context, home }));
    return;
  }
  const previous = outputAt(mending, 1);
  const help = helpFor(places, previous === undefined ? undefined : show(mending, previous));
  report(
    mending,
    createDiagnostic(
      'syntax/unexpected',
      span,
      { found: count <= 3 ? shorten(written(mending, token, last)) : found, context: contextOf(places) },
      {
        ...(help === undefined ? {} : { help }),
        fixes: count === 1 && isSign(token.tokenType) ? [removal(token)] : [],
      },
    ),
  );
}

function removal(token: Token): Fix {
  return { title: 'Remove it', kind: 'needs-review', edits: [{ span: spanOf(token), newText: '' }] };
}

function helpFor(places: Places, after: string | undefined): string | undefined {
  const may = expectation(places);
  if (may === '') return undefined;
  return after === undefined ? `Here may stand ${may}.` : `After "${after}" may stand ${may}.`;
}

function isAtClause(places: Places): boolean {
  return [...expectedTypes(places).values()].some((type) => isWord(type));
}

/** Where words belong that were written somewhere else. */
const homes: ReadonlyMap<TokenType, string> = new Map<TokenType, string>([
  ...[
    W.authority,
    W.source,
    W['applies when'],
    W['applies everywhere'],
    W.default,
    W.option,
    W.rule,
    W.lift,
    W['review by'],
  ].map((type) => [type, 'directly in a policy'] as const),
  ...[
    W.forbid,
    W.permit,
    W.require,
    W.mandate,
    W.advise,
    W.when,
    W.unless,
    W.except,
    W.obligation,
    W['overridable by'],
  ].map((type) => [type, 'in a rule'] as const),
  ...[W.expect, W.given].map((type) => [type, 'in a test or a list of scenarios'] as const),
]);
