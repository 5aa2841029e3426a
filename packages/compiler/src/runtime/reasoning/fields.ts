import type { Zone } from '../clock.ts';
import type { Duration } from '../durations.ts';
import type { List } from '../lists.ts';
import { entryAt } from '../lists.ts';
import { absentNone, absentUnknown } from '../presence.ts';
import type { TypeSchema } from '../schema.ts';
import { fieldOf } from '../schema.ts';
import type { Scope } from '../scopes.ts';
import { noneTerm, unknownTerm } from '../terms.ts';
import { isNone, unknownNumber } from '../values.ts';
import type { Ask, Content, Knowledge, ListContent, RecordContent } from './knowledge.ts';
import { known, noneUntil, unknownFor } from './knowledge.ts';

/** What is known about a field of a record. Reading through an unknown is unknown, through none is none. */
export function fieldKnowledge(record: Knowledge, key: string): Knowledge {
  if (record.kind === 'none') return noneUntil(record.until);
  if (record.kind === 'known')
    return record.content.type === 'record' ? ownField(record.content, key) : unknownFor([]);
  const field = record.schema && fieldOf(record.schema, key);
  const asks = record.asks.map(({ path }) => ({ path: `${path}.${key}`, title: field?.title ?? key }));
  const unknown = unknownFor(asks, record.until);
  return field?.type.kind === 'record' ? { ...unknown, schema: field.type.schema() } : unknown;
}

/** What is known about a field of a record that is there. */
export function ownField({ path, record, schema }: RecordContent, key: string): Knowledge {
  const field = fieldOf(schema, key);
  if (field === undefined) return unknownFor([]);
  const origin: Ask = { path: path === '' ? key : `${path}.${key}`, title: field.title };
  // The encoded record has a property for every field of its schema.
  return knowledgeOf((record as Readonly<Record<string, unknown>>)[key], field.type, origin);
}

/** What is known about an encoded value. */
export function knowledgeOf(value: unknown, type: TypeSchema, origin: Ask): Knowledge {
  if (type.kind === 'list') return listKnowledge(value as List<unknown>, type, origin);
  if (value === undefined || value === unknownNumber) {
    return type.kind === 'record' ? { ...unknownFor([origin]), schema: type.schema() } : unknownFor([origin]);
  }
  if (value === null) return noneUntil();
  if (type.kind === 'term') return termKnowledge(value as number, type, origin);
  if (typeof value === 'number' && isNone(value)) return noneUntil();
  return known(contentOf(value, type, origin), { origin });
}

/** The encoding of a value goes by its type, so that the casts hold. */
function contentOf(value: unknown, type: TypeSchema, { path }: Ask): Content {
  switch (type.kind) {
    case 'text':
      return { type: 'text', value: value as string };
    case 'timezone':
      return { type: 'zone', zone: value as Zone };
    case 'scope':
      return { type: 'scope', scope: value as Scope };
    case 'duration':
      return { type: 'duration', duration: value as Duration };
    case 'record':
      return { type: 'record', path, record: value as object, schema: type.schema() };
    default:
      return { type: 'quantity', low: value as number, high: value as number };
  }
}

/** An inner term is known, but more could be known. */
function termKnowledge(
  term: number,
  { terms }: Extract<TypeSchema, { kind: 'term' }>,
  origin: Ask,
): Knowledge {
  if (term === unknownTerm) return unknownFor([origin]);
  if (term === noneTerm) return noneUntil();
  const isFinal = terms.ends[term] === term + 1;
  return known({ type: 'term', term }, { origin, asks: isFinal ? [] : [origin] });
}

/** So is a partial list. */
function listKnowledge(
  list: List<unknown>,
  { element, isPartial }: Extract<TypeSchema, { kind: 'list' }>,
  origin: Ask,
): Knowledge {
  if (list.presence === absentUnknown) return unknownFor([origin]);
  if (list.presence === absentNone) return noneUntil();
  const { path, title } = origin;
  return known(
    { type: 'list', path, title, list, element, isPartial },
    { origin, asks: isPartial ? [origin] : [] },
  );
}

/** What is known about each entry of a list. */
export function entriesIn({ path, title, list, element }: ListContent): readonly Knowledge[] {
  return Array.from({ length: list.length }, (_, index) =>
    knowledgeOf(entryAt(list, index), element, { path: `${path}[${index}]`, title }),
  );
}

/** What is known about the fact at a path without lists. */
export function factAt(path: string, facts: RecordContent): Knowledge {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce(fieldKnowledge, ownField(facts, first));
}
