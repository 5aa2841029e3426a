import type { ZoneFact } from './clock.ts';
import { findZone } from './clock.ts';
import { parseDate, parseInstant, parseTime } from './dates.ts';
import type { DurationFact } from './durations.ts';
import { findDuration } from './durations.ts';
import type { List } from './lists.ts';
import type { Presence } from './presence.ts';
import { absentNone, absentNumber, absentTerm, absentUnknown, absentValue, present } from './presence.ts';
import type { Scope, ScopeFact } from './scopes.ts';
import { anything } from './scopes.ts';
import type { Taxonomy } from './terms.ts';
import { unknownTerm } from './terms.ts';
import { no, unknownNumber, yes } from './values.ts';

/**
 * Facts from outside are read into their encoded form in one pass: each property once, own properties only. Here it
 * only matters whether they are as they have to be; what is wrong with those that are not is told by `findIssues`.
 */
export interface Faults {
  /** Something is not as it has to be. */
  found: boolean;
  /** Records and lists around what is being read. */
  depth: number;
  /** Records that were read. */
  records: number;
}

/** Which absent values a field takes. */
export type Optionality = typeof required | typeof optional | typeof orNone | typeof optionalOrNone;

export const required = 0;
/** May be unknown: absent, `undefined` or, where it cannot be none, `null`. */
export const optional = 1;
/** `null` stands for none. */
export const orNone = 2;
export const optionalOrNone = 3;

/** The facts are the first level, each record or list inside of another one more. */
export const deepestNesting = 64;

/** The most records in one set of facts: an object that shares its parts can hold more than would ever be read. */
export const mostRecords = 1_000_000;

const nothing: Facts = Object.freeze({});
const plainPrototype: unknown = Object.prototype;

export type Facts = Readonly<Record<string, unknown>>;

/** The object that facts are read from; one with foreign keys is refused. */
export function openFacts(value: unknown, isKey: (key: string) => boolean, faults: Faults): Facts {
  faults.depth += 1;
  faults.records += 1;
  const isTooMuch = faults.depth > deepestNesting || faults.records > mostRecords;
  const facts = isTooMuch ? undefined : ownFacts(value);
  if (facts === undefined) return refused(faults, nothing);
  for (const key in facts) {
    if (!isKey(key)) return refused(faults, nothing);
  }
  return facts;
}

/** Ends the reading of an object. */
export function closeFacts<Encoded>(into: Encoded, faults: Faults): Encoded {
  faults.depth -= 1;
  return into;
}

/** An object with own properties alone: most are, of all others those are copied. */
function ownFacts(value: unknown): Facts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  // It is an object, so that its properties can be read; what they hold is judged one by one.
  if (prototype === null || (prototype === plainPrototype && !isPolluted())) return value as Facts;
  if (Object.prototype.toString.call(value) !== '[object Object]') return undefined;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, own] of Object.entries(value)) copy[key] = own;
  return copy;
}

/** Whether something has added properties to all objects. */
function isPolluted(): boolean {
  for (const _ in Object.prototype) return true;
  return false;
}

function refused<Result>(faults: Faults, result: Result): Result {
  faults.found = true;
  return result;
}

/** Whether a value is there; where it is not, whether it may be absent. */
export function presenceOf(value: unknown, optionality: Optionality, faults: Faults): Presence {
  if (value !== undefined && value !== null) return present;
  if (value === null && (optionality & orNone) !== 0) return absentNone;
  if ((optionality & optional) === 0) faults.found = true;
  return absentUnknown;
}

export function readBoolean(value: unknown, optionality: Optionality, faults: Faults): number {
  if (value === true) return yes;
  if (value === false) return no;
  return missingNumber(value, optionality, faults);
}

export function readNumber(value: unknown, optionality: Optionality, faults: Faults): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : missingNumber(value, optionality, faults);
}

export function readDate(value: unknown, optionality: Optionality, faults: Faults): number {
  return readMoment(value, parseDate, optionality, faults);
}

export function readTime(value: unknown, optionality: Optionality, faults: Faults): number {
  return readMoment(value, parseTime, optionality, faults);
}

export function readInstant(value: unknown, optionality: Optionality, faults: Faults): number {
  return readMoment(value, parseInstant, optionality, faults);
}

function readMoment(
  value: unknown,
  parse: (text: string) => number | undefined,
  optionality: Optionality,
  faults: Faults,
): number {
  if (typeof value !== 'string') return missingNumber(value, optionality, faults);
  return parse(value) ?? refused(faults, unknownNumber);
}

