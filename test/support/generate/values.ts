import { conditionText } from './conditions.ts';
import {
  dateSpans,
  dates,
  exactSpans,
  instants,
  numbers,
  texts,
  times,
  weekdays,
  zones,
} from './constants.ts';
import { lookupText } from './lookups.ts';
import type { GeneratedType, Model } from './model.ts';
import type { Random } from './random.ts';
import type { Readable, WritingScope } from './scope.ts';
import { entryScope, sameType } from './scope.ts';

/** A value of a type, in parentheses where it is made of parts. */
export function valueText(
  random: Random,
  scope: WritingScope,
  type: GeneratedType,
  depth: number,
  from?: Readable,
): string {
  const candidates = scope.readables.filter((readable) => sameType(readable.type, type));
  const fact = (): string => factText(random, scope, from ?? random.pick(candidates));
  const plain = (): string => (from === undefined ? literalText(random, scope.model, type) : fact());
  const hasFact = from !== undefined || candidates.length > 0;
  return random.weighted([
    [hasFact ? 6 : 0, fact],
    [from === undefined ? 2 : 0, () => literalText(random, scope.model, type)],
    [depth > 0 ? 3 : 0, () => composedText(random, scope, type, depth) ?? plain()],
    [from === undefined ? 2 : 0, () => lookupText(random, scope, type, depth) ?? plain()],
    [0.001, plain],
  ]);
}

function factText(
  random: Random,
  scope: WritingScope,
  { text, type, isPath, canBeUnknown }: Readable,
): string {
  const mayAssume = isPath && canBeUnknown && !scope.model.options.monotone && hasLiterals(type);
  return mayAssume && random.chance(0.2) ? `(${text} else ${literalText(random, scope.model, type)})` : text;
}

function hasLiterals({ kind }: GeneratedType): boolean {
  return !['record', 'list', 'duration', 'scope'].includes(kind);
}

/** A value that is worked out; undefined where its type has none. */
function composedText(
  random: Random,
  scope: WritingScope,
  type: GeneratedType,
  depth: number,
): string | undefined {
  const called = random.chance(0.3) && scope.usesDefines ? callText(random, scope, type, depth) : undefined;
  if (called !== undefined) return called;
  switch (type.kind) {
    case 'number':
      return numberText(random, scope, depth);
    case 'date':
      return dateText(random, scope, depth);
    case 'instant':
      return instantText(random, scope, depth);
    case 'term':
      return levelText(random, scope, type.taxonomy);
    default:
      return undefined;
  }
}

function numberText(random: Random, scope: WritingScope, depth: number): string {
  const lists = scope.readables.filter(({ type }) => type.kind === 'list');
  const part = (): string => valueText(random, scope, { kind: 'number' }, depth - 1);
  return random.weighted([
    [2, () => `(${part()} ${random.pick(['+', '-'])} ${part()})`],
    [scope.readsClock ? 2 : 0, () => `(age of ${valueText(random, scope, { kind: 'date' }, depth - 1)})`],
    [lists.length > 0 && scope.quantifiers < 2 ? 3 : 0, () => countText(random, scope, random.pick(lists))],
  ]);
}

function countText(random: Random, scope: WritingScope, list: Readable): string {
  if (list.type.kind !== 'list') throw new Error('lists are counted');
  const variable = `e${scope.quantifiers + 1}`;
  if (random.chance(0.2)) return `(number of ${variable} in ${list.text})`;
  const inner = entryScope(scope, variable, list.type.element);
  return `(number of ${variable} in ${list.text} where (${conditionText(random, inner, 0)}))`;
}

function dateText(random: Random, scope: WritingScope, depth: number): string {
  const part = (): string => valueText(random, scope, { kind: 'date' }, depth - 1);
  const clocked = scope.readsClock ? 2 : 0;
  return random.weighted([
    [3, () => `(${durationText(random, scope, 'date')} ${random.pick(['after', 'before'])} ${part()})`],
    [
      1,
      () =>
        `(${random.pick(['end', 'start'])} of ${random.pick(['week', 'month', 'quarter', 'year'])} of ${part()})`,
    ],
    [1, () => `(${random.pick(['later', 'earlier'])} of (${part()}, ${part()}))`],
    [clocked, () => 'today'],
    [clocked / 2, () => `(today in ${zoneText(random, scope)})`],
    [clocked / 2, () => `(date of ${valueText(random, scope, { kind: 'instant' }, depth - 1)})`],
  ]);
}

