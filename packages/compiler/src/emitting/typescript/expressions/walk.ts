import type { Formula, Program, Value } from '../../../logic/index.ts';
import { assertNever } from '../../../support/index.ts';

export type Expression = Formula | Value;

/** The expressions that one consists of; not those of the defines that it calls. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'truth':
    case 'constant':
    case 'fact':
    case 'variable':
    case 'parameter':
    case 'claim':
    case 'now':
      return [];
    case 'not':
      return [expression.operand];
    case 'and':
    case 'or':
    case 'extreme':
      return expression.operands;
    case 'holds':
    case 'is-none':
    case 'is-known':
    case 'derived':
      return [expression.value];
    case 'same-term':
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'scope-test':
      return [expression.value, expression.scope];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'call':
    case 'call-value':
      return expression.arguments;
    case 'field':
    case 'ancestor':
    case 'local-date':
    case 'age':
    case 'edge':
      return [expression.of];
    default:
      return otherPartsOf(expression);
  }
}

type OtherExpression = Extract<
  Expression,
  {
    kind:
      | 'term-test'
      | 'some'
      | 'every'
      | 'latest'
      | 'in-force'
      | 'clock'
      | 'offset'
      | 'count'
      | 'else'
      | 'day-test'
      | 'lookup';
  }
>;

function otherPartsOf(expression: OtherExpression): readonly Expression[] {
  switch (expression.kind) {
    case 'term-test': {
      const days = expression.options.flatMap((option) =>
        option.kind === 'group' && option.on !== undefined ? [option.on] : [],
      );
      return [expression.value, ...days];
    }
    case 'some':
    case 'every':
      return [expression.list, expression.body];
    case 'latest':
      return [expression.list, expression.by, expression.condition, expression.body];
    case 'in-force':
      return expression.on === undefined ? [] : [expression.on];
    case 'clock':
      return expression.zone === undefined ? [] : [expression.zone];
    case 'offset':
      return [expression.origin, expression.duration];
    case 'count':
      return [expression.list, expression.condition];
    case 'day-test':
      return [expression.value, expression.calendar];
    case 'lookup':
      return expression.on === undefined ? expression.keys : [...expression.keys, expression.on];
    case 'else':
      return [expression.of, expression.fallback];
    default:
      return assertNever(expression);
  }
}

/** Whether an expression, or one that it consists of, is of a kind. */
export function hasPart(expression: Expression, isWanted: (part: Expression) => boolean): boolean {
  return search(expression, (part) => (isWanted(part) ? 'found' : partsOf(part)));
}

/** The same, in the defines that it calls as well. */
export function hasPartInside(
  expression: Expression,
  program: Program,
  isWanted: (part: Expression) => boolean,
): boolean {
  return search(expression, (part) => {
    if (isWanted(part)) return 'found';
    if (part.kind !== 'call' && part.kind !== 'call-value') return partsOf(part);
    const body = program.defines.get(part.define)?.body;
    const inner = body?.kind === 'formula' ? body.formula : body?.value;
    return inner === undefined ? partsOf(part) : [inner, ...partsOf(part)];
  });
}

/** Looks at every expression once, however often it stands in others. */
function search(start: Expression, visit: (part: Expression) => 'found' | readonly Expression[]): boolean {
  const seen = new Set<Expression>([start]);
  for (const part of seen) {
    const next = visit(part);
    if (next === 'found') return true;
    for (const inner of next) seen.add(inner);
  }
  return false;
}

/** Whether an expression by itself depends on `now`. */
export function readsTime(expression: Expression): boolean {
  switch (expression.kind) {
    case 'now':
    case 'clock':
    case 'age':
      return true;
    case 'in-force':
    case 'lookup':
      return expression.on === undefined;
    case 'term-test':
      return expression.options.some((option) => option.kind === 'group' && option.on === undefined);
    default:
      return false;
  }
}
