import type { TokenType } from 'chevrotain';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { remove, reviewedFix } from '../fixes.ts';
import type { Token } from '../lexing/token-types.ts';
import { T, W } from '../lexing/token-types.ts';
import type { Places } from '../walking/walk.ts';
import { expectedTypes } from '../walking/walk.ts';
import { contextOf, expectation, isSign, isWord, shorten, show } from './describe.ts';
import type { Mending } from './mending.ts';
import { inputAt, outputAt, placesOf, report, skip, take } from './mending.ts';
import { missingDiagnostic } from './missing.ts';
import { missingPiece, spanOf, written } from './pieces.ts';
import type { Plan } from './plan.ts';
import { cheapestPlan } from './plan.ts';
import { reportOpenBlock } from './unclosed.ts';

/** Gets past a piece that cannot stand where it does: pieces are added or skipped, whatever changes least. */
export function resolveMistake(mending: Mending): void {
  const token = inputAt(mending, 0);
  if (token === undefined) return;
  const quiet = mending.index <= mending.quietUntil;
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
  mending.quietUntil = plan.fits || plan.skipped === 0 ? -1 : mending.index + 1;
}

function reportPlan(mending: Mending, token: Token, plan: Plan): void {
  const [first] = plan.way.added;
  const at = outputAt(mending, 1)?.end ?? token.startOffset;
  if (plan.skipped > 0) reportSkipped(mending, token, plan.skipped);
  else if (first === T.closeBrace) reportOpenBlock(mending);
  else if (first !== undefined) report(mending, missingDiagnostic(mending, first, at));
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
  const isStray = count === 1 && isSign(token.tokenType);
  const fixes = isStray ? [reviewedFix('Remove it', remove(spanOf(token)))] : [];
  const values = {
    found: count <= 3 ? shorten(written(mending, token, last)) : found,
    context: contextOf(places),
  };
  report(mending, createDiagnostic('syntax/unexpected', span, values, { ...help, fixes }));
}

function helpFor(places: Places, after: string | undefined): { readonly help?: string } {
  const may = expectation(places);
  if (may === '') return {};
  return { help: after === undefined ? `Here may stand ${may}.` : `After "${after}" may stand ${may}.` };
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
