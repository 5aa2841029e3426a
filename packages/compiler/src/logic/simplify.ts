import { not, truth } from './construct-formula.ts';
import { unitedTraits } from './construct-value.ts';
import type { AndFormula, Formula, LatestFormula, OrFormula, QuantifierFormula } from './formula.ts';
import { formulaKey } from './formula-key.ts';

/**
 * An equal formula with less to evaluate. Only laws of strong Kleene logic are used, so that the result is unknown
 * exactly where the formula is: excluded middle and contradiction count only for what can never be unknown.
 */
export function simplify(formula: Formula, options: SimplifyOptions = {}): Formula {
  const { isAtom = () => false, canBeUnknown = ({ traits }) => traits.canBeUnknown } = options;
  return simplifyWith(formula, { isAtom, canBeUnknown, atoms: new Map() });
}

export interface SimplifyOptions {
  /** What has a name of its own is kept as it is. */
  readonly isAtom?: (formula: Formula) => boolean;
  /** By default the traits of a formula tell. */
  readonly canBeUnknown?: (formula: Formula) => boolean;
}

interface Setting extends Required<SimplifyOptions> {
  readonly atoms: Map<Formula, string>;
}

function simplifyWith(formula: Formula, setting: Setting): Formula {
  if (setting.isAtom(formula)) return formula;
  switch (formula.kind) {
    case 'not':
      return simplifyNot(formula.place, simplifyWith(formula.operand, setting));
    case 'and':
    case 'or':
      return simplifyJoined(formula, setting);
    case 'some':
    case 'every':
      return simplifyQuantifier(formula, setting);
    case 'latest':
      return simplifyLatest(formula, setting);
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
function simplifyJoined(formula: AndFormula | OrFormula, setting: Setting): Formula {
  const { kind, place } = formula;
  const neutral = kind === 'and';
  const operands = new Map<string, Formula>();
  const parts = formula.operands.flatMap((part) => flattened(simplifyWith(part, setting), kind, setting));
  for (const operand of parts) {
    if (operand.kind === 'truth') {
      if (operand.value !== neutral) return truth(place, !neutral);
      continue;
    }
    const key = keyOf(operand, setting);
    if (!operands.has(key)) operands.set(key, operand);
  }
  if (hasComplements(operands, setting)) return truth(place, !neutral);
  const { kept, isChanged } = absorb(operands, kind === 'and' ? 'or' : 'and', setting);
  const [first] = kept;
  if (first === undefined) return truth(place, neutral);
  if (kept.length === 1) return first;
  const joined = { ...formula, traits: unitedTraits(kept), operands: kept };
  return isChanged ? simplifyJoined(joined, setting) : joined;
}

function flattened(formula: Formula, kind: 'and' | 'or', { isAtom }: Setting): readonly Formula[] {
  return formula.kind === kind && !isAtom(formula) ? formula.operands : [formula];
}

/** Whether one operand is the opposite of another and can never be unknown. */
function hasComplements(operands: ReadonlyMap<string, Formula>, setting: Setting): boolean {
  for (const operand of operands.values()) {
    if (!setting.canBeUnknown(operand) && operands.has(oppositeKey(operand, setting))) return true;
  }
  return false;
}

function oppositeKey(formula: Formula, setting: Setting): string {
  return keyOf(formula.kind === 'not' ? formula.operand : not(formula.place, formula), setting);
}

/** Atoms go by their number. */
function keyOf(formula: Formula, { isAtom, atoms }: Setting): string {
  return formulaKey(formula, (part) => {
    if (!isAtom(part)) return undefined;
    const key = atoms.get(part) ?? `#${atoms.size}`;
    atoms.set(part, key);
    return key;
  });
}

/**
 * `a and (a or b)` is `a`; `a and (not a or b)` is `a and b` where `a` is never unknown; and the mirror images.
 * `inner` is the kind of the operands that are looked into.
 */
function absorb(
  operands: ReadonlyMap<string, Formula>,
  inner: 'and' | 'or',
  setting: Setting,
): { kept: Formula[]; isChanged: boolean } {
  const kept: Formula[] = [];
  let isChanged = false;
  for (const operand of operands.values()) {
    if (operand.kind !== inner || setting.isAtom(operand)) kept.push(operand);
    else if (!operand.operands.some((part) => operands.has(keyOf(part, setting)))) {
      const shorter = withoutOpposites(operand, operands, setting);
      isChanged ||= shorter !== operand;
      kept.push(shorter);
    }
  }
  return { kept, isChanged };
}

function withoutOpposites(
  formula: AndFormula | OrFormula,
  others: ReadonlyMap<string, Formula>,
  setting: Setting,
): Formula {
  const open = formula.operands.filter(
    (part) => setting.canBeUnknown(part) || !others.has(oppositeKey(part, setting)),
  );
  if (open.length === formula.operands.length) return formula;
  const [first] = open;
  if (first === undefined) return truth(formula.place, formula.kind === 'and');
  return open.length === 1 ? first : { ...formula, traits: unitedTraits(open), operands: open };
}

function simplifyQuantifier(formula: QuantifierFormula, setting: Setting): Formula {
  const body = simplifyWith(formula.body, setting);
  const settled = body.kind === 'truth' && body.value === (formula.kind === 'every');
  if (settled && !formula.list.traits.canBeUnknown) return truth(formula.place, body.value);
  return { ...formula, body };
}

function simplifyLatest(formula: LatestFormula, setting: Setting): Formula {
  const condition = simplifyWith(formula.condition, setting);
  const body = simplifyWith(formula.body, setting);
  const isNever = condition.kind === 'truth' && !condition.value;
  if (isNever && !formula.list.traits.canBeUnknown) return truth(formula.place, false);
  return { ...formula, condition, body };
}
