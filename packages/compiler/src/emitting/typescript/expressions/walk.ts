import type { Formula, Program, Value } from '../../../logic/index.ts';
import { partsOf } from '../../../logic/index.ts';

export type Expression = Formula | Value;

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
