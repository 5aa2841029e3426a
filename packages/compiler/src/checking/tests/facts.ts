import { camelCase } from '../../binding/index.ts';
import type { FactsObject, FactsValue, Field, Type } from '../../logic/index.ts';
import { formatDuration, formatTime, parseTime } from '../../runtime/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Expression, Literal, ObjectEntry, ObjectValue } from '../../syntax/index.ts';
import { isZoneId } from '../../time/index.ts';
import { durationOf, weekdayNumber, weekdays } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, fewWordsOf } from '../expressions/scope.ts';
import { reportUnknownTerm } from '../expressions/terms.ts';
import { replacements, suggestion } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import { reportUnknownZone } from '../vocabulary/zones.ts';

/** Stands for a fact that the test calls `unknown`: it is left out of what is supplied. */
export const unknownFact = Symbol('unknown');

export type TestFact = FactsValue | typeof unknownFact;

/** The facts of an object in a test, in the form in which a service would supply them. */
export function objectFacts(
  scope: Scope,
  node: ObjectValue,
  fields: readonly Field[],
  refused: ReadonlyMap<string, string> = new Map(),
): FactsObject {
  const facts: Record<string, FactsValue> = {};
  const seen = new Set<string>();
  for (const entry of node.entries) {
    const name = entry.key.text;
    if (name === '') continue;
    if (seen.has(name)) {
      complain(scope, 'name/duplicate', entry.key, { what: 'fact', name });
      continue;
    }
    seen.add(name);
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) {
      reportUnknownKey(scope, entry, fields, refused);
      continue;
    }
    scope.context.queries.refer(scope.site.unit, entry.key, {
      kind: 'field',
      name,
      owner: scope.subject ?? '',
    });
    const value = factOf(scope, entry.value, field);
    if (value !== undefined && value !== unknownFact) facts[field.key] = value;
  }
  return facts;
}

function reportUnknownKey(
  scope: Scope,
  entry: ObjectEntry,
  fields: readonly Field[],
  refused: ReadonlyMap<string, string>,
): void {
  const name = entry.key.text;
  const because = refused.get(name);
  if (because !== undefined) {
    complain(scope, 'test/derived-fact', entry.key, { name, because });
    return;
  }
  const names = fields.map((field) => field.name);
  const byKey = fields.filter((field) => field.key === camelCase(name)).map((field) => field.name);
  const near = byKey.length > 0 ? byKey : nearestNames(name, names);
  const details = { ...suggestion(near), fixes: replacements(entry.key, near) };
  complain(scope, 'name/unknown-fact', entry.key, { name, owner: scope.owner }, details);
}

/** A fact of a field: a value, `none` where it may be, or `unknown`. */
export function factOf(scope: Scope, expression: Expression, field: Field): TestFact | undefined {
  if (expression.kind === 'literal' && expression.value.type === 'unknown') return unknownFact;
  if (expression.kind === 'literal' && expression.value.type === 'none') {
    if (field.orNone) return null;
    complain(scope, 'test/never-none', expression, { name: field.name });
    return undefined;
  }
  return factValueOf(scope, expression, field.type);
}

/** A value of a type; undefined after a mistake. */
export function factValueOf(scope: Scope, expression: Expression, type: Type): TestFact | undefined {
  if (expression.kind === 'parenthesized') return factValueOf(scope, expression.inner, type);
  if (expression.kind === 'missing-expression' || type.kind === 'error') return undefined;
  const named = letValue(scope, expression);
  if (named !== undefined) return factValueOf(named.scope, named.value, type);
  switch (type.kind) {
    case 'record':
      return recordFact(scope, expression, type.record);
    case 'list':
      return listFact(scope, expression, type.element);
    case 'term':
      return termFact(scope, expression, type);
    case 'scope':
      return scopeFact(scope, expression, type.taxonomy);
    case 'scale':
      return namedFact(scope, expression, scope.context.queries.get('scale', type.scale)?.steps ?? [], type);
    case 'weekday':
      return namedFact(scope, expression, weekdays, type);
    default:
      return literalFact(scope, expression, type);
  }
}

function letValue(scope: Scope, expression: Expression): { scope: Scope; value: Expression } | undefined {
  if (expression.kind !== 'path' || expression.segments.length !== 1) return undefined;
  const [declared] = scope.context.queries.get('declared', `let:${expression.segments[0]?.text ?? ''}`);
  if (declared?.unit.tree.kind !== 'let' || scope.depth > 16) return undefined;
  const inside: Scope = { ...scope, site: declared, depth: scope.depth + 1 };
  return { scope: inside, value: declared.unit.tree.value };
}

function mismatch(scope: Scope, expression: Expression, type: Type): undefined {
  const values = { expected: describeType(type), text: fewWordsOf(scope, expression) };
  complain(scope, 'test/wrong-value', expression, values, { help: howToWrite(type) });
  return undefined;
}

