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
  const { text, file, line, column } = context.locate(formula.place);
  const parts = partsOf(formula);
  return {
    text,
    value: evaluateFormula(formula, context.scope).truth,
    file,
    line,
    column,
    facts: parts.length === 0 ? readingsOf(formula.traits.facts, context.scope.run) : [],
    parts: parts.map((part) => traceCondition(part, context)),
  };
}

function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'not') return [formula.operand];
  return formula.kind === 'and' || formula.kind === 'or' ? formula.operands : [];
}
