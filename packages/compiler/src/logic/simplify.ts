import { not, truth } from './construct-formula.ts';
import { unitedTraits } from './construct-value.ts';
import type { AndFormula, Formula, LatestFormula, OrFormula, QuantifierFormula } from './formula.ts';
import { formulaKey } from './formula-key.ts';

/**
 * An equal formula with less to evaluate. Only laws of strong Kleene logic are used, so that the result is unknown
 * exactly where the formula is: excluded middle and contradiction count only for what can never be unknown.
 */
export function simplify(formula: Formula): Formula {
  switch (formula.kind) {
    case 'not':
      return simplifyNot(formula.place, simplify(formula.operand));
    case 'and':
    case 'or':
      return simplifyJoined(formula);
    case 'some':
    case 'every':
      return simplifyQuantifier(formula);
    case 'latest':
      return simplifyLatest(formula);
    case 'holds': {
      const { value } = formula;
      const constant =
        value.kind === 'constant' && value.constant.type === 'boolean' ? value.constant : undefined;
      return constant === undefined ? formula : truth(formula.place, constant.value);
    }
    default:
      return formula;
  }
}

function simplifyNot(place: Formula['place'], operand: Formula): Formula {
  if (operand.kind === 'truth') return truth(place, !operand.value);
  return operand.kind === 'not' ? operand.operand : not(place, operand);
}

/** `and` and `or` are each other's mirror image: `neutral` drops out, its opposite decides. */
function simplifyJoined(formula: AndFormula | OrFormula): Formula {
  const { kind, place } = formula;
  const neutral = kind === 'and';
  const operands = new Map<string, Formula>();
  for (const operand of formula.operands.map(simplify).flatMap((part) => flattened(part, kind))) {
    if (operand.kind === 'truth') {
      if (operand.value !== neutral) return truth(place, !neutral);
      continue;
    }
    if (!operands.has(formulaKey(operand))) operands.set(formulaKey(operand), operand);
  }
  if (hasComplements(operands)) return truth(place, !neutral);
  const { kept, isChanged } = absorb(operands, kind === 'and' ? 'or' : 'and');
  const [first] = kept;
  if (first === undefined) return truth(place, neutral);
  if (kept.length === 1) return first;
  const joined = { ...formula, traits: unitedTraits(kept), operands: kept };
  return isChanged ? simplifyJoined(joined) : joined;
}

function flattened(formula: Formula, kind: 'and' | 'or'): readonly Formula[] {
  return formula.kind === kind ? formula.operands : [formula];
}

/** Whether one operand is the opposite of another and can never be unknown. */
function hasComplements(operands: ReadonlyMap<string, Formula>): boolean {
  for (const operand of operands.values()) {
    if (!operand.traits.canBeUnknown && operands.has(oppositeKey(operand))) return true;
  }
  return false;
}

function oppositeKey(formula: Formula): string {
  return formulaKey(formula.kind === 'not' ? formula.operand : not(formula.place, formula));
}

/**
 * `a and (a or b)` is `a`; `a and (not a or b)` is `a and b` where `a` is never unknown; and the mirror images.
 * `inner` is the kind of the operands that are looked into.
 */
function absorb(
  operands: ReadonlyMap<string, Formula>,
  inner: 'and' | 'or',
): { kept: Formula[]; isChanged: boolean } {
  const kept: Formula[] = [];
  let isChanged = false;
  for (const operand of operands.values()) {
    if (operand.kind !== inner) kept.push(operand);
    else if (!operand.operands.some((part) => operands.has(formulaKey(part)))) {
      const shorter = withoutOpposites(operand, operands);
      isChanged ||= shorter !== operand;
      kept.push(shorter);
    }
  }
  return { kept, isChanged };
}

function withoutOpposites(formula: AndFormula | OrFormula, others: ReadonlyMap<string, Formula>): Formula {
  const open = formula.operands.filter((part) => part.traits.canBeUnknown || !others.has(oppositeKey(part)));
  if (open.length === formula.operands.length) return formula;
  const [first] = open;
  if (first === undefined) return truth(formula.place, formula.kind === 'and');
  return open.length === 1 ? first : { ...formula, traits: unitedTraits(open), operands: open };
}

function simplifyQuantifier(formula: QuantifierFormula): Formula {
  const body = simplify(formula.body);
  const settled = body.kind === 'truth' && body.value === (formula.kind === 'every');
  if (settled && !formula.list.traits.canBeUnknown) return truth(formula.place, body.value);
  return { ...formula, body };
}

function simplifyLatest(formula: LatestFormula): Formula {
  const condition = simplify(formula.condition);
  const body = simplify(formula.body);
  const isNever = condition.kind === 'truth' && !condition.value;
  if (isNever && !formula.list.traits.canBeUnknown) return truth(formula.place, false);
  return { ...formula, condition, body };
}
