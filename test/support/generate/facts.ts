import { candidateValues } from '../../../packages/compiler/src/analysis/index.ts';
import type {
  FactsObject,
  FactsValue,
  Field,
  Program,
  Subject,
  Taxonomy,
  Type,
} from '../../../packages/compiler/src/logic/index.ts';
import { dates, instants, numbers, spanFacts, texts, times, weekdays, zones } from './constants.ts';
import type { Random } from './random.ts';

/** Draws facts of an activity, many of them at the edges of what the program tests. */
export interface FactsGenerator {
  /** `gaps` is how likely it is that a fact that may be left out is left out. */
  facts(random: Random, gaps?: number): FactsObject;
  /** The same facts with one unknown less: something absent filled in, something imprecise told more exactly. */
  withMoreFacts(random: Random, facts: FactsObject): FactsObject;
}

/** The facts of an activity, or a record. */
export function createFactsGenerator(program: Program, name: string): FactsGenerator {
  const subject = program.activities.get(name) ?? program.records.get(name);
  if (subject === undefined) throw new Error(`there is no activity or record ${name}`);
  const context: Context = { program, candidates: candidatesOf(program, subject) };
  return {
    facts: (random, gaps = 0.3) => drawRecord({ ...context, random, gaps }, subject.fields, ''),
    withMoreFacts: (random, facts) =>
      fillRecord({ ...context, random, gaps: 0.2 }, subject.fields, facts, ''),
  };
}

interface Context {
  readonly program: Program;
  readonly candidates: ReadonlyMap<string, readonly FactsValue[]>;
}

interface Drawing extends Context {
  readonly random: Random;
  readonly gaps: number;
}

function candidatesOf(program: Program, subject: Subject): ReadonlyMap<string, readonly FactsValue[]> {
  return new Map(
    candidateValues(program, subject).map(({ fact, values }) => [
      fact,
      values.filter((value) => value !== null),
    ]),
  );
}

function drawRecord(drawing: Drawing, fields: readonly Field[], path: string): FactsObject {
  const { random, gaps } = drawing;
  const entries = fields.flatMap((field): [string, FactsValue][] => {
    if (field.optional && random.chance(gaps))
      return random.chance(0.2) && !field.orNone ? [[field.key, null]] : [];
    if (field.orNone && random.chance(0.25)) return [[field.key, null]];
    return [[field.key, drawValue(drawing, field.type, pathOf(path, field.key))]];
  });
  return Object.fromEntries(entries);
}

function drawValue(drawing: Drawing, type: Type, path: string): FactsValue {
  const { random, program } = drawing;
  if (type.kind === 'record') return drawRecord(drawing, fieldsOf(program, type.record), path);
  if (type.kind === 'list') {
    const length = random.weighted([0, 1, 2, 3].map((count) => [4 - count, () => count] as const));
    return random.times(Math.min(length, type.limit), () => drawValue(drawing, type.element, `${path}[]`));
  }
  const candidates = drawing.candidates.get(path) ?? [];
  return candidates.length > 0 && random.chance(0.6) ? random.pick(candidates) : drawPlain(drawing, type);
}

function drawPlain({ random, program }: Drawing, type: Type): FactsValue {
  switch (type.kind) {
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick(numbers);
    case 'text':
      return random.pick(texts);
    case 'date':
      return random.pick(dates);
    case 'time':
      return random.pick(times);
    case 'instant':
      return random.pick(instants);
    case 'weekday':
      return random.pick(weekdays);
    case 'timezone':
      return random.pick(zones);
    case 'duration':
      return random.pick(spanFacts);
    case 'scale':
      return random.pick(program.scales.get(type.scale)?.steps ?? []);
    case 'term':
      return random.pick(termsOf(taxonomyOf(program, type.taxonomy), type.within));
    case 'scope':
      return drawScope(random, taxonomyOf(program, type.taxonomy));
    default:
      throw new Error(`${type.kind} is not plain`);
  }
}

function drawScope(random: Random, taxonomy: Taxonomy): FactsValue {
  const terms = termsOf(taxonomy, true);
  return random.weighted<FactsValue>([
    [1, () => 'anything'],
    [2, () => random.pick(terms)],
    [3, () => random.some(terms, 0.3)],
  ]);
}

function fillRecord(
  drawing: Drawing,
  fields: readonly Field[],
  facts: FactsObject,
  path: string,
): FactsObject {
  const { random } = drawing;
  if (fields.length === 0) return facts;
  const field = random.pick(fields);
  const at = pathOf(path, field.key);
  const value = facts[field.key];
  const isNone = value === null && field.orNone;
  if (isNone) return facts;
  if (value === undefined || value === null) {
    const isToBeNone = field.orNone && random.chance(0.3);
    return { ...facts, [field.key]: isToBeNone ? null : drawValue(drawing, field.type, at) };
  }
  return { ...facts, [field.key]: fillValue(drawing, field.type, value, at) };
}

function fillValue(drawing: Drawing, type: Type, value: FactsValue, path: string): FactsValue {
  const { random, program } = drawing;
  if (type.kind === 'term' && typeof value === 'string')
    return narrowed(random, taxonomyOf(program, type.taxonomy), value);
  if (type.kind === 'record' && isObject(value)) {
    return fillRecord(drawing, fieldsOf(program, type.record), value, path);
  }
  if (type.kind !== 'list' || !isListOfFacts(value)) return value;
  if (type.partial && random.chance(0.5)) return [...value, drawValue(drawing, type.element, `${path}[]`)];
  const chosen = random.whole(0, value.length);
  return value.map((entry, index) =>
    index === chosen ? fillValue(drawing, type.element, entry, `${path}[]`) : entry,
  );
}

/** A term below an inner one, or the term itself. */
function narrowed(random: Random, taxonomy: Taxonomy, name: string): string {
  const term = taxonomy.termsByName.get(name);
  if (term === undefined || term.final) return name;
  return random.pick(taxonomy.terms.slice(term.index, term.end)).name;
}

function termsOf(taxonomy: Taxonomy, within: boolean): readonly string[] {
  return taxonomy.terms.filter(({ final }) => within || final).map(({ name }) => name);
}

function taxonomyOf(program: Program, name: string): Taxonomy {
  const taxonomy = program.taxonomies.get(name);
  if (taxonomy === undefined) throw new Error(`there is no taxonomy ${name}`);
  return taxonomy;
}

function fieldsOf(program: Program, record: string): readonly Field[] {
  return program.records.get(record)?.fields ?? [];
}

function pathOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isObject(value: FactsValue): value is FactsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfFacts(value: FactsValue): value is readonly FactsValue[] {
  return Array.isArray(value);
}