function instantText(random: Random, scope: WritingScope, depth: number): string {
  const part = (): string => valueText(random, scope, { kind: 'instant' }, depth - 1);
  return random.weighted([
    [3, () => `(${durationText(random, scope, 'instant')} ${random.pick(['after', 'before'])} ${part()})`],
    [1, () => `(${random.pick(['later', 'earlier'])} of (${part()}, ${part()}))`],
    [scope.readsClock ? 2 : 0, () => 'now'],
  ]);
}

function levelText(random: Random, scope: WritingScope, taxonomyName: string): string | undefined {
  const levels = scope.model.taxonomies.get(taxonomyName)?.levels ?? [];
  const facts = scope.readables.filter(({ type }) => type.kind === 'term' && type.taxonomy === taxonomyName);
  if (levels.length === 0 || facts.length === 0) return undefined;
  return `(${random.pick(levels)} of ${random.pick(facts).text})`;
}

/** `3 working days in CAL-1`, `3 working days in (table-1 of place)` */
export function workingDaysText(random: Random, scope: WritingScope): string {
  return `${random.pick([0, 1, 2, 3, 10])} working days in ${calendarText(random, scope)}`;
}

/** A calendar, or a table that gives one. */
export function calendarText(random: Random, scope: WritingScope): string {
  const lookup = random.chance(0.4) ? lookupText(random, scope, { kind: 'calendar' }, 0) : undefined;
  return lookup ?? random.pick(scope.model.calendars).name;
}

/** A length of time that fits, or a fact that may not. */
export function durationText(random: Random, scope: WritingScope, kind: 'date' | 'instant'): string {
  const facts = scope.readables.filter(({ type }) => type.kind === 'duration');
  if (facts.length > 0 && random.chance(0.3)) return random.pick(facts).text;
  if (kind === 'instant') return random.pick(exactSpans);
  const lookup = random.chance(0.2) ? lookupText(random, scope, { kind: 'duration' }, 0) : undefined;
  if (lookup !== undefined) return lookup;
  const hasCalendars = scope.model.calendars.length > 0;
  return hasCalendars && random.chance(0.25) ? workingDaysText(random, scope) : random.pick(dateSpans);
}

export function zoneText(random: Random, scope: WritingScope): string {
  const facts = scope.readables.filter(({ type }) => type.kind === 'timezone');
  return facts.length > 0 && random.chance(0.6) ? random.pick(facts).text : `"${random.pick(zones)}"`;
}

/** A call of a define with the given result (a condition: undefined); undefined where there is none that fits. */
export function callText(
  random: Random,
  scope: WritingScope,
  result: GeneratedType | undefined,
  depth: number,
): string | undefined {
  const fitting = scope.model.defines.filter(
    (define) =>
      (scope.readsClock || !define.readsClock) &&
      (result === undefined
        ? define.result === undefined
        : define.result !== undefined && sameType(define.result, result)),
  );
  if (fitting.length === 0) return undefined;
  const define = random.pick(fitting);
  const given = define.parameters.map((parameter) => argumentText(random, scope, parameter, depth));
  return given.includes(undefined) ? undefined : `${define.name}(${given.join(', ')})`;
}

function argumentText(
  random: Random,
  scope: WritingScope,
  type: GeneratedType,
  depth: number,
): string | undefined {
  const facts = scope.readables.filter((readable) => sameType(readable.type, type));
  if (type.kind === 'record' || type.kind === 'list' || type.kind === 'duration') {
    return facts.length === 0 ? undefined : random.pick(facts).text;
  }
  return valueText(random, scope, type, Math.min(depth - 1, 1));
}

export function literalText(random: Random, model: Model, type: GeneratedType): string {
  switch (type.kind) {
    case 'boolean':
      return random.pick(['yes', 'no']);
    case 'number':
      return String(random.pick(numbers));
    case 'text':
      return `"${random.pick(texts)}"`;
    case 'date':
      return random.pick(dates);
    case 'time':
      return random.pick(times);
    case 'instant':
      return random.pick(instants);
    case 'weekday':
      return random.pick(weekdays);
    case 'timezone':
      return `"${random.pick(zones)}"`;
    case 'duration':
      return random.pick(dateSpans);
    case 'scale':
      return random.pick(model.scales.get(type.scale) ?? []);
    case 'scope':
      return random.pick(model.taxonomies.get(type.taxonomy)?.terms ?? []);
    case 'term': {
      const taxonomy = model.taxonomies.get(type.taxonomy);
      return random.pick((type.within ? taxonomy?.terms : taxonomy?.finals) ?? []);
    }
    case 'calendar':
      return random.pick(model.calendars).name;
    case 'record':
    case 'list':
      throw new Error(`${type.kind} has no literals`);
  }
}