/** A step of a scale or a weekday: its position, counted from `first`. */
export function readStep(
  value: unknown,
  steps: readonly string[],
  first: number,
  optionality: Optionality,
  faults: Faults,
): number {
  if (typeof value !== 'string') return missingNumber(value, optionality, faults);
  const position = steps.indexOf(value);
  return position >= 0 ? position + first : refused(faults, unknownNumber);
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A value that is no number: absent where it may be, else refused. */
function missingNumber(value: unknown, optionality: Optionality, faults: Faults): number {
  const presence = presenceOf(value, optionality, faults);
  return presence === present ? refused(faults, unknownNumber) : absentNumber(presence);
}

/** A final term. */
export function readTerm(value: unknown, terms: Taxonomy, optionality: Optionality, faults: Faults): number {
  const term = readTermWithin(value, terms, optionality, faults);
  return term > unknownTerm && terms.ends[term] !== term + 1 ? refused(faults, unknownTerm) : term;
}

/** A term, perhaps one with others below it. */
export function readTermWithin(
  value: unknown,
  terms: Taxonomy,
  optionality: Optionality,
  faults: Faults,
): number {
  if (typeof value === 'string') return terms.numbers.get(value) ?? refused(faults, unknownTerm);
  const presence = presenceOf(value, optionality, faults);
  return presence === present ? refused(faults, unknownTerm) : absentTerm(presence);
}

export function readText(
  value: unknown,
  optionality: Optionality,
  faults: Faults,
): string | null | undefined {
  return typeof value === 'string' ? value : missingValue(value, optionality, faults);
}

export function readZone(value: unknown, optionality: Optionality, faults: Faults): ZoneFact {
  if (typeof value !== 'string') return missingValue(value, optionality, faults);
  return findZone(value) ?? refused(faults, undefined);
}

/** A duration of one unit, or of any where the field does not say. */
export function readDuration(
  value: unknown,
  unit: 'months' | 'days' | 'milliseconds' | 'working-days' | 'any',
  optionality: Optionality,
  faults: Faults,
): DurationFact {
  if (typeof value !== 'string') return missingValue(value, optionality, faults);
  const duration = findDuration(value);
  return duration !== undefined && (unit === 'any' || unit === duration.unit)
    ? duration
    : refused(faults, undefined);
}

function missingValue(value: unknown, optionality: Optionality, faults: Faults): null | undefined {
  const presence = presenceOf(value, optionality, faults);
  return presence === present ? refused(faults, undefined) : absentValue(presence);
}

/** A term, a list of terms, or `anything`. `into` is filled where there is more than nothing to keep. */
export function readScope(
  value: unknown,
  into: ScopeFact,
  terms: Taxonomy,
  optionality: Optionality,
  faults: Faults,
): ScopeFact {
  const presence = presenceOf(value, optionality, faults);
  if (presence !== present) return absentValue(presence);
  if (value === 'anything') return anything;
  const scope: Scope = into?.isEverything === false ? into : { terms: [], length: 0, isEverything: false };
  if (typeof value === 'string') {
    scope.length = 1;
    scope.terms[0] = readTermWithin(value, terms, required, faults);
    return scope;
  }
  const items = openList(value, scopeLimit, faults);
  scope.length = items.length;
  for (let index = 0; index < scope.length; index += 1) {
    scope.terms[index] = readTermWithin(items[index], terms, required, faults);
  }
  return scope;
}

const scopeLimit = 10_000;

/** Reads a list of records; those that stand in it from earlier facts are filled again. */
export function readRecords<Entry>(
  value: unknown,
  into: List<Entry>,
  options: {
    readonly limit: number;
    readonly isPartial: boolean;
    readonly create: () => Entry;
    readonly read: (value: unknown, into: Entry, faults: Faults) => Entry;
  },
  optionality: Optionality,
  faults: Faults,
): List<Entry> {
  const items = beginList(value, into, options, optionality, faults);
  for (let index = 0; index < into.length; index += 1) {
    const entry = into.entries[index] ?? options.create();
    into.entries[index] = options.read(items[index], entry, faults);
  }
  faults.depth -= 1;
  return into;
}

/** Reads a list of anything but records. */
export function readEntries<Entry>(
  value: unknown,
  into: List<Entry>,
  options: {
    readonly limit: number;
    readonly isPartial: boolean;
    readonly read: (value: unknown, faults: Faults) => Entry;
  },
  optionality: Optionality,
  faults: Faults,
): List<Entry> {
  const items = beginList(value, into, options, optionality, faults);
  for (let index = 0; index < into.length; index += 1)
    into.entries[index] = options.read(items[index], faults);
  faults.depth -= 1;
  return into;
}

function beginList<Entry>(
  value: unknown,
  into: List<Entry>,
  { limit, isPartial }: { readonly limit: number; readonly isPartial: boolean },
  optionality: Optionality,
  faults: Faults,
): ArrayLike<unknown> {
  const presence = presenceOf(value, optionality, faults);
  faults.depth += 1;
  if (faults.depth > deepestNesting) faults.found = true;
  const items = presence === present && !faults.found ? openList(value, limit, faults) : noItems;
  into.presence = presence;
  into.length = items.length;
  into.isOpen = presence === absentUnknown || (presence === present && isPartial);
  return items;
}

const noItems: ArrayLike<unknown> = Object.freeze([]);

/** Arrays and typed arrays. */
function openList(value: unknown, limit: number, faults: Faults): ArrayLike<unknown> {
  return isList(value) && value.length >= 0 && value.length <= limit ? value : refused(faults, noItems);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
