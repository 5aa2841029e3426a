import type { Formula } from '../formula.ts';
import { valueKey } from '../formula-key.ts';
import type { Value } from '../value.ts';

/** A test of one fact that takes few values: of a term against terms, or of a yes-or-no fact. */
export interface Atom {
  readonly formula: Extract<Formula, { kind: 'term-test' | 'holds' }>;
  readonly value: Value;
  /** The same for all tests of one fact. */
  readonly key: string;
  /** It looks at groups, whose members change with time. */
  readonly isDated: boolean;
}

/** A formula as a test of one fact, if it is one. */
export function atomOf(formula: Formula): Atom | undefined {
  if (formula.kind !== 'term-test' && formula.kind !== 'holds') return undefined;
  const { value } = formula;
  if (!isPlain(value)) return undefined;
  const isDated = formula.kind === 'term-test' && formula.options.some(({ kind }) => kind === 'group');
  return { formula, value, key: valueKey(value), isDated };
}

/** Whether a value is read off the facts as they were supplied: no list, no clock and nothing that stands in. */
export function isPlain(value: Value): boolean {
  switch (value.kind) {
    case 'claim':
    case 'fact':
      return true;
    case 'field':
      return isPlain(value.of);
    case 'derived':
      return isPlain(value.value);
    default:
      return false;
  }
}

/** The parts of a condition that `and`, `or` and `not` join, each once. */
export function atomsIn(formulas: Iterable<Formula>): readonly Atom[] {
  const seen = new Set<Formula>(formulas);
  const atoms: Atom[] = [];
  for (const formula of seen) {
    if (formula.kind === 'not') seen.add(formula.operand);
    else if (formula.kind === 'and' || formula.kind === 'or') {
      for (const operand of formula.operands) seen.add(operand);
    } else {
      const atom = atomOf(formula);
      if (atom !== undefined) atoms.push(atom);
    }
  }
  return atoms;
}
