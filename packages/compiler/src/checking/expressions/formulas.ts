import type { Formula, Value } from '../../logic/index.ts';
import { and, holds, not, or, truth } from '../../logic/index.ts';
import type { Expression, Logical, Path } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import { callResult } from './calls.ts';
import { comparisonFormula } from './comparisons.ts';
import { isErrorValue } from './literals.ts';
import { isLonelyValue } from './lonely-values.ts';
import { bindingOf } from './paths.ts';
import { latestFormula, quantifierFormula } from './quantifiers.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { readValue } from './values.ts';

/** Reads an expression as a condition. After a mistake the condition is false; such a program never runs. */
export function readFormula(scope: Scope, expression: Expression): Formula {
  const place = placeOf(scope, expression);
  switch (expression.kind) {
    case 'parenthesized':
      return readFormula(scope, expression.inner);
    case 'not':
      return not(place, readFormula(scope, expression.operand));
    case 'logical':
      return logicalFormula(scope, expression);
    case 'comparison':
      return comparisonFormula(scope, expression);
    case 'quantifier':
      return quantifierFormula(scope, expression);
    case 'latest':
      return latestFormula(scope, expression);
    case 'call': {
      const result = callResult(scope, expression);
      if (result === undefined) return truth(place, false);
      return 'formula' in result ? result.formula : condition(scope, expression, result.value);
    }
    case 'literal':
      if (expression.value.type === 'boolean') return truth(place, expression.value.value);
      return condition(scope, expression, readValue(scope, expression));
    case 'missing-expression':
      return truth(place, false);
    case 'path':
      return namedCondition(scope, expression) ?? condition(scope, expression, readValue(scope, expression));
    default:
      return condition(scope, expression, readValue(scope, expression));
  }
}

/** A derived fact that is a condition stands for that condition. */
function namedCondition(scope: Scope, path: Path): Formula | undefined {
  const [head, second] = path.segments;
  if (head === undefined || second !== undefined || head.quoted === true) return undefined;
  const binding = bindingOf(scope, head.text);
  if (binding?.condition !== undefined && binding.symbol !== undefined) {
    scope.context.queries.refer(scope.site.unit, head, binding.symbol);
  }
  return binding?.condition;
}

function logicalFormula(scope: Scope, expression: Logical): Formula {
  const place = placeOf(scope, expression);
  const operands: Formula[] = [];
  for (const [index, operand] of expression.operands.entries()) {
    const isLonely = isLonelyValue(scope, expression, index, operands);
    operands.push(isLonely ? truth(place, false) : readFormula(scope, operand));
  }
  return expression.operator === 'and' ? and(place, operands) : or(place, operands);
}

/** A value as a condition has to be yes or no. */
function condition(scope: Scope, expression: Expression, value: Value): Formula {
  const place = placeOf(scope, expression);
  if (isErrorValue(value)) return truth(place, false);
  if (value.type.kind === 'boolean') return holds(place, value);
  const text = wordsOf(scope, expression);
  const details = { help: conditionHelp(text, value) };
  complain(scope, 'type/not-a-condition', expression, { text, found: describeType(value.type) }, details);
  return truth(place, false);
}

function conditionHelp(text: string, value: Value): string {
  switch (value.type.kind) {
    case 'term':
    case 'scale':
      return `Say what it has to be: "${text} is …".`;
    case 'scope':
      return `Say what has to be in it: "… is in ${text}".`;
    case 'number':
      return `Compare it: "${text} is at least …".`;
    case 'date':
    case 'instant':
      return value.traits.canBeNone
        ? `Compare it: "${text} is on or after …", or ask whether it happened: "${text} is not none".`
        : `Compare it: "${text} is on or after …".`;
    case 'time':
      return `Compare it: "${text} is between 08:00 and 21:00".`;
    case 'list':
      return `Ask about its entries: "some x in ${text} satisfies …".`;
    case 'record':
      return `Ask about one of its facts: "${text}.…".`;
    default:
      return `Compare it: "${text} is …".`;
  }
}
