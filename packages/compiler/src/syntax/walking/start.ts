import { invariant } from '../../support/index.ts';
import { grammar } from '../grammar/shared-grammar.ts';
import type { RuleAutomaton } from './automaton.ts';
import { buildAutomaton } from './automaton.ts';
import type { Place } from './walk.ts';
import { placesMade, startOf } from './walk.ts';

/** So many places are kept between walks; more are forgotten, so that memory stays bounded. */
const keptPlaces = 50_000;

let rules: ReadonlyMap<string, RuleAutomaton> | undefined;
let start: { readonly place: Place; readonly madeBefore: number } | undefined;

/** The automatons of all rules of the grammar, built once. */
export function grammarRules(): ReadonlyMap<string, RuleAutomaton> {
  rules ??= buildAutomaton(grammar().getGAstProductions());
  return rules;
}

/** The place where every declaration starts. */
export function declarationStart(): Place {
  if (start === undefined || placesMade() - start.madeBefore > keptPlaces) {
    start = { place: startOf(ruleNamed('declaration')), madeBefore: placesMade() };
  }
  return start.place;
}

function ruleNamed(name: string): RuleAutomaton {
  const rule = grammarRules().get(name);
  invariant(rule !== undefined, `the grammar has the rule "${name}"`);
  return rule;
}
