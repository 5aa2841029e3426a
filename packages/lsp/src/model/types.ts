import type { Field, Program, Type } from '@privacy-lang/compiler';
import type { EditorSymbol } from './symbols.ts';

/** The type of a field or derived fact of a record or activity; undefined where there is none of the name. */
export function typeOfField(program: Program, owner: string, name: string): Type | undefined {
  const field = fieldNamed(program, owner, name);
  if (field !== undefined) return field.type;
  const activity = program.activities.get(owner);
  if (activity?.claim?.name === name) return activity.claim.type;
  const derived = activity?.derived.find((each) => each.name === name);
  if (derived === undefined) return undefined;
  return derived.condition === undefined ? derived.value.type : { kind: 'boolean' };
}

export function fieldNamed(program: Program, owner: string, name: string): Field | undefined {
  const fields = program.activities.get(owner)?.fields ?? program.records.get(owner)?.fields ?? [];
  return fields.find((field) => field.name === name);
}

/** What declares the type; undefined for the types of the language. */
export function symbolOfType(type: Type | undefined): EditorSymbol | undefined {
  switch (type?.kind) {
    case 'term':
    case 'scope':
      return { kind: 'taxonomy', name: type.taxonomy };
    case 'scale':
      return { kind: 'scale', name: type.scale };
    case 'record':
      return { kind: 'record', name: type.record };
    case 'list':
      return symbolOfType(type.element);
    default:
      return undefined;
  }
}
