import type { DecideOptions, ExplainOptions, ValidFacts } from '../activity.ts';
import type { JsonSchema } from '../json-schema.ts';
import type { Schedule, ScheduleExplanation } from '../schedule.ts';
import type { StandardSchema } from '../standard-schema.ts';

/** What can be asked about the records of one type. */
export interface ScheduledRecord<Name extends string, Facts> {
  /**
   * What is to be done with a record, and when, with reasons. Throws a `FactsError` where the record or the moment is
   * not as it has to be.
   */
  schedule(facts: Facts, options: DecideOptions): Schedule;
  /** The same for many records, in their order. Paths of a `FactsError` begin with the position: `[3].issuedOn`. */
  scheduleMany(list: readonly Facts[], options: DecideOptions): readonly Schedule[];
  /** The same with everything that was considered. Slower: for people, and not for every call. */
  explain(facts: Facts, options: ExplainOptions): ScheduleExplanation;
  /** Standard Schema for the record. */
  readonly schema: StandardSchema<Facts, ValidFacts<Name, Facts>>;
  /** JSON Schema (2020-12) for the record. */
  readonly jsonSchema: JsonSchema;
  /** The same for records that `schema` has accepted, which are not checked again. */
  readonly trusted: {
    schedule(facts: ValidFacts<Name, Facts>, options: DecideOptions): Schedule;
    scheduleMany(list: readonly ValidFacts<Name, Facts>[], options: DecideOptions): readonly Schedule[];
  };
}
