import { times, weekdays } from './constants.ts';
import { lookupText } from './lookups.ts';
import type { Random } from './random.ts';
import type { Readable, WritingScope } from './scope.ts';
import { entryScope } from './scope.ts';
import { calendarText, callText, durationText, literalText, valueText, zoneText } from './values.ts';

/** A condition that is well typed; it can stand wherever a condition can, also between `and`s. */
export function conditionText(random: Random, scope: WritingScope, depth: number): string {
  const lists = scope.readables.filter(({ type }) => type.kind === 'list');
  const canQuantify = lists.length > 0 && scope.quantifiers < 2;
  const inner = (): string => conditionText(random, scope, depth - 1);
  return random.weighted([
    [
      depth > 0 ? 5 : 0,
      () => `(${random.times(random.whole(2, 3), inner).join(random.pick([' and ', ' or ']))})`,
    ],
    [depth > 0 ? 2 : 0, () => `not ${inner()}`],
    [scope.conditions.length > 0 ? 1 : 0, () => random.pick(scope.conditions)],
    [canQuantify ? 3 : 0, () => quantifierText(random, scope, random.pick(lists), depth)],
    [canQuantify ? 1 : 0, () => latestText(random, scope, depth)],
    [
      scope.usesDefines ? 2 : 0,
      () => callText(random, scope, undefined, depth) ?? testText(random, scope, depth),
    ],
    [8, () => testText(random, scope, depth)],
  ]);
}

function quantifierText(random: Random, scope: WritingScope, list: Readable, depth: number): string {
  if (list.type.kind !== 'list') throw new Error('quantifiers look at lists');
  const variable = `e${scope.quantifiers + 1}`;
  const inner = entryScope(scope, variable, list.type.element);
  const body = conditionText(random, inner, Math.min(1, depth - 1));
  return `(${random.pick(['some', 'every'])} ${variable} in ${list.text} satisfies (${body}))`;
}

/** `latest` by a moment or a number of the entries; where there is none, another test. */
function latestText(random: Random, scope: WritingScope, depth: number): string {
  const lists = scope.readables.filter(({ type }) => type.kind === 'list' && type.element.kind === 'record');
  if (lists.length === 0) return testText(random, scope, depth);
  const list = random.pick(lists);
  if (list.type.kind !== 'list') throw new Error('lists were picked');
  const variable = `e${scope.quantifiers + 1}`;
  const inner = entryScope(scope, variable, list.type.element);
  const moments = inner.readables.filter(
    ({ text, type }) => text.startsWith(`${variable}.`) && ['date', 'instant', 'number'].includes(type.kind),
  );
  if (moments.length === 0) return testText(random, scope, depth);
  const where = random.chance(0.7) ? ` where (${conditionText(random, inner, 0)})` : '';
  const body = conditionText(random, inner, 0);
  return `(latest ${variable} in ${list.text} by ${random.pick(moments).text}${where} satisfies (${body}))`;
}

/** One test of one fact or value. */
function testText(random: Random, scope: WritingScope, depth: number): string {
  const left = random.pick(scope.readables);
  if (left.canBeNone && random.chance(0.15)) return `${left.text} is ${random.chance(0.5) ? 'not ' : ''}none`;
  if (!scope.model.options.monotone && left.isPath && random.chance(0.08)) return `${left.text} is known`;
  const hasCalendars = scope.model.calendars.length > 0;
  return random.weighted([
    [6, () => typedTest(random, scope, left, depth)],
    [scope.readsClock ? 2 : 0, () => clockTest(random, scope)],
    [1, () => numberTest(random, scope, valueText(random, scope, { kind: 'number' }, depth))],
    [hasCalendars ? 1 : 0, () => lookupTest(random, scope, depth) ?? dayTest(random, scope)],
    [hasCalendars ? 1 : 0, () => dayTest(random, scope)],
  ]);
}

