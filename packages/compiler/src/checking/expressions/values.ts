import type { Type, Value } from '../../logic/index.ts';
import { unitedTraits } from '../../logic/index.ts';
import { assertNever } from '../../support/index.ts';
import type { Arithmetic, ElseExpression, Expression } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import { callValue } from './calls.ts';
import { errorValue, isErrorValue, literalValue, requireConstant } from './literals.ts';
import { ofValue } from './lookups.ts';
import { pathValue } from './paths.ts';
import { countValue } from './quantifiers.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { clockValue, edgeValue, extremeValue, offsetValue } from './times.ts';

/**
 * Reads an expression as a value. `expected` tells which names may be terms, steps or weekdays; whether the value
 * really has that type is for the caller to check.
 */
export function readValue(scope: Scope, expression: Expression, expected?: Type): Value {
  switch (expression.kind) {
    case 'literal':
      return literalValue(scope, expression, expected);
    case 'path':
      return pathValue(scope, expression, expected);
    case 'parenthesized':
      return readValue(scope, expression.inner, expected);
    case 'call':
      return callValue(scope, expression);
    case 'of':
      return ofValue(scope, expression);
    case 'calendar-edge':
      return edgeValue(scope, expression);
    case 'clock':
      return clockValue(scope, expression);
    case 'extreme':
      return extremeValue(scope, expression);
    case 'offset':
      return offsetValue(scope, expression);
    case 'else':
      return elseValue(scope, expression);
    case 'arithmetic':
      return arithmeticValue(scope, expression);
    case 'count':
      return countValue(scope, expression);
    case 'not':
    case 'logical':
    case 'quantifier':
    case 'latest':
    case 'comparison':
      complain(scope, 'type/condition-as-value', expression, {});
      return errorValue(placeOf(scope, expression));
    case 'object':
    case 'list':
      complain(scope, 'type/facts-outside-tests', expression, {});
      return errorValue(placeOf(scope, expression));
    case 'missing-expression':
      return errorValue(placeOf(scope, expression));
    default:
      return assertNever(expression);
  }
}

/** A value that has to be of one of some kinds of type; a message otherwise. */
export function readValueOfKind<Kind extends Type['kind']>(
  scope: Scope,
  expression: Expression,
  kinds: readonly Kind[],
  expected: string,
  hint?: Type,
): Value | undefined {
  const value = readValue(scope, expression, hint);
  if (isErrorValue(value)) return undefined;
  if (kinds.some((kind) => kind === value.type.kind)) return value;
  complain(scope, 'type/mismatch', expression, { expected, found: describeType(value.type) });
  return undefined;
}

function elseValue(scope: Scope, node: ElseExpression): Value {
  const place = placeOf(scope, node);
  const of = readValue(scope, node.operand);
  const fallback = requireConstant(scope, readValue(scope, node.fallback, of.type), node.fallback);
  if (isErrorValue(of) || fallback === undefined || isErrorValue(fallback)) return errorValue(place);
  if (!isFactPath(of)) {
    complain(scope, 'type/else-on-path', node.operand, { text: wordsOf(scope, node.operand) });
    return errorValue(place);
  }
  if (of.type.kind !== fallback.type.kind) {
    const values = { expected: describeType(of.type), found: describeType(fallback.type) };
    complain(scope, 'type/mismatch', node.fallback, values);
    return errorValue(place);
  }
  if (!of.traits.canBeUnknown)
    complain(scope, 'lint/needless-else', node, { name: wordsOf(scope, node.operand) });
  const canBeUnknown = of.type.kind === 'term' && of.type.within;
  return { kind: 'else', type: of.type, place, traits: { ...of.traits, canBeUnknown }, of, fallback };
}

/** Facts and fields of facts, which can be absent; not the claim and not what is computed. */
export function isFactPath(value: Value): boolean {
  if (value.kind === 'field') return isFactPath(value.of);
  return value.kind === 'fact' || value.kind === 'variable' || value.kind === 'parameter';
}

function arithmeticValue(scope: Scope, node: Arithmetic): Value {
  const place = placeOf(scope, node);
  const left = numberOperand(scope, node.left);
  // Where one side is a date, the other one is part of the same mistake.
  const right = left === undefined ? undefined : numberOperand(scope, node.right);
  if (left === undefined || right === undefined) return errorValue(place);
  const traits = unitedTraits([left, right]);
  return {
    kind: 'arithmetic',
    type: { kind: 'number' },
    place,
    traits,
    operator: node.operator,
    left,
    right,
  };
}

function numberOperand(scope: Scope, expression: Expression): Value | undefined {
  const value = readValue(scope, expression);
  if (isErrorValue(value)) return undefined;
  if (value.type.kind === 'number') return value;
  const isTime = ['date', 'instant', 'time', 'duration'].includes(value.type.kind);
  const code = isTime ? 'type/plus-on-dates' : 'type/mismatch';
  complain(scope, code, expression, { expected: 'a number', found: describeType(value.type) });
  return undefined;
}
