import type { TokenType } from 'chevrotain';
import type { Token } from '../lexing/token-types.ts';
import { T } from '../lexing/token-types.ts';
import type { Way, WayOptions } from '../walking/cheapest-way.ts';
import { cheapestWay } from '../walking/cheapest-way.ts';
import { mayEnd } from '../walking/walk.ts';
import { countSteps } from '../work-counter.ts';
import { advanceOver, clauseWords } from './advance-over.ts';
import type { Mending } from './mending.ts';
import { bracesAhead, inputAt, openBlocks, placesOf } from './mending.ts';
import { missingPiece } from './pieces.ts';

/** How to get past a piece that cannot stand where it does. */
export interface Plan {
  /** How many pieces of the input are left out. */
  readonly skipped: number;
  /** What is added before the piece behind them. */
  readonly way: Way;
  readonly cost: number;
  /** The piece behind can follow as well: the mistake is over. */
  readonly fits: boolean;
}

/** What changes least: adding pieces, leaving pieces out, or both. */
export function cheapestPlan(mending: Mending): Plan | undefined {
  const closeBrace = hasMissingBrace(mending) ? 1 : 12;
  let best: Plan | undefined;
  let depth = 0;
  let stops = 0;
  for (let skipped = 0; ; skipped += 1) {
    const token = inputAt(mending, skipped);
    countSteps(1);
    const price = skipped <= 2 ? 2 * skipped : 5;
    if (best !== undefined && best.cost <= price) return best;
    if (token === undefined) return best ?? planToEnd(mending, skipped);
    if (depth === 0 && (skipped <= 2 || isStoppingPlace(token))) {
      stops += 1;
      if (stops > mostStops) return best;
      const limit = (best?.cost ?? 30) - price - 1;
      const plan = planAt(mending, token, skipped, price, { closeBrace, limit });
      if (plan !== undefined && (best === undefined || plan.cost < best.cost)) best = plan;
    }
    if (openers.has(token.tokenType)) depth += 1;
    else if (closers.has(token.tokenType) && depth > 0) depth -= 1;
  }
}

/** After so many places at which reading cannot go on, the rest is left out. */
const mostStops = 40;

function planAt(
  mending: Mending,
  token: Token,
  skipped: number,
  price: number,
  options: WayOptions,
): Plan | undefined {
  const way = cheapestWay(placesOf(mending), (at) => advanceOver(at, token).length > 0, options);
  if (way === undefined) return undefined;
  let places = placesOf(mending);
  for (const type of way.added) places = advanceOver(places, missingPiece(type, 0));
  places = advanceOver(places, token);
  if (places.length === 0) return undefined;
  const next = inputAt(mending, skipped + 1);
  const fits = next === undefined ? mayEnd(places) : advanceOver(places, next).length > 0;
  return { skipped, way, cost: price + way.cost + (fits ? 0 : 2), fits };
}

/** Nothing in the rest of the input can be reached: it is left out if the text may end here. */
function planToEnd(mending: Mending, skipped: number): Plan | undefined {
  return mayEnd(placesOf(mending))
    ? { skipped, way: { added: [], cost: 0 }, cost: 0, fits: true }
    : undefined;
}

/** More blocks are open than the rest of the input closes. */
function hasMissingBrace(mending: Mending): boolean {
  return openBlocks(mending) + bracesAhead(mending) > 0;
}

const openers = new Set<TokenType>([T.openBrace, T.openParenthesis, T.openBracket]);
const closers = new Set<TokenType>([T.closeBrace, T.closeParenthesis, T.closeBracket]);

/** Where reading can go on after a mistake: at a clause, at a closing bracket, on a new line. */
function isStoppingPlace(token: Token): boolean {
  return token.firstOnLine || clauseWords.has(token.tokenType) || closers.has(token.tokenType);
}