function howToWrite(type: Type): string {
  switch (type.kind) {
    case 'boolean':
      return 'Write "yes" or "no".';
    case 'number':
      return 'Write a number without a unit.';
    case 'text':
      return 'Texts stand in quotation marks.';
    case 'timezone':
      return 'Time zones stand in quotation marks, as region and city, such as "Europe/London".';
    case 'date':
      return 'Dates are written year-month-day, for example 2026-08-11.';
    case 'time':
      return 'Times are written with two digits each, for example 08:00.';
    case 'instant':
      return 'Write a date with a time and its offset, for example 2026-03-02T12:00:00Z.';
    case 'duration':
      return 'Write a number with a unit, for example 72 hours.';
    case 'record':
      return 'Write its facts in braces: "{ … }".';
    default:
      return 'Write its name as it is declared, without quotation marks.';
  }
}

function recordFact(scope: Scope, expression: Expression, record: string): TestFact | undefined {
  if (expression.kind !== 'object') return mismatch(scope, expression, { kind: 'record', record });
  const fields = scope.context.queries.get('record-members', record)?.fields ?? [];
  return objectFacts({ ...scope, owner: `the record "${record}"`, subject: record }, expression, fields);
}

function listFact(scope: Scope, expression: Expression, element: Type): TestFact | undefined {
  if (expression.kind !== 'list') {
    complain(scope, 'test/list-expected', expression, { text: fewWordsOf(scope, expression) });
    return undefined;
  }
  const items = expression.items.map((item) => factValueOf(scope, item, element));
  return items.filter((item): item is FactsValue => item !== undefined && item !== unknownFact);
}

function termFact(
  scope: Scope,
  expression: Expression,
  type: Extract<Type, { kind: 'term' }>,
): TestFact | undefined {
  if (expression.kind !== 'path' || expression.segments.length !== 1)
    return mismatch(scope, expression, type);
  const [name] = expression.segments;
  const taxonomy = scope.context.queries.get('taxonomy', type.taxonomy);
  if (name === undefined || taxonomy === undefined) return undefined;
  const term = taxonomy.termsByName.get(name.text);
  if (term === undefined) {
    reportUnknownTerm(scope, name, type.taxonomy);
    return undefined;
  }
  scope.context.queries.refer(scope.site.unit, name, { kind: 'term', name: term.name, owner: type.taxonomy });
  if (!term.final && !type.within) {
    const below = taxonomy.terms
      .filter((candidate) => candidate.parent === term.index)
      .map(({ name }) => name);
    complain(scope, 'test/inner-term', name, { name: term.name, below: below.slice(0, 6).join(', ') });
    return undefined;
  }
  return term.name;
}

function scopeFact(scope: Scope, expression: Expression, taxonomy: string): TestFact | undefined {
  const type: Type = { kind: 'term', taxonomy, within: true };
  if (
    expression.kind === 'path' &&
    expression.segments.length === 1 &&
    expression.segments[0]?.text === 'anything'
  ) {
    return 'anything';
  }
  return expression.kind === 'list' ? listFact(scope, expression, type) : termFact(scope, expression, type);
}

function namedFact(
  scope: Scope,
  expression: Expression,
  names: readonly string[],
  type: Type,
): TestFact | undefined {
  if (expression.kind !== 'path' || expression.segments.length !== 1)
    return mismatch(scope, expression, type);
  const text = expression.segments[0]?.text ?? '';
  if (names.includes(text))
    return type.kind === 'weekday' && weekdayNumber(text) === undefined ? undefined : text;
  const near = nearestNames(text.toLowerCase(), names);
  const help = suggestion(near).help ?? `There are ${names.join(', ')}.`;
  const what = describeType(type).replace(/^an? /, '');
  complain(
    scope,
    'name/unknown',
    expression,
    { what, name: text },
    { help, fixes: replacements(expression, near) },
  );
  return undefined;
}

function literalFact(scope: Scope, expression: Expression, type: Type): TestFact | undefined {
  if (expression.kind !== 'literal') return mismatch(scope, expression, type);
  const value = literalText(scope, expression, type);
  return value === undefined ? mismatch(scope, expression, type) : value;
}

function literalText(scope: Scope, { value, start, end }: Literal, type: Type): FactsValue | undefined {
  if (value.type === 'text' && type.kind === 'timezone') {
    if (!isZoneId(value.value))
      reportUnknownZone(scope.context, scope.site.unit, { start, end }, value.value);
    return value.value;
  }
  if (value.type === 'none' || value.type === 'unknown' || value.type !== type.kind) return undefined;
  if (value.type === 'duration') return formatDuration(durationOf(value));
  if (value.type === 'time') return formatTime(parseTime(value.value) ?? 0);
  return value.value;
}