function clockTest(random: Random, scope: WritingScope): string {
  const zone = zoneText(random, scope);
  return random.weighted([
    [
      2,
      () => `time in ${zone} is ${maybeNot(random)}between ${random.pick(times)} and ${random.pick(times)}`,
    ],
    [1, () => `time in ${zone} is ${random.pick(['before', 'on or after'])} ${random.pick(times)}`],
    [1, () => `weekday in ${zone} is ${random.pick(weekdays)}`],
    [1, () => `weekday in ${zone} is one of (${random.pick(weekdays)}, ${random.pick(weekdays)})`],
    [
      2,
      () =>
        `today${random.chance(0.3) ? ` in ${zone}` : ''} is ${dateOrder(random)} ${valueText(random, scope, { kind: 'date' }, 1)}`,
    ],
    [1, () => `now is ${dateOrder(random)} ${valueText(random, scope, { kind: 'instant' }, 1)}`],
  ]);
}

/** `2026-03-02 is a holiday in CAL-1` */
function dayTest(random: Random, scope: WritingScope): string {
  const which = random.pick(['a holiday', 'a working day']);
  const day =
    scope.readsClock && random.chance(0.3)
      ? `today${random.chance(0.5) ? ` in ${zoneText(random, scope)}` : ''}`
      : valueText(random, scope, { kind: 'date' }, 1);
  return `${day} is ${maybeNot(random)}${which} in ${calendarText(random, scope)}`;
}

/** A test of what a table gives. */
function lookupTest(random: Random, scope: WritingScope, depth: number): string | undefined {
  const kinds = ['boolean', 'text', 'time', 'weekday', 'timezone', 'scale', 'term'];
  const tables = scope.model.tables.filter(({ type }) => kinds.includes(type.kind));
  if (tables.length === 0) return undefined;
  const table = random.pick(tables);
  const { type } = table;
  const left = lookupText(random, scope, type, depth);
  if (left === undefined) return undefined;
  if (table.givesNone && left.startsWith(`(${table.name} `) && random.chance(0.2)) return `${left} is none`;
  const other = (): string => lookupText(random, scope, type, 0) ?? literalText(random, scope.model, type);
  switch (type.kind) {
    case 'boolean':
      return `${left} is ${random.pick(['yes', 'no'])}`;
    case 'time':
      return scope.readsClock && random.chance(0.5)
        ? `time in ${zoneText(random, scope)} is ${maybeNot(random)}between ${left} and ${other()}`
        : `${left} is ${dateOrder(random)} ${other()}`;
    case 'term':
      return termTest(random, scope, left, type.taxonomy);
    case 'timezone':
      return scope.readsClock
        ? `time in ${left} is ${dateOrder(random)} ${random.pick(times)}`
        : `${left} is ${other()}`;
    default:
      return `${left} is ${literalText(random, scope.model, type)}`;
  }
}

function typedTest(random: Random, scope: WritingScope, left: Readable, depth: number): string {
  const { type, text } = left;
  switch (type.kind) {
    case 'boolean':
      return random.chance(0.8) ? text : `${text} is ${random.pick(['yes', 'no'])}`;
    case 'number':
      return numberTest(random, scope, valueText(random, scope, type, depth, left));
    case 'text':
    case 'timezone':
      return equalityTest(random, scope, left);
    case 'date':
    case 'instant':
      return pointTest(random, scope, valueText(random, scope, type, depth, left), type.kind);
    case 'time':
      return random.chance(0.5)
        ? `${text} is ${maybeNot(random)}between ${random.pick(times)} and ${random.pick(times)}`
        : `${text} is ${dateOrder(random)} ${random.pick(times)}`;
    case 'weekday':
      return `${text} is one of (${random.pick(weekdays)}, ${random.pick(weekdays)})`;
    case 'scale':
      return `${text} is ${random.pick(['', 'not ', 'at least ', 'less than '])}${valueText(random, scope, type, 0)}`;
    case 'term':
      return termTest(random, scope, valueText(random, scope, type, depth, left), type.taxonomy);
    case 'scope':
      return scopeTest(random, scope, left);
    case 'duration':
    case 'calendar':
    case 'record':
    case 'list':
      return numberTest(random, scope, valueText(random, scope, { kind: 'number' }, depth));
  }
}

