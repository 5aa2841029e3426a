import { weekdays } from './reading.ts';
import type { FieldSchema, RecordSchema, TypeSchema } from './schema.ts';
import type { Taxonomy } from './terms.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** JSON Schema (2020-12) for the facts that a record schema describes. */
export function jsonSchemaOf(schema: RecordSchema): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const facts = objectSchema(schema, definitions);
  const sorted = [...definitions].sort(([left], [right]) => (left < right ? -1 : 1));
  const $defs = sorted.length === 0 ? {} : { $defs: Object.fromEntries(sorted) };
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...facts, ...$defs };
}

type Definitions = Map<string, JsonSchema>;

function objectSchema({ title, description, fields }: RecordSchema, definitions: Definitions): JsonSchema {
  const properties = fields.map((field) => [field.key, fieldSchema(field, definitions)] as const);
  return {
    title,
    ...(description === undefined ? {} : { description }),
    type: 'object',
    properties: Object.fromEntries(properties),
    required: fields.filter(({ optional }) => !optional).map(({ key }) => key),
    additionalProperties: false,
  };
}

/** `null` stands for none or, where a field cannot be none, for unknown. */
function fieldSchema(
  { title, description, type, optional, orNone }: FieldSchema,
  definitions: Definitions,
): JsonSchema {
  const value = typeSchema(type, definitions);
  const about = { title, ...(description === undefined ? {} : { description }) };
  return optional || orNone ? { ...about, anyOf: [value, { type: 'null' }] } : { ...about, ...value };
}

function typeSchema(type: TypeSchema, definitions: Definitions): JsonSchema {
  switch (type.kind) {
    case 'boolean':
    case 'number':
      return { type: type.kind };
    case 'text':
      return { type: 'string' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?$' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'duration':
      return { type: 'string', format: 'duration' };
    case 'timezone':
      return { type: 'string', description: 'The id of a time zone, such as "Europe/Berlin".' };
    case 'weekday':
      return { enum: weekdays };
    case 'scale':
      return { enum: type.steps };
    case 'term':
      return termSchema(type.terms, type.within, definitions);
    case 'scope': {
      const term = termSchema(type.terms, true, definitions);
      return { anyOf: [{ const: 'anything' }, term, { type: 'array', items: term }] };
    }
    case 'record':
      return recordReference(type.schema(), definitions);
    case 'list':
      return { type: 'array', items: typeSchema(type.element, definitions), maxItems: type.limit };
  }
}

/** Final terms; `within` a taxonomy, those with others below them as well. */
function termSchema({ name, names, ends }: Taxonomy, within: boolean, definitions: Definitions): JsonSchema {
  const key = within ? `Any${name}` : name;
  const terms = names.filter((_, term) => term > 0 && (within || ends[term] === term + 1));
  definitions.set(key, { title: name, enum: terms });
  return { $ref: `#/$defs/${key}` };
}

/** Records may hold records of their own kind. */
function recordReference(schema: RecordSchema, definitions: Definitions): JsonSchema {
  const { name } = schema;
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, objectSchema(schema, definitions));
  }
  return { $ref: `#/$defs/${name}` };
}
