import type { DecideOptions } from './activity.ts';
import { copyFacts } from './copying.ts';
import type { FactIssue } from './decision.ts';
import { FactsError } from './errors.ts';
import { freeze } from './freezing.ts';
import { findIssues } from './issues.ts';
import { readNow } from './moments.ts';
import type { Faults } from './reading.ts';
import type { RecordSchema } from './schema.ts';
import type { SchemaResult, StandardSchema } from './standard-schema.ts';
import { pathSegments } from './standard-schema.ts';

/** The facts that are asked about: those of an activity, or a record. `Encoded` is how they stand in memory. */
export interface SubjectEntry<Encoded extends object> {
  readonly schema: RecordSchema;
  /** Keys that are worked out from facts and never supplied. */
  readonly derived: readonly string[];
  readonly create: () => Encoded;
  readonly read: (value: unknown, into: Encoded, faults: Faults) => Encoded;
}

/** Reads facts into their encoded form; false where they are not as they have to be. */
export function readSubject<Encoded extends object>(
  entry: SubjectEntry<Encoded>,
  facts: unknown,
  into: Encoded,
  faults: Faults,
): boolean {
  faults.found = false;
  faults.depth = 0;
  faults.records = 0;
  try {
    entry.read(facts, into, faults);
  } catch {
    return false;
  }
  return !faults.found;
}

/** What is wrong with facts that could not be read. */
export function issuesOf<Encoded extends object>(
  { schema, derived }: SubjectEntry<Encoded>,
  facts: unknown,
): readonly FactIssue[] {
  return findIssues(facts, schema, new Set(derived));
}

/** The moment that is asked about. */
export function instantIn(options: DecideOptions | undefined): number {
  const instant = readNow(options?.now);
  if (instant !== undefined) return instant;
  throw new FactsError([{ path: 'now', code: 'bad-instant', message: 'The moment is not a valid instant.' }]);
}

/** Accepted facts are a frozen copy that carries its encoded form under a key that only this subject has. */
export function schemaOf<Valid, Facts, Encoded extends object>(
  entry: SubjectEntry<Encoded>,
  key: symbol,
): StandardSchema<Facts, Valid> {
  const validate = (value: unknown): SchemaResult<Valid> => {
    const encoded = entry.create();
    const faults: Faults = { found: false, depth: 0, records: 0 };
    try {
      const isValid = readSubject(entry, value, entry.create(), faults);
      const copy = isValid ? copyFacts(value, entry.schema) : undefined;
      const isSame = readSubject(entry, copy, encoded, faults);
      if (isSame && typeof copy === 'object' && copy !== null) return { value: sealed(copy, key, encoded) };
    } catch {
      // What throws while it is read is told below.
    }
    const issues = issuesOf(entry, value);
    return { issues: issues.map(({ message, path }) => ({ message, path: pathSegments(path) })) };
  };
  return freeze({ '~standard': freeze({ version: 1 as const, vendor: 'privacy-lang', validate }) });
}

function sealed<Valid>(copy: object, key: symbol, encoded: object): Valid {
  // What is asked for first stands first in memory; being hidden, it does not stick to copies that were changed.
  const value = Object.assign(Object.defineProperty({}, key, { value: encoded }), copy);
  // It holds exactly the facts that were accepted.
  return Object.freeze(value) as Valid;
}

/** The encoded form of facts that the schema has accepted. */
export function encodedIn<Encoded>(facts: object, key: symbol): Encoded | undefined {
  // Only `sealed` puts something under this key.
  return (facts as Readonly<Record<symbol, Encoded | undefined>>)[key];
}
