import type { FactsObject, FactsValue, Program, Subject, TestCase } from '../../logic/index.ts';

/** A case as a test states it: of an activity, or of a record that has schedules. */
export interface Case {
  readonly kind: TestCase['kind'];
  /** The name of the activity or the record. */
  readonly subject: string;
  readonly facts: FactsObject;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

/** The case of a test; a test that states no moment reads none. */
export function caseOf(test: TestCase, moment = 0): Case {
  const { kind, facts, now = moment } = test;
  return { kind, subject: test.kind === 'decision' ? test.activity : test.record, facts, now };
}

/** A case that states nothing: all that it does not say is unknown. */
export function emptyCase(kind: Case['kind'], subject: string, now: number): Case {
  return { kind, subject, facts: {}, now };
}

/** What a case is about. */
export function subjectOf(
  { kind, subject }: Pick<Case, 'kind' | 'subject'>,
  program: Program,
): Subject | undefined {
  return kind === 'decision' ? program.activities.get(subject) : program.records.get(subject);
}

/** A way into facts: keys of records and positions in lists. */
export type Steps = readonly (string | number)[];

/** What stands at a place in facts; undefined where nothing does. */
export function factAt(value: FactsValue | undefined, [step, ...rest]: Steps): FactsValue | undefined {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return factAt(isList(value) ? value[Number(step)] : value[step], rest);
}

/** The facts with another value at a place, making records and lists on the way; undefined takes it away. */
export function withFact(
  facts: FactsValue | undefined,
  [step, ...rest]: Steps,
  value: FactsValue | undefined,
): FactsValue | undefined {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = isList(facts) ? [...facts] : [];
    const entry = withFact(list[step], rest, value);
    if (entry === undefined) list.splice(step, 1);
    else list[step] = entry;
    return list;
  }
  const isRecord = typeof facts === 'object' && facts !== null && !isList(facts);
  const { [step]: before, ...others } = isRecord ? facts : {};
  const after = withFact(before, rest, value);
  return after === undefined ? others : { ...(isRecord ? facts : {}), [step]: after };
}

export function isList(value: FactsValue | undefined): value is readonly FactsValue[] {
  return Array.isArray(value);
}

export function isRecord(value: FactsValue | undefined): value is FactsObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
