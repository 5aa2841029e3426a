import { findZone } from './clock.ts';
import { parseDate, parseInstant, parseTime } from './dates.ts';
import type { FactIssue } from './decision.ts';
import { findDuration } from './durations.ts';
import {
  badTextMessage,
  innerTermMessage,
  unknownKeyMessage,
  unknownNameMessage,
  unknownTermMessage,
  wrongTypeMessage,
} from './issue-messages.ts';
import { deepestNesting, mostRecords, weekdays } from './reading.ts';
import type { FieldSchema, RecordSchema, TypeSchema } from './schema.ts';
import { compareText } from './texts.ts';

/**
 * Tells what is wrong with facts that were refused. It reads them again, so that what it finds is for people alone:
 * nothing is ever decided by facts that were read twice.
 */
export function findIssues(
  value: unknown,
  schema: RecordSchema,
  derived: ReadonlySet<string>,
): readonly FactIssue[] {
  const finder: Finder = { issues: [], recordsLeft: mostRecords, derived };
  try {
    findInObject(finder, value, schema, { path: '', depth: 1 });
  } catch {
    return [
      { path: '', code: 'hostile-key', message: 'These facts throw while they are read: pass plain data.' },
    ];
  }
  if (finder.issues.length === 0) {
    return [
      { path: '', code: 'hostile-key', message: 'These facts change while they are read: pass plain data.' },
    ];
  }
  return finder.issues.sort(
    (left, right) => compareText(left.path, right.path) || compareText(left.code, right.code),
  );
}

interface Finder {
  readonly issues: FactIssue[];
  /** How many records may still be read. */
  recordsLeft: number;
  /** Facts that are worked out from others. */
  readonly derived: ReadonlySet<string>;
}

interface Spot {
  readonly path: string;
  readonly depth: number;
}

/** After the thousandth, no record is read any more: whoever sends such facts has enough to mend. */
const mostIssues = 1000;

function refuse(finder: Finder, path: string, code: FactIssue['code'], message: string): void {
  if (finder.issues.length < mostIssues) finder.issues.push({ path, code, message });
  else finder.recordsLeft = Math.min(finder.recordsLeft, -1);
}

const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function findInObject(finder: Finder, value: unknown, schema: RecordSchema, { path, depth }: Spot): void {
  if (depth > deepestNesting) {
    refuseDepth(finder, path);
    return;
  }
  if (!isPlainObject(value)) {
    refuse(finder, path, 'wrong-type', wrongTypeMessage('an object', value));
    return;
  }
  if (isExhausted(finder, path)) return;
  const keys = new Set(schema.fields.map(({ key }) => key));
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (hostileKeys.has(key)) {
      refuse(finder, at, 'hostile-key', `The key "${key}" could reach into JavaScript itself.`);
    } else if (!keys.has(key)) {
      const derived = path === '' ? finder.derived : noNames;
      refuse(finder, at, 'unknown-key', unknownKeyMessage(key, schema, derived));
    }
  }
  for (const field of schema.fields) findInField(finder, value, field, { path, depth });
}

/** Counts a record; the first one that is too many is an issue, and all after it are left unread. */
function isExhausted(finder: Finder, path: string): boolean {
  finder.recordsLeft -= 1;
  if (finder.recordsLeft === -1) {
    refuse(finder, path, 'too-long', `These facts hold more than ${mostRecords} records.`);
  }
  return finder.recordsLeft < 0;
}

const noNames: ReadonlySet<string> = new Set();

function refuseDepth(finder: Finder, path: string): void {
  refuse(finder, path, 'too-deep', `Facts are nested deeper than ${deepestNesting} levels here.`);
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.prototype.toString.call(value) === '[object Object]'
  );
}

function findInField(finder: Finder, owner: object, field: FieldSchema, { path, depth }: Spot): void {
  const at = path === '' ? field.key : `${path}.${field.key}`;
  if (isComputed(owner, field.key)) {
    refuse(finder, at, 'hostile-key', `"${field.key}" is computed when it is read: pass plain data.`);
    return;
  }
  const value = ownValue(owner, field.key);
  if (value === null && field.orNone) return;
  if (value !== undefined && value !== null)
    findInValue(finder, value, field.type, { path: at, depth: depth + 1 });
  else if (!field.optional) refuse(finder, at, 'missing', `"${field.key}" is required.`);
}

function isComputed(owner: object, key: string | number): boolean {
  const property = Object.getOwnPropertyDescriptor(owner, key);
  return property !== undefined && (property.get !== undefined || property.set !== undefined);
}

function ownValue(owner: object, key: string | number): unknown {
  // Own properties of an object can be read; what they hold is judged.
  return Object.hasOwn(owner, key) ? (owner as Readonly<Record<string | number, unknown>>)[key] : undefined;
}

function findInValue(finder: Finder, value: unknown, type: TypeSchema, spot: Spot): void {
  switch (type.kind) {
    case 'boolean':
      if (typeof value !== 'boolean') refuseType(finder, spot, 'yes or no (a boolean)', value);
      break;
    case 'number':
      if (typeof value !== 'number') refuseType(finder, spot, 'a number', value);
      else if (!Number.isFinite(value)) {
        refuse(finder, spot.path, 'bad-number', `${value} is not a number that can be compared.`);
      }
      break;
    case 'record':
      findInObject(finder, value, type.schema(), spot);
      break;
    case 'list':
      findInList(finder, value, type, spot);
      break;
    case 'scope':
      findInScope(finder, value, type, spot);
      break;
    default:
      if (typeof value === 'string') findInWord(finder, value, type, spot);
      else refuseType(finder, spot, 'a text', value);
  }
}

