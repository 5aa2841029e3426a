import type { Formula, Location, Place } from '../logic/index.ts';
import type { ConditionTrace } from '../runtime/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Scope } from './run.ts';
import { readingsOf } from './trace-facts.ts';

export interface TraceContext {
  readonly scope: Scope;
  readonly locate: (place: Place) => Location;
}

/** "Each condition's value and the fact it read." */
export function traceCondition(formula: Formula, context: TraceContext): ConditionTrace {
  return trace(formula, context, new Set());
}

/** A derived fact that stands several times in a condition is taken apart once: all of it could be without end. */
function trace(formula: Formula, context: TraceContext, traced: Set<Formula>): ConditionTrace {
  const { text, file, line, column } = context.locate(formula.place);
  const parts = traced.has(formula) ? [] : partsOf(formula);
  traced.add(formula);
  return {
    text,
    value: evaluateFormula(formula, context.scope).truth,
    file,
    line,
    column,
    facts: parts.length === 0 ? readingsOf(formula.traits.facts, context.scope.run) : [],
    parts: parts.map((part) => trace(part, context, traced)),
  };
}

function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'not') return [formula.operand];
  return formula.kind === 'and' || formula.kind === 'or' ? formula.operands : [];
}
