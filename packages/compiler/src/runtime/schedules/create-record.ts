import type { DecideOptions, ExplainOptions, ValidFacts } from '../activity.ts';
import type { Candidates } from '../changes.ts';
import { changesThatTurn } from '../changes.ts';
import type { Claims } from '../claims.ts';
import { clearClaims, closeClaims } from '../claims.ts';
import { copyFacts } from '../copying.ts';
import type { FactIssue } from '../decision.ts';
import { createDispatch } from '../dispatch.ts';
import { FactsError } from '../errors.ts';
import { freeze, freezeAll } from '../freezing.ts';
import type { JsonSchema } from '../json-schema.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import type { Case, PartEntry } from '../policies.ts';
import { completeParts } from '../policies.ts';
import type { Faults } from '../reading.ts';
import type { ValueNode } from '../reasoning/nodes.ts';
import type { Schedule, ScheduleChange, ScheduleExplanation } from '../schedule.ts';
import type { SubjectEntry } from '../subjects.ts';
import { encodedIn, instantIn, issuesOf, readSubject, schemaOf } from '../subjects.ts';
import type { Taxonomy } from '../terms.ts';
import { unknownTerm } from '../terms.ts';
import type { ScheduledRecord } from './record.ts';
import { createRecall } from './remembered.ts';
import type { Schedulable } from './scheduling.ts';
import { scheduleCase } from './scheduling.ts';
import { traceSchedule } from './tracing.ts';

/** A type of records as it is compiled; `Encoded` is a record in memory. */
export interface RecordEntry<Encoded extends object> extends SubjectEntry<Encoded> {
  readonly name: string;
  readonly parts: readonly PartEntry<Case<Encoded>>[];
  readonly claim?: {
    readonly terms: Taxonomy;
    readonly add: (facts: Encoded, claims: Claims) => void;
    readonly operands: readonly ValueNode[];
  };
  readonly candidates: () => readonly Candidates[];
}

/** Makes the schedules of a type of records out of its compiled parts. */
export function record<Name extends string, Facts, Encoded extends object>(
  entry: RecordEntry<Encoded> & { readonly name: Name },
): ScheduledRecord<Name, Facts> {
  const compiled = compile(entry);
  const key = Symbol('encoded record');
  const one = (facts: unknown, now: number): Schedule =>
    withScratch(compiled, (scratch) => {
      if (!readSubject(entry, facts, scratch.facts, scratch.faults)) {
        throw new FactsError(issuesOf(entry, facts));
      }
      return answer(compiled, scratch, scratch.facts, now);
    });
  const trusted = (facts: object, now: number): Schedule => {
    const encoded = encodedIn<Encoded>(facts, key);
    if (encoded === undefined) return one(facts, now);
    return withScratch(compiled, (scratch) => answer(compiled, scratch, encoded, now));
  };
  let jsonSchema: JsonSchema | undefined;
  return freeze({
    schedule: (facts: unknown, options: DecideOptions) => one(facts, instantIn(options)),
    scheduleMany: (list: readonly unknown[], options: DecideOptions) => many(list, options, one),
    explain: (facts: unknown, options: ExplainOptions) => explainRecord(compiled, facts, options),
    schema: schemaOf<ValidFacts<Name, Facts>, Facts, Encoded>(entry, key),
    get jsonSchema() {
      jsonSchema ??= freezeAll(jsonSchemaOf(entry.schema));
      return jsonSchema;
    },
    trusted: freeze({
      schedule: (facts: object, options: DecideOptions) => trusted(facts, instantIn(options)),
      scheduleMany: (list: readonly object[], options: DecideOptions) => many(list, options, trusted),
    }),
  });
}

interface Compiled<Encoded extends object> extends Schedulable<Encoded> {
  readonly entry: RecordEntry<Encoded>;
  /** What calls fill again and again; taken away while one is under way, so that calls within calls have their own. */
  idle: Scratch<Encoded> | undefined;
}

