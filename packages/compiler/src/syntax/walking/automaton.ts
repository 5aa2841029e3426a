import type { IProduction, Rule, TokenType } from 'chevrotain';
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
} from 'chevrotain';

/** A place inside a rule of the grammar, and where one can go from there. */
export interface State {
  readonly id: number;
  readonly rule: RuleAutomaton;
  readonly steps: Step[];
  isEnd: boolean;
}

/** A way on: for free, over one piece of text, or through another rule. */
export interface Step {
  readonly over: TokenType | RuleAutomaton | undefined;
  readonly to: State;
}

/** One rule of the grammar as places and steps. */
export interface RuleAutomaton {
  readonly name: string;
  readonly start: State;
  readonly end: State;
}

/** Whether a step goes through another rule. */
export function isRule(over: Step['over']): over is RuleAutomaton {
  return over !== undefined && 'start' in over;
}

/** The grammar's own productions as one automaton per rule. */
export function buildAutomaton(
  productions: Readonly<Record<string, Rule>>,
): ReadonlyMap<string, RuleAutomaton> {
  const building: Building = { rules: new Map(), count: 0 };
  for (const name of Object.keys(productions)) building.rules.set(name, emptyRule(building, name));
  for (const [name, production] of Object.entries(productions)) {
    const rule = building.rules.get(name);
    if (rule === undefined) continue;
    const last = addSequence(building, rule, production.definition, rule.start);
    last.steps.push({ over: undefined, to: rule.end });
  }
  return building.rules;
}

interface Building {
  readonly rules: Map<string, RuleAutomaton>;
  count: number;
}

function emptyRule(building: Building, name: string): RuleAutomaton {
  // The places and their rule refer to each other, so the rule is completed after them.
  const rule: { name: string; start?: State; end?: State } = { name };
  const complete = rule as RuleAutomaton;
  rule.start = newState(building, complete);
  rule.end = newState(building, complete);
  rule.end.isEnd = true;
  return complete;
}

function newState(building: Building, rule: RuleAutomaton): State {
  const state: State = { id: building.count, rule, steps: [], isEnd: false };
  building.count += 1;
  return state;
}

function addSequence(
  building: Building,
  rule: RuleAutomaton,
  parts: readonly IProduction[],
  from: State,
): State {
  return parts.reduce((state, part) => addPart(building, rule, part, state), from);
}

function addPart(building: Building, rule: RuleAutomaton, part: IProduction, from: State): State {
  if (part instanceof Alternative) return addSequence(building, rule, part.definition, from);
  const to = newState(building, rule);
  if (part instanceof Terminal) {
    from.steps.push({ over: part.terminalType, to });
  } else if (part instanceof NonTerminal) {
    const called = building.rules.get(part.nonTerminalName);
    if (called !== undefined) from.steps.push({ over: called, to });
  } else if (part instanceof Alternation) {
    for (const branch of part.definition) addBranch(building, rule, [branch], from, to);
  } else if (part instanceof Option) {
    from.steps.push({ over: undefined, to });
    addBranch(building, rule, part.definition, from, to);
  } else if (part instanceof Repetition || part instanceof RepetitionMandatory) {
    addLoop(building, rule, part, from, to);
  }
  return to;
}

function addBranch(
  building: Building,
  rule: RuleAutomaton,
  parts: readonly IProduction[],
  from: State,
  to: State,
): void {
  const last = addSequence(building, rule, parts, from);
  last.steps.push({ over: undefined, to });
}

function addLoop(
  building: Building,
  rule: RuleAutomaton,
  loop: Repetition | RepetitionMandatory,
  from: State,
  to: State,
): void {
  const body = newState(building, rule);
  from.steps.push({ over: undefined, to: body });
  if (loop instanceof Repetition) from.steps.push({ over: undefined, to });
  const last = addSequence(building, rule, loop.definition, body);
  last.steps.push({ over: undefined, to: body }, { over: undefined, to });
}
