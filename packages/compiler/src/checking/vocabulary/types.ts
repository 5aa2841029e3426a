import type { Type } from '../../logic/index.ts';
import { defaultListLimit } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Name, TypeNode } from '../../syntax/index.ts';
import type { CheckContext, Site } from '../context.ts';
import { report } from '../context.ts';
import { replacements, resolveName, suggestion } from '../resolve.ts';

export const errorType: Type = { kind: 'error' };

const plainTypes: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['boolean', { kind: 'boolean' }],
  ['number', { kind: 'number' }],
  ['text', { kind: 'text' }],
  ['date', { kind: 'date' }],
  ['time', { kind: 'time' }],
  ['instant', { kind: 'instant' }],
  ['weekday', { kind: 'weekday' }],
  ['timezone', { kind: 'timezone' }],
  ['duration', { kind: 'duration', measure: 'any' }],
]);

/** What authors write for the built-in types in other languages. */
const otherSpellings: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['str', 'text'],
  ['bool', 'boolean'],
  ['int', 'number'],
  ['integer', 'number'],
  ['float', 'number'],
  ['decimal', 'number'],
  ['datetime', 'instant'],
  ['timestamp', 'instant'],
  ['time-zone', 'timezone'],
  ['day', 'date'],
  ['period', 'duration'],
  ['yes-no', 'boolean'],
]);

/** The type that is written, and whether `or none` is part of it. */
export function resolveType(context: CheckContext, site: Site, node: TypeNode): Type {
  switch (node.form) {
    case 'list':
    case 'partial-list':
      return listType(context, site, node);
    case 'within':
      return taxonomyType(context, site, node, (taxonomy) => ({ kind: 'term', taxonomy, within: true }));
    case 'all-of':
      return taxonomyType(context, site, node, (taxonomy) => ({ kind: 'scope', taxonomy }));
    case 'plain':
      return node.name === undefined ? errorType : plainType(context, site, node, node.name);
  }
}

function listType(context: CheckContext, site: Site, node: TypeNode): Type {
  const element = node.element === undefined ? errorType : resolveType(context, site, node.element);
  if (element.kind === 'list') report(context, site.unit, 'type/list-of-lists', node, {});
  if (node.orNone) report(context, site.unit, 'type/list-or-none', node, {});
  const limit = node.limit ?? defaultListLimit;
  return { kind: 'list', element, partial: node.form === 'partial-list', limit };
}

function taxonomyType(
  context: CheckContext,
  site: Site,
  node: TypeNode,
  make: (taxonomy: string) => Type,
): Type {
  if (node.name === undefined || node.name.text === '') return errorType;
  return resolveName(context, site, 'taxonomy', node.name) === undefined ? errorType : make(node.name.text);
}

function plainType(context: CheckContext, site: Site, node: TypeNode, name: Name): Type {
  const plain = plainTypes.get(name.text);
  if (plain !== undefined) {
    if (plain.kind === 'boolean' && node.orNone) report(context, site.unit, 'type/boolean-or-none', node, {});
    return plain;
  }
  if (name.text === 'calendar') {
    report(context, site.unit, 'table/calendar-fact', name, {});
    return errorType;
  }
  for (const kind of ['record', 'taxonomy', 'scale'] as const) {
    const [declared] = context.queries.get('declared', `${kind}:${name.text}`);
    if (declared === undefined) continue;
    resolveName(context, site, kind, name);
    if (kind === 'record') return { kind, record: name.text };
    return kind === 'scale'
      ? { kind, scale: name.text }
      : { kind: 'term', taxonomy: name.text, within: false };
  }
  reportUnknownType(context, site, name);
  return errorType;
}

function reportUnknownType(context: CheckContext, site: Site, name: Name): void {
  if (name.text === '') return;
  const known = ['record', 'taxonomy', 'scale'] as const;
  const other = otherSpellings.get(name.text.toLowerCase());
  const candidates = [...plainTypes.keys(), ...known.flatMap((kind) => context.queries.get('names', kind))];
  const near = other === undefined ? nearestNames(name.text, candidates) : [other];
  const details = { ...suggestion(near), fixes: replacements(name, near) };
  report(context, site.unit, 'name/unknown', name, { what: 'type', name: name.text }, details);
}

/** A type in the author's words: `date`, `list of Consent`, `a term of Channel`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'term':
      return `a term of ${type.taxonomy}`;
    case 'scope':
      return `a scope of ${type.taxonomy} ("all of")`;
    case 'scale':
      return `a step of ${type.scale}`;
    case 'record':
      return `a whole ${type.record}`;
    case 'list':
      return `a list of ${listedName(type.element)}`;
    case 'boolean':
      return 'yes or no';
    case 'duration':
      return 'a length of time';
    case 'timezone':
      return 'a time zone';
    case 'instant':
      return 'an instant (a date with its time)';
    case 'time':
      return 'a time of day';
    case 'weekday':
      return 'a day of the week';
    case 'error':
      return 'something unclear';
    default:
      return `a ${type.kind}`;
  }
}

function listedName(type: Type): string {
  switch (type.kind) {
    case 'record':
      return type.record;
    case 'term':
    case 'scope':
      return type.taxonomy;
    case 'scale':
      return type.scale;
    case 'boolean':
      return 'yes-or-no facts';
    default:
      return `${type.kind}s`;
  }
}
