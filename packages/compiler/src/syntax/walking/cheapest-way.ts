import type { TokenType } from 'chevrotain';
import { T, W } from '../lexing/token-types.ts';
import { countSteps } from '../work-counter.ts';
import type { RuleAutomaton, State } from './automaton.ts';
import { isRule } from './automaton.ts';
import { grammarRules } from './start.ts';
import type { Place, Places } from './walk.ts';
import { inside, sibling } from './walk.ts';

/** Pieces that would have to be added, and how daring that is. */
export interface Way {
  readonly added: readonly TokenType[];
  readonly cost: number;
}

/** What adding pieces costs where it is not the same everywhere. */
export interface WayOptions {
  /** What closing a block costs: little where braces are missing, much where they balance. */
  readonly closeBrace: number;
  /** Ways that cost more are not looked for. */
  readonly limit: number;
}

/** The cheapest pieces after which one can go on as wanted. */
export function cheapestWay(
  places: Places,
  wanted: (places: Places) => boolean,
  options: WayOptions,
): Way | undefined {
  let best: Way | undefined;
  for (const place of places) {
    const limit = best === undefined ? options.limit : best.cost - 1;
    best = wayFrom(place, wanted, { ...options, limit }) ?? best;
  }
  return best;
}

const costs = new Map<TokenType, number>([
  [T.missingValue, 1],
  [T.name, 1],
  [T.termName, 1],
  [T.closeParenthesis, 1],
  [T.closeBracket, 1],
  [T.colon, 2],
  [T.comma, 1],
  [T.dot, 4],
  [T.rowEnd, 1],
  [T.pipe, 1],
  [T.openBrace, 2],
  [T.openParenthesis, 4],
  [T.openBracket, 4],
  [T.equals, 2],
  [T.text, 2],
  [T.date, 2],
  [T.url, 2],
  [W.is, 2],
  [W.and, 5],
  [W.or, 5],
]);
const otherCost = 3;

function costOf(type: TokenType, options: WayOptions): number {
  return type === T.closeBrace ? options.closeBrace : (costs.get(type) ?? otherCost);
}

function wayFrom(from: Place, wanted: (places: Places) => boolean, options: WayOptions): Way | undefined {
  let best: Way | undefined;
  let limit = options.limit;
  let added: readonly TokenType[] = [];
  let cost = 0;
  for (let place: Place | undefined = from; place !== undefined && cost <= limit; place = place.parent) {
    const reached = reachable(place.state, options, limit - cost);
    for (const [state, way] of reached) {
      const found = wayAt(sibling(place, state), way, wanted, limit - cost, options);
      if (found === undefined) continue;
      best = { added: [...added, ...found.added], cost: cost + found.cost };
      limit = best.cost - 1;
    }
    const toEnd = reached.get(place.state.rule.end);
    if (toEnd === undefined) break;
    added = [...added, ...toEnd.added];
    cost += toEnd.cost;
  }
  return best;
}

/** Goes on at a place itself, or behind the bracket that a rule starts with which is called there. */
function wayAt(
  place: Place,
  way: Way,
  wanted: (places: Places) => boolean,
  limit: number,
  options: WayOptions,
): Way | undefined {
  if (way.cost > limit) return undefined;
  if (wanted([place])) return way;
  for (const { over, to } of place.state.steps) {
    if (!isRule(over)) continue;
    const [bracket] = over.start.steps;
    if (bracket?.over === undefined || isRule(bracket.over) || over.start.steps.length > 1) continue;
    const cost = way.cost + costOf(bracket.over, options);
    const behind = sibling(inside(sibling(place, to), over), bracket.to);
    if (brackets.has(bracket.over) && cost <= limit && wanted([behind])) {
      return { added: [...way.added, bracket.over], cost };
    }
  }
  return undefined;
}

const brackets = new Set<TokenType>([T.openBrace, T.openParenthesis, T.openBracket]);

/** The cheapest way to every state of the same rule. */
function reachable(from: State, options: WayOptions, limit: number): Map<State, Way> {
  const found = new Map<State, Way>([[from, { added: [], cost: 0 }]]);
  const waiting = [from];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    const way = found.get(state);
    countSteps(1);
    if (way === undefined) continue;
    for (const step of state.steps) {
      const part = wayOver(step.over, options);
      const cost = way.cost + part.cost;
      if (cost > limit || (found.get(step.to)?.cost ?? Number.POSITIVE_INFINITY) <= cost) continue;
      found.set(step.to, {
        added: part.added.length === 0 ? way.added : [...way.added, ...part.added],
        cost,
      });
      waiting.push(step.to);
    }
  }
  return found;
}

function wayOver(over: TokenType | RuleAutomaton | undefined, options: WayOptions): Way {
  if (over === undefined) return { added: [], cost: 0 };
  if (isRule(over)) return shortestTexts().get(over) ?? { added: [], cost: Number.POSITIVE_INFINITY };
  return { added: [over], cost: costOf(over, options) };
}

let shortest: ReadonlyMap<RuleAutomaton, Way> | undefined;

/** The cheapest text of every rule, found by looking again until nothing gets cheaper. */
function shortestTexts(): ReadonlyMap<RuleAutomaton, Way> {
  if (shortest !== undefined) return shortest;
  const found = new Map<RuleAutomaton, Way>();
  shortest = found;
  const options = { closeBrace: 2, limit: Number.POSITIVE_INFINITY };
  for (let changed = true; changed; ) {
    changed = false;
    for (const rule of grammarRules().values()) {
      const way = reachable(rule.start, options, Number.MAX_SAFE_INTEGER).get(rule.end);
      if (way === undefined || way.cost >= (found.get(rule)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      found.set(rule, way);
      changed = true;
    }
  }
  return found;
}