function numberTest(random: Random, scope: WritingScope, left: string): string {
  const right = (): string => valueText(random, scope, { kind: 'number' }, 0);
  if (random.chance(0.2)) return `${left} is between ${right()} and ${right()}`;
  return `${left} is ${random.pick(['', 'not ', 'at least ', 'at most ', 'less than ', 'more than '])}${right()}`;
}

function equalityTest(random: Random, scope: WritingScope, { text, type }: Readable): string {
  const right = (): string => valueText(random, scope, type, 0);
  return random.chance(0.5)
    ? `${text} is ${maybeNot(random)}${right()}`
    : `${text} is one of (${right()}, ${right()})`;
}

function pointTest(random: Random, scope: WritingScope, left: string, kind: 'date' | 'instant'): string {
  const span = (): string => durationText(random, scope, kind);
  const other = (): string => valueText(random, scope, { kind }, 1);
  const clocked = scope.readsClock ? 2 : 0;
  return random.weighted([
    [4, () => `${left} is ${dateOrder(random)} ${other()}`],
    [1, () => `${left} is ${other()}`],
    [1, () => `${left} is between ${other()} and ${other()}`],
    [clocked, () => `${left} is within the last ${span()}`],
    [
      1,
      () =>
        `${left} is ${random.pick(['at least', 'at most', 'less than', 'more than'])} ${span()} ${random.pick(['after', 'before'])} ${other()}`,
    ],
  ]);
}

function termTest(random: Random, scope: WritingScope, left: string, taxonomyName: string): string {
  const taxonomy = scope.model.taxonomies.get(taxonomyName);
  if (taxonomy === undefined) throw new Error('the taxonomy was declared');
  const option = (): string => random.pick([...taxonomy.terms, ...taxonomy.groups, ...taxonomy.groups]);
  const facts = scope.readables.filter(({ type }) => type.kind === 'term' && type.taxonomy === taxonomyName);
  const scopes = scope.readables.filter(
    ({ type }) => type.kind === 'scope' && type.taxonomy === taxonomyName,
  );
  return random.weighted([
    [4, () => `${left} is ${maybeNot(random)}${option()}`],
    [3, () => `${left} is one of (${[...new Set(random.times(random.whole(2, 4), option))].join(', ')})`],
    [facts.length > 0 ? 2 : 0, () => `${left} is ${random.pick(facts).text}`],
    [facts.length > 0 ? 1 : 0, () => `${left} is one of (${random.pick(facts).text}, ${option()})`],
    [scopes.length > 0 ? 2 : 0, () => `${left} is in ${random.pick(scopes).text}`],
    [
      taxonomy.groups.length > 0 ? 2 : 0,
      () => `${left} is ${random.pick(taxonomy.groups)} on ${valueText(random, scope, { kind: 'date' }, 1)}`,
    ],
    [levelTestWeight(taxonomy.levels), () => levelTest(random, scope, left, taxonomyName)],
  ]);
}

function levelTestWeight(levels: readonly string[]): number {
  return levels.length > 0 ? 2 : 0;
}

/** `country of a is country of b` */
function levelTest(random: Random, scope: WritingScope, left: string, taxonomyName: string): string {
  const taxonomy = scope.model.taxonomies.get(taxonomyName);
  const level = random.pick(taxonomy?.levels ?? []);
  const right = valueText(random, scope, { kind: 'term', taxonomy: taxonomyName, within: true }, 0);
  const isLiteral = taxonomy?.terms.includes(right) === true;
  return isLiteral ? `(${level} of ${left}) is ${right}` : `(${level} of ${left}) is (${level} of ${right})`;
}

function scopeTest(random: Random, scope: WritingScope, { text, type }: Readable): string {
  if (type.kind !== 'scope') throw new Error('a scope was picked');
  const terms = scope.readables.filter(
    (other) => other.type.kind === 'term' && other.type.taxonomy === type.taxonomy,
  );
  if (terms.length === 0)
    return numberTest(random, scope, literalText(random, scope.model, { kind: 'number' }));
  return `${random.pick(terms).text} is ${maybeNot(random)}in ${text}`;
}

function maybeNot(random: Random): string {
  return random.chance(0.3) ? 'not ' : '';
}

function dateOrder(random: Random): string {
  return random.pick(['before', 'after', 'on or before', 'on or after']);
}
