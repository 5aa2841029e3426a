import type { Place } from './place.ts';
import type { Field, Traits, Type } from './types.ts';
import type { Constant, ConstantValue, Value } from './value.ts';

/** Traits of what is known, never none, and reads nothing. */
export const plainTraits: Traits = { canBeUnknown: false, canBeNone: false, readsTime: false, facts: [] };

/** The traits of what is made of parts: unknown, none or dependent on time where one of them is. */
export function unitedTraits(parts: readonly { readonly traits: Traits }[]): Traits {
  const [first] = parts;
  if (first === undefined) return plainTraits;
  if (parts.length === 1) return first.traits;
  const all = parts.map((part) => part.traits);
  return {
    canBeUnknown: all.some((traits) => traits.canBeUnknown),
    canBeNone: all.some((traits) => traits.canBeNone),
    readsTime: all.some((traits) => traits.readsTime),
    facts: unitedFacts(all.map((traits) => traits.facts)),
  };
}

/** Merges sorted lists of facts into one without repetitions. */
export function unitedFacts(lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  const [first] = filled;
  if (first === undefined) return [];
  return filled.length === 1 ? first : [...new Set(filled.flat())].sort();
}

export function constantValue(place: Place, type: Type, constant: Constant): ConstantValue {
  return { kind: 'constant', type, place, traits: plainTraits, constant };
}

/** The read of a base fact of the activity or record. */
export function factValue(place: Place, field: Field): Value {
  return { kind: 'fact', type: field.type, place, traits: readTraits(plainTraits, field), field };
}

/** The read of a field through a record value. */
export function fieldValue(place: Place, of: Value, field: Field): Value {
  return { kind: 'field', type: field.type, place, traits: readTraits(of.traits, field), of, field };
}

/** By field and by what it is read through: the same read in a thousand rules shares one object. */
const traitsOfReads = new WeakMap<Field, WeakMap<Traits, Traits>>();

function readTraits(through: Traits, field: Field): Traits {
  let known = traitsOfReads.get(field);
  if (known === undefined) {
    known = new WeakMap();
    traitsOfReads.set(field, known);
  }
  const cached = known.get(through);
  if (cached !== undefined) return cached;
  const traits: Traits = {
    canBeUnknown: through.canBeUnknown || field.optional || isImprecise(field.type),
    canBeNone: through.canBeNone || field.orNone,
    readsTime: through.readsTime,
    facts: through === plainTraits ? [field.key] : through.facts.map((fact) => `${fact}.${field.key}`),
  };
  known.set(through, traits);
  return traits;
}

/** Whether a value that is present can still leave a question open: an inner term or a partial list. */
export function isImprecise(type: Type): boolean {
  return (type.kind === 'term' && type.within) || (type.kind === 'list' && type.partial);
}

/** The entry of a list under a quantifier. */
export function variableValue(place: Place, variable: string, type: Type, list: Value): Value {
  const traits: Traits = {
    canBeUnknown: isImprecise(type),
    canBeNone: false,
    readsTime: false,
    facts: list.traits.facts.map((fact) => `${fact}[]`),
  };
  return { kind: 'variable', type, place, traits, variable };
}

/**
 * A parameter; its reads start with `$name` until a call puts the argument there. Its traits are those of an argument
 * that is known: a call adds what its own arguments may be, so a define's body is never simplified by itself.
 */
export function parameterValue(place: Place, name: string, type: Type): Value {
  const traits: Traits = {
    canBeUnknown: isImprecise(type),
    canBeNone: false,
    readsTime: false,
    facts: [`$${name}`],
  };
  return { kind: 'parameter', type, place, traits, name };
}

/** The traits of a call: those of the body, with the facts of the arguments in place of the parameters. */
export function callTraits(
  body: Traits,
  parameters: readonly string[],
  callArguments: readonly Value[],
): Traits {
  const byName = new Map(parameters.map((name, index) => [`$${name}`, callArguments[index]]));
  const facts = body.facts.flatMap((fact) => substituteParameter(fact, byName));
  return {
    canBeUnknown: body.canBeUnknown || callArguments.some((argument) => argument.traits.canBeUnknown),
    canBeNone: body.canBeNone || callArguments.some((argument) => argument.traits.canBeNone),
    readsTime: body.readsTime || callArguments.some((argument) => argument.traits.readsTime),
    facts: [...new Set(facts)].sort(),
  };
}

function substituteParameter(
  fact: string,
  byName: ReadonlyMap<string, Value | undefined>,
): readonly string[] {
  const head = /^\$[^.[]+/.exec(fact)?.[0];
  if (head === undefined) return [fact];
  const argument = byName.get(head);
  return argument === undefined ? [] : argument.traits.facts.map((path) => path + fact.slice(head.length));
}
