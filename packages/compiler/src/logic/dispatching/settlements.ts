import { and, not } from '../construct-formula.ts';
import type { CompareFormula, Formula } from '../formula.ts';
import type { Exception, Rule } from '../program.ts';
import type { Reach } from './reach.ts';

/** A rule as its situation settles it. */
export interface Settlement {
  /** Where this holds, the rule stands exactly where what is left holds; where it is false, the rule does not stand. */
  readonly by: Formula;
  /** What is left to look at: one number; absent where nothing is. */
  readonly left?: CompareFormula;
}

/** How far the situation settles a rule; undefined where more than one number would be left to look at. */
export function settlementOf(rule: Rule, reach: Reach): Settlement | undefined {
  const standing = standingOf(rule);
  if (standing === undefined) return undefined;
  const parts = conjuncts(standing);
  const left = parts.filter((part) => !reach.isExact(part));
  const [first] = left;
  const by = and(rule.place, parts.filter(reach.isExact));
  if (first === undefined) return { by };
  return left.length === 1 && first.kind === 'compare' ? { by, left: first } : undefined;
}

/** When a rule stands; undefined where exceptions say what is owed instead. */
function standingOf({ condition, exceptions, place }: Rule | Exception): Formula | undefined {
  const against: Formula[] = [];
  for (const exception of exceptions) {
    if (exception.obligations.length > 0 || exception.instead !== undefined) return undefined;
    const standing = standingOf(exception);
    if (standing === undefined) return undefined;
    against.push(not(exception.place, standing));
  }
  return and(place, [condition, ...against]);
}

function conjuncts(formula: Formula): readonly Formula[] {
  return formula.kind === 'and' ? formula.operands.flatMap(conjuncts) : [formula];
}