function refuseType(finder: Finder, { path }: Spot, wanted: string, value: unknown): void {
  refuse(finder, path, 'wrong-type', wrongTypeMessage(wanted, value));
}

type WordType = Exclude<TypeSchema, { kind: 'boolean' | 'number' | 'record' | 'list' | 'scope' }>;

function findInWord(finder: Finder, text: string, type: WordType, { path }: Spot): void {
  const bad = (code: FactIssue['code'], what: string, example: string): void =>
    refuse(finder, path, code, badTextMessage(what, text, example));
  switch (type.kind) {
    case 'text':
      break;
    case 'date':
      if (parseDate(text) === undefined) bad('bad-date', 'a date', '2026-08-11');
      break;
    case 'time':
      if (parseTime(text) === undefined) bad('bad-time', 'a time of day', '08:00');
      break;
    case 'instant':
      if (parseInstant(text) === undefined) bad('bad-instant', 'an instant', '2026-03-02T12:00:00Z');
      break;
    case 'timezone':
      if (findZone(text) === undefined) bad('bad-zone', 'a time zone', 'Europe/Berlin');
      break;
    case 'duration': {
      const unit = findDuration(text)?.unit;
      if (unit === undefined || (type.unit !== 'any' && type.unit !== unit))
        bad('bad-duration', ...durationWords(type.unit));
      break;
    }
    case 'term':
    case 'scale':
    case 'weekday':
      findInName(finder, text, type, path);
  }
}

function durationWords(unit: string): [what: string, example: string] {
  if (unit === 'milliseconds') return ['a duration in hours or shorter', 'PT72H'];
  return [`a duration${unit === 'any' ? '' : ` in ${unit}`}`, unit === 'days' ? 'P30D' : 'P6Y'];
}

function findInName(
  finder: Finder,
  text: string,
  type: Extract<TypeSchema, { kind: 'term' | 'scale' }> | { readonly kind: string },
  path: string,
): void {
  if ('terms' in type) {
    const term = type.terms.numbers.get(text);
    if (term === undefined) refuse(finder, path, 'unknown-term', unknownTermMessage(type.terms, text));
    else if (!type.within && type.terms.ends[term] !== term + 1) {
      refuse(finder, path, 'inner-term', innerTermMessage(type.terms, text));
    }
    return;
  }
  const [what, names] = 'steps' in type ? [`step of ${type.name}`, type.steps] : ['weekday', weekdays];
  if (!names.includes(text)) refuse(finder, path, 'unknown-term', unknownNameMessage(what, text, names));
}

function findInList(
  finder: Finder,
  value: unknown,
  type: Extract<TypeSchema, { kind: 'list' }>,
  spot: Spot,
): void {
  if (spot.depth > deepestNesting) {
    refuseDepth(finder, spot.path);
    return;
  }
  const items = itemsOf(finder, value, type.limit, spot, 'a list');
  for (let index = 0; index < items.length; index += 1) {
    const at = { path: `${spot.path}[${index}]`, depth: spot.depth + 1 };
    if (isComputed(items, index)) refuseComputed(finder, at.path);
    else findInValue(finder, items[index], type.element, at);
  }
}

function refuseComputed(finder: Finder, path: string): void {
  refuse(finder, path, 'hostile-key', 'This entry is computed when it is read: pass plain data.');
}

const scopeLimit = 10_000;

function findInScope(
  finder: Finder,
  value: unknown,
  { terms }: Extract<TypeSchema, { kind: 'scope' }>,
  spot: Spot,
): void {
  if (value === 'anything') return;
  const type = { kind: 'term', terms, within: true } as const;
  if (typeof value === 'string') {
    findInName(finder, value, type, spot.path);
    return;
  }
  const items = itemsOf(finder, value, scopeLimit, spot, 'a term, a list of terms, or "anything"');
  for (let index = 0; index < items.length; index += 1) {
    const at = { path: `${spot.path}[${index}]`, depth: spot.depth };
    const item: unknown = isComputed(items, index) ? undefined : items[index];
    if (isComputed(items, index)) refuseComputed(finder, at.path);
    else if (typeof item === 'string') findInName(finder, item, type, at.path);
    else refuseType(finder, at, 'a term', item);
  }
}

const noItems: ArrayLike<unknown> & object = [];

function itemsOf(
  finder: Finder,
  value: unknown,
  limit: number,
  spot: Spot,
  wanted: string,
): ArrayLike<unknown> & object {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
  if (!isList) {
    refuseType(finder, spot, wanted, value);
    return noItems;
  }
  // Arrays and typed arrays have a length and entries by position.
  const items = value as unknown as ArrayLike<unknown> & object;
  if (items.length <= limit) return items;
  const message = `This list has ${items.length} entries; at most ${limit} are accepted.`;
  refuse(finder, spot.path, 'too-long', message);
  return noItems;
}
