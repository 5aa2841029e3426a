import type {
  Activity,
  Field,
  Program,
  Taxonomy as ProgramTaxonomy,
  RecordType,
  Type,
} from '../../logic/index.ts';
import type { FieldSchema, JsonSchema, RecordSchema, Taxonomy, TypeSchema } from '../../runtime/index.ts';
import { jsonSchemaOf, taxonomy } from '../../runtime/index.ts';
import { InvariantError, invariant } from '../../support/index.ts';

/** JSON Schema (2020-12) for the facts of an activity, or a record: what compiled code offers, too. */
export function jsonSchemaOfFacts(
  program: Program,
  { name, title, documentation, fields }: Activity | RecordType,
): JsonSchema {
  return jsonSchemaOf(describe({ name, title, documentation, fields }, { program, taxonomies: new Map() }));
}

interface Context {
  readonly program: Program;
  readonly taxonomies: Map<string, Taxonomy>;
}

interface Described {
  readonly name: string;
  readonly title: string | undefined;
  readonly documentation: string | undefined;
  readonly fields: readonly Field[];
}

function describe({ name, title, documentation, fields }: Described, context: Context): RecordSchema {
  return {
    name,
    title: title ?? name,
    ...(documentation === undefined ? {} : { description: documentation }),
    fields: fields.map((field) => describeField(field, context)),
  };
}

function describeField(
  { key, name, title, documentation, type, optional, orNone }: Field,
  context: Context,
): FieldSchema {
  return {
    key,
    title: title ?? name,
    ...(documentation === undefined ? {} : { description: documentation }),
    type: describeType(type, context),
    optional,
    orNone,
  };
}

function describeType(type: Type, context: Context): TypeSchema {
  const { kind } = type;
  switch (type.kind) {
    case 'duration':
      return { kind: 'duration', unit: type.measure === 'exact' ? 'milliseconds' : type.measure };
    case 'term':
      return { kind: 'term', terms: termsOf(type.taxonomy, context), within: type.within };
    case 'scope':
      return { kind: 'scope', terms: termsOf(type.taxonomy, context) };
    case 'scale':
      return { kind: 'scale', name: type.scale, steps: context.program.scales.get(type.scale)?.steps ?? [] };
    case 'record': {
      const record: RecordType | undefined = context.program.records.get(type.record);
      invariant(record !== undefined, `the program has a record ${type.record}`);
      const { name, title, documentation, fields } = record;
      return { kind: 'record', schema: () => describe({ name, title, documentation, fields }, context) };
    }
    case 'list': {
      const { element, partial, limit } = type;
      return { kind: 'list', element: describeType(element, context), isPartial: partial, limit };
    }
    case 'calendar':
    case 'error':
      throw new InvariantError(`programs with errors are not compiled: ${kind}`);
    default:
      return { kind: type.kind };
  }
}

function termsOf(name: string, { program, taxonomies }: Context): Taxonomy {
  const known = taxonomies.get(name);
  if (known !== undefined) return known;
  const declared: ProgramTaxonomy | undefined = program.taxonomies.get(name);
  invariant(declared !== undefined, `the program has a taxonomy ${name}`);
  const outline = declared.terms.map((term) => `${'  '.repeat(term.depth)}${term.name}`).join('\n');
  const terms = taxonomy({ name, complete: declared.complete, terms: outline });
  taxonomies.set(name, terms);
  return terms;
}
