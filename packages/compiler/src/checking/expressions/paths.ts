import type { Field, Type, Value } from '../../logic/index.ts';
import { constantValue, fieldValue } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Name, Path } from '../../syntax/index.ts';
import { replacements, resolveName, suggestion } from '../resolve.ts';
import { describeType } from '../vocabulary/types.ts';
import { errorValue, weekdayNumber, weekdays } from './literals.ts';
import type { Binding, Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';
import { reportAmbiguous, reportUnknownTerm, termsWithName } from './terms.ts';

/** What a path stands for: a fact, a variable, or, where one is expected, a term, a step or a day of the week. */
export function pathValue(scope: Scope, path: Path, expected?: Type): Value {
  const [head, ...rest] = path.segments;
  const place = placeOf(scope, path);
  if (head === undefined || head.text === '') return errorValue(place);
  const binding = head.quoted ? undefined : bindingOf(scope, head.text);
  const constant = rest.length === 0 ? constantNamed(scope, path, head.text, expected) : undefined;
  if (binding !== undefined && constant !== undefined) {
    reportAmbiguous(scope, head, expected);
    return errorValue(place);
  }
  if (constant !== undefined) {
    noteConstant(scope, head, expected);
    return constant;
  }
  if (binding === undefined) {
    reportUnknownPath(scope, path, head, expected);
    return errorValue(place);
  }
  if (binding.symbol !== undefined) scope.context.queries.refer(scope.site.unit, head, binding.symbol);
  if (binding.condition !== undefined) {
    complain(scope, 'type/condition-as-value', path, {});
    return errorValue(place);
  }
  return readSegments(scope, binding.read(placeOf(scope, rest.length === 0 ? path : head)), rest, path);
}

/** A term or step belongs to its taxonomy or scale; days of the week belong to nobody. */
function noteConstant(scope: Scope, name: Name, expected: Type | undefined): void {
  const { queries } = scope.context;
  if (name.text === 'anything') return;
  if (expected?.kind === 'calendar') {
    resolveName(scope.context, scope.site, 'calendar', name);
    return;
  }
  if (expected?.kind === 'term' || expected?.kind === 'scope') {
    queries.refer(scope.site.unit, name, { kind: 'term', name: name.text, owner: expected.taxonomy });
  } else if (expected?.kind === 'scale') {
    queries.refer(scope.site.unit, name, { kind: 'step', name: name.text, owner: expected.scale });
  }
}

export function bindingOf(scope: Scope, name: string): Binding | undefined {
  return scope.locals.get(name) ?? scope.facts.get(name);
}

/** A term, scope, step or weekday of the expected type with this name. */
function constantNamed(
  scope: Scope,
  path: Path,
  name: string,
  expected: Type | undefined,
): Value | undefined {
  const place = placeOf(scope, path);
  const { queries } = scope.context;
  switch (expected?.kind) {
    case 'term': {
      const taxonomy = queries.get('taxonomy', expected.taxonomy);
      if (taxonomy?.termsByName.has(name) !== true) return undefined;
      return constantValue(place, expected, { type: 'term', taxonomy: expected.taxonomy, value: name });
    }
    case 'scope': {
      const { taxonomy } = expected;
      if (name === 'anything')
        return constantValue(place, expected, { type: 'scope', taxonomy, value: 'anything' });
      if (queries.get('taxonomy', taxonomy)?.termsByName.has(name) !== true) return undefined;
      return constantValue(place, expected, { type: 'scope', taxonomy, value: [name] });
    }
    case 'scale': {
      const { scale } = expected;
      if (queries.get('scale', scale)?.steps.includes(name) !== true) return undefined;
      return constantValue(place, expected, { type: 'scale', scale, value: name });
    }
    case 'calendar': {
      if (queries.get('declared', `calendar:${name}`).length === 0) return undefined;
      return constantValue(place, expected, { type: 'calendar', value: name });
    }
    case 'weekday': {
      const value = weekdayNumber(name);
      return value === undefined ? undefined : constantValue(place, expected, { type: 'weekday', value });
    }
    default:
      return undefined;
  }
}

/** Follows the names after the first one through records. */
function readSegments(scope: Scope, start: Value, segments: readonly Name[], path: Path): Value {
  let value = start;
  for (const segment of segments) {
    if (value.type.kind === 'error') return value;
    const field = fieldNamed(scope, value, segment);
    if (field === undefined) return errorValue(placeOf(scope, path));
    value = fieldValue(placeOf(scope, { start: path.start, end: segment.end }), value, field);
  }
  return value;
}

function fieldNamed(scope: Scope, value: Value, segment: Name): Field | undefined {
  const { type } = value;
  if (segment.text === '') return undefined;
  if (type.kind !== 'record') {
    const code = type.kind === 'list' ? 'type/field-of-list' : 'type/no-fields';
    complain(scope, code, segment, { name: segment.text, found: describeType(type) });
    return undefined;
  }
  const record = scope.context.queries.get('record-members', type.record);
  const field = record?.fields.find((candidate) => candidate.name === segment.text);
  if (field !== undefined) {
    const symbol = { kind: 'field' as const, name: field.name, owner: type.record };
    scope.context.queries.refer(scope.site.unit, segment, symbol);
    return field;
  }
  const names = record?.fields.map((candidate) => candidate.name) ?? [];
  const near = nearestNames(segment.text, names);
  const listed = names.length > 0 && names.length <= 12 ? { help: `It has ${names.join(', ')}.` } : {};
  complain(
    scope,
    'name/unknown-field',
    segment,
    { name: segment.text, record: type.record },
    { ...listed, ...suggestion(near), fixes: replacements(segment, near) },
  );
  return undefined;
}

function reportUnknownPath(scope: Scope, path: Path, head: Name, expected: Type | undefined): void {
  const wantsTerm = expected?.kind === 'term' || expected?.kind === 'scope';
  if (wantsTerm && path.segments.length === 1) {
    reportUnknownTerm(scope, head, expected.taxonomy);
    return;
  }
  if (expected?.kind === 'scale') {
    const steps = scope.context.queries.get('scale', expected.scale)?.steps ?? [];
    reportUnknownStep(scope, head, `step of ${expected.scale}`, steps);
    return;
  }
  if (expected?.kind === 'calendar' && path.segments.length === 1) {
    resolveName(scope.context, scope.site, 'calendar', head);
    return;
  }
  if (expected?.kind === 'weekday') {
    reportUnknownStep(scope, head, 'day of the week', weekdays);
    return;
  }
  const names = [...scope.locals.keys(), ...scope.facts.keys()];
  const near = nearestNames(head.text, names);
  complain(
    scope,
    'name/unknown-fact',
    head,
    { name: head.text, owner: scope.owner },
    {
      ...unknownFactHelp(head.text, termsWithName(scope, head.text), names),
      ...suggestion(near),
      ...(expected?.kind === 'text'
        ? { help: `Write "${head.text}" in quotation marks if it is a text.` }
        : {}),
      fixes: replacements(head, near),
    },
  );
}

function unknownFactHelp(
  name: string,
  taxonomies: readonly string[],
  names: readonly string[],
): { help?: string } {
  if (taxonomies.length > 0) {
    return {
      help: `"${name}" is a term of ${taxonomies.join(' and ')}; compare a fact with it: "… is ${name}".`,
    };
  }
  return names.length > 0 && names.length <= 16 ? { help: `The facts here are ${names.join(', ')}.` } : {};
}

function reportUnknownStep(scope: Scope, head: Name, what: string, steps: readonly string[]): void {
  const near = nearestNames(head.text.toLowerCase(), steps);
  const help = suggestion(near).help ?? `There are ${steps.join(', ')}.`;
  complain(scope, 'name/unknown', head, { what, name: head.text }, { help, fixes: replacements(head, near) });
}
