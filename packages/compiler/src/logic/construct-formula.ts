import { plainTraits, unitedFacts, unitedTraits } from './construct-value.ts';
import type { Formula, QuantifierFormula, Relation, TermOption } from './formula.ts';
import type { Place } from './place.ts';
import type { Traits } from './types.ts';
import type { Value } from './value.ts';

export function truth(place: Place, value: boolean): Formula {
  return { kind: 'truth', place, traits: plainTraits, value };
}

export function not(place: Place, operand: Formula): Formula {
  return { kind: 'not', place, traits: operand.traits, operand };
}

/** All operands; none: true; one: that operand itself. */
export function and(place: Place, operands: readonly Formula[]): Formula {
  return joined('and', place, operands);
}

/** Any operand; none: false; one: that operand itself. */
export function or(place: Place, operands: readonly Formula[]): Formula {
  return joined('or', place, operands);
}

function joined(kind: 'and' | 'or', place: Place, operands: readonly Formula[]): Formula {
  const [first] = operands;
  if (first === undefined) return truth(place, kind === 'and');
  if (operands.length === 1) return first;
  return { kind, place, traits: unitedTraits(operands), operands };
}

/** Formulas are never none. */
function asCondition(traits: Traits): Traits {
  return traits.canBeNone ? { ...traits, canBeNone: false } : traits;
}

export function holds(place: Place, value: Value): Formula {
  return { kind: 'holds', place, traits: asCondition(value.traits), value };
}

export function isNone(place: Place, value: Value): Formula {
  return { kind: 'is-none', place, traits: asCondition(value.traits), value };
}

export function isKnown(place: Place, value: Value): Formula {
  return { kind: 'is-known', place, traits: { ...asCondition(value.traits), canBeUnknown: false }, value };
}

export function termTest(
  place: Place,
  value: Value,
  taxonomy: string,
  options: readonly TermOption[],
): Formula {
  const dates = options.flatMap((option) =>
    option.kind === 'group' && option.on !== undefined ? [option.on] : [],
  );
  const traits = asCondition(unitedTraits([value, ...dates]));
  const readsTime = options.some((option) => option.kind === 'group' && option.on === undefined);
  return {
    kind: 'term-test',
    place,
    traits: readsTime ? { ...traits, readsTime } : traits,
    value,
    taxonomy,
    options,
  };
}

export function sameTerm(place: Place, left: Value, right: Value): Formula {
  return { kind: 'same-term', place, traits: asCondition(unitedTraits([left, right])), left, right };
}

export function scopeTest(place: Place, value: Value, scope: Value): Formula {
  return { kind: 'scope-test', place, traits: asCondition(unitedTraits([value, scope])), value, scope };
}

export function compare(place: Place, relation: Relation, left: Value, right: Value): Formula {
  return { kind: 'compare', place, traits: asCondition(unitedTraits([left, right])), relation, left, right };
}

export function between(place: Place, value: Value, low: Value, high: Value): Formula {
  return { kind: 'between', place, traits: asCondition(unitedTraits([value, low, high])), value, low, high };
}

export function quantified(
  place: Place,
  kind: QuantifierFormula['kind'],
  parts: { readonly variable: string; readonly list: Value; readonly body: Formula },
): Formula {
  return { kind, place, traits: asCondition(unitedTraits([parts.list, parts.body])), ...parts };
}

export function latest(
  place: Place,
  parts: {
    readonly variable: string;
    readonly list: Value;
    readonly by: Value;
    readonly condition: Formula;
    readonly body: Formula;
  },
): Formula {
  const traits = unitedTraits([parts.list, parts.by, parts.condition, parts.body]);
  // A tie between entries that disagree is unknown, whatever the types.
  return { kind: 'latest', place, traits: { ...asCondition(traits), canBeUnknown: true }, ...parts };
}

/** A period's test; what nothing limits is true. */
export function inForce(
  place: Place,
  period: { readonly from?: number; readonly until?: number },
  on?: Value,
): Formula {
  const unlimited = period.from === undefined && period.until === undefined;
  if (unlimited) return truth(place, true);
  const traits = on === undefined ? { ...plainTraits, readsTime: true } : asCondition(on.traits);
  return { kind: 'in-force', place, traits, ...period, ...(on === undefined ? {} : { on }) };
}

/** The facts that any of several formulas reads. */
export function factsOf(formulas: readonly { readonly traits: Traits }[]): readonly string[] {
  return unitedFacts(formulas.map((formula) => formula.traits.facts));
}
