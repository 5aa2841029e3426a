import type { Field, Program, RecordType, Subject } from '../logic/index.ts';
import type { FactIssue } from '../runtime/index.ts';
import { compareText, sortedBy } from '../support/index.ts';
import type { Knowledge, RecordContent } from './knowledge.ts';
import { askFor, noneUntil, unknownFor } from './knowledge.ts';
import { unknownKeyMessage, wrongTypeMessage } from './reading-messages.ts';
import { isPlainObject, ownKeys, readOwn } from './reading-objects.ts';
import type { Reader, Spot } from './reading-values.ts';
import { deepestNesting, mostRecords, readValue, refuse } from './reading-values.ts';

/**
 * Facts from outside are judged by these rules; each fault is one issue at the path where it lies, and below a fault
 * nothing more is reported. Issues are sorted by path, then code; after a thousand of them, reading ends.
 *
 * Objects (the facts, records):
 * 1. nested deeper than 64 (the facts are the first level, each record or list inside one more): `too-deep`;
 * 2. not a plain object (a list, a Date, a Map, anything but an object): `wrong-type`;
 * 3. the millionth record and one more: `too-long`, and no record after it is read;
 * 4. each own enumerable key that is `__proto__`, `constructor` or `prototype`: `hostile-key` at that key;
 *    each other own enumerable key that no field has: `unknown-key` at that key (derived facts and claims are no
 *    fields: they are never supplied);
 * 5. each field, in any order: only an own property counts; a getter or setter is a `hostile-key`, never called;
 *    absent or `undefined` is unknown; `null` is none where the type has `or none`, else unknown;
 *    where an unknown field is neither optional nor `null` for none: `missing` (in tests: unknown).
 *
 * Values by type:
 * - boolean, number, text: by `typeof`, else `wrong-type`; NaN and infinities: `bad-number`;
 * - date, time, instant, duration, timezone, term, scale, weekday: not a text (a Date, for one): `wrong-type`; then
 *   `bad-date`, `bad-time`, `bad-instant` (RFC 3339 with offset), `bad-duration` (ISO 8601, of the measure that the
 *   field counts in), `bad-zone` (not known to the platform), `unknown-term` (also steps and weekdays);
 *   an inner term where the type is not `within`: `inner-term`;
 * - scope: `anything`, a term, or a list of terms (`too-long`, then `wrong-type` and `unknown-term` at each entry);
 * - list: `too-deep`, then not an array or typed array: `wrong-type`; more entries than the limit: `too-long`; then
 *   each entry by its type; an entry that is absent, `undefined` or `null`: `wrong-type`; a getter: `hostile-key`.
 *
 * What cannot be read because reading it throws: one `hostile-key` for the facts as a whole.
 */
export function readFacts(options: {
  readonly program: Program;
  readonly subject: Subject;
  readonly facts: unknown;
  readonly requiredFacts: 'error' | 'unknown';
}): { readonly facts: RecordContent; readonly issues: readonly FactIssue[] } {
  const { program, subject, requiredFacts } = options;
  const reader: Reader = { program, requiredFacts, issues: [], recordsLeft: mostRecords, readRecord };
  const empty: RecordContent = { type: 'record', path: '', fields: new Map() };
  try {
    const facts = readObject(reader, options.facts, subject.fields, workedOut(subject), {
      path: '',
      depth: 1,
    });
    return { facts: facts ?? empty, issues: inOrder(reader.issues) };
  } catch (error) {
    // Only objects of the host's own making throw while they are read; a broken promise of the compiler goes on.
    if (error instanceof Error && error.name === 'InvariantError') throw error;
    const message = 'These facts throw while they are read: pass plain data.';
    return { facts: empty, issues: [{ path: '', code: 'hostile-key', message }] };
  }
}

function inOrder(issues: readonly FactIssue[]): readonly FactIssue[] {
  return sortedBy(issues, ({ code }) => code).sort((left, right) => compareText(left.path, right.path));
}

/** Names of facts that are worked out from others. */
function workedOut({ derived, claim }: Subject): ReadonlySet<string> {
  const names = derived.map(({ name }) => name);
  return new Set(claim === undefined ? names : [...names, claim.name]);
}

function readRecord(reader: Reader, raw: unknown, type: RecordType, spot: Spot): RecordContent | undefined {
  return readObject(reader, raw, type.fields, new Set(), spot);
}

function readObject(
  reader: Reader,
  raw: unknown,
  fields: readonly Field[],
  derived: ReadonlySet<string>,
  spot: Spot,
): RecordContent | undefined {
  if (spot.depth > deepestNesting) {
    refuse(reader, spot.path, 'too-deep', `Facts are nested deeper than ${deepestNesting} levels here.`);
    return undefined;
  }
  if (!isPlainObject(raw)) {
    refuse(reader, spot.path, 'wrong-type', wrongTypeMessage('an object', raw));
    return undefined;
  }
  if (isExhausted(reader, spot.path)) return undefined;
  refuseForeignKeys(reader, raw, fields, derived, spot);
  const known = fields.map((field) => [field.key, readField(reader, raw, field, spot)] as const);
  return { type: 'record', path: spot.path, fields: new Map(known) };
}

/** Counts a record; the first one that is too many is an issue, and all after it are left unread. */
function isExhausted(reader: Reader, path: string): boolean {
  reader.recordsLeft -= 1;
  if (reader.recordsLeft === -1) {
    refuse(reader, path, 'too-long', `These facts hold more than ${mostRecords} records.`);
  }
  return reader.recordsLeft < 0;
}

const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function refuseForeignKeys(
  reader: Reader,
  raw: object,
  fields: readonly Field[],
  derived: ReadonlySet<string>,
  { path }: Spot,
): void {
  const keys = new Set(fields.map(({ key }) => key));
  for (const key of ownKeys(raw)) {
    if (hostileKeys.has(key)) {
      refuse(
        reader,
        pathOf(path, key),
        'hostile-key',
        `The key "${key}" could reach into JavaScript itself.`,
      );
    } else if (!keys.has(key)) {
      refuse(reader, pathOf(path, key), 'unknown-key', unknownKeyMessage(key, fields, derived));
    }
  }
}

function readField(reader: Reader, raw: object, field: Field, { path, depth }: Spot): Knowledge {
  const spot = { path: pathOf(path, field.key), depth: depth + 1, field };
  const property = readOwn(raw, field.key);
  if (property.kind === 'accessor') {
    refuse(reader, spot.path, 'hostile-key', `"${field.key}" is computed when it is read: pass plain data.`);
    return unknownFor([askFor(spot.path, field)]);
  }
  const { value } = property;
  if (value === null && field.orNone) return noneUntil();
  if (value !== undefined && value !== null) return readValue(reader, value, field.type, spot);
  if (!field.optional && reader.requiredFacts === 'error') {
    refuse(reader, spot.path, 'missing', `"${field.key}" is required.`);
  }
  return unknownFor([askFor(spot.path, field)]);
}

function pathOf(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