interface Scratch<Encoded> {
  readonly facts: Encoded;
  readonly asked: Case<Encoded>;
  readonly claims: Claims;
  readonly faults: Faults;
}

function compile<Encoded extends object>(entry: RecordEntry<Encoded>): Compiled<Encoded> {
  const { name, schema, claim } = entry;
  const parts = completeParts(entry.parts);
  const zones = [...new Set(parts.map(({ policy }) => policy.zone))];
  return {
    name,
    entry,
    parts,
    schema,
    claim,
    dispatch: createDispatch(parts, claim?.terms),
    isReviewed: parts.some((part) => part.isReviewed),
    recall: createRecall(zones),
    idle: undefined,
  };
}

function withScratch<Encoded extends object, Result>(
  compiled: Compiled<Encoded>,
  use: (scratch: Scratch<Encoded>) => Result,
): Result {
  const scratch = compiled.idle ?? createScratch(compiled);
  compiled.idle = undefined;
  try {
    return use(scratch);
  } finally {
    compiled.idle = scratch;
  }
}

function createScratch<Encoded extends object>({ entry }: Compiled<Encoded>): Scratch<Encoded> {
  const facts = entry.create();
  return {
    facts,
    asked: { facts, now: 0, claim: unknownTerm },
    claims: { terms: [], length: 0, hasUnknown: false },
    faults: { found: false, depth: 0, records: 0 },
  };
}

function answer<Encoded extends object>(
  compiled: Compiled<Encoded>,
  { asked, claims }: Scratch<Encoded>,
  facts: Encoded,
  now: number,
): Schedule {
  asked.facts = facts;
  asked.now = now;
  const { claim } = compiled.entry;
  if (claim === undefined) return scheduleCase(compiled, asked, undefined);
  clearClaims(claims);
  claim.add(facts, claims);
  closeClaims(claims);
  return scheduleCase(compiled, asked, claims);
}

/** Facts are copied first: single changes are tried on what was asked, whatever becomes of the original. */
function explainRecord<Encoded extends object>(
  compiled: Compiled<Encoded>,
  facts: unknown,
  options: ExplainOptions,
): ScheduleExplanation {
  const now = instantIn(options);
  const { entry, schema } = compiled;
  return withScratch(compiled, (scratch) => {
    const read = (from: unknown): boolean => readSubject(entry, from, scratch.facts, scratch.faults);
    if (!read(facts)) throw new FactsError(issuesOf(entry, facts));
    const plain = copyFacts(facts, schema);
    const schedule = answer(compiled, scratch, scratch.facts, now);
    const claims = traceSchedule(compiled, scratch.asked);
    if (options.changes !== true) return freeze({ schedule, claims, changes: freeze([]) });
    const changes = changesThatTurn(plain, entry.candidates(), (changed) =>
      read(changed) ? turnedFrom(schedule, answer(compiled, scratch, scratch.facts, now)) : undefined,
    );
    return freeze({ schedule, claims, changes });
  });
}

/** The state of the record, or that of its deadline, where it is another one. */
function turnedFrom(before: Schedule, after: Schedule): Pick<ScheduleChange, 'state' | 'due'> | undefined {
  const due = after.due?.state ?? null;
  const isSame = after.state === before.state && due === (before.due?.state ?? null);
  return isSame ? undefined : { state: after.state, due };
}

/** One schedule for each record, in their order; what is wrong with one is told with its position. */
function many<Facts>(
  list: readonly Facts[],
  options: DecideOptions,
  schedule: (facts: Facts, now: number) => Schedule,
): readonly Schedule[] {
  const now = instantIn(options);
  return freeze(
    Array.from(list, (facts, index) => {
      try {
        return schedule(facts, now);
      } catch (error) {
        if (!(error instanceof FactsError)) throw error;
        throw new FactsError(error.issues.map((issue) => atPosition(issue, index)));
      }
    }),
  );
}

function atPosition(issue: FactIssue, index: number): FactIssue {
  return { ...issue, path: `[${index}]${issue.path === '' ? '' : `.${issue.path}`}` };
}
