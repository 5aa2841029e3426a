import type { FactColumns } from './columns.ts';
import type { Decision, Explanation } from './decision.ts';
import type { FactsError } from './errors.ts';
import type { JsonSchema } from './json-schema.ts';
import type { DateLike } from './moments.ts';
import type { StandardSchema } from './standard-schema.ts';

/** When a decision is asked for: a valid `Date`, or RFC 3339. */
export interface DecideOptions {
  readonly now: DateLike | string;
}

export interface PermitsOptions extends DecideOptions {
  /** The obligations that the caller sees to. */
  readonly fulfils?: readonly string[];
}

export interface ExplainOptions extends DecideOptions {
  /** Whether to look for single changes that would turn the outcome. */
  readonly changes?: boolean;
}

declare const validated: unique symbol;

/** Facts that the schema of an activity has accepted. */
export type ValidFacts<Name extends string, Facts> = Facts & { readonly [validated]: Name };

/** What can be asked about an activity. */
export interface Activity<Name extends string, Facts> {
  /** Decides, with reasons. Throws a `FactsError` where the facts or the moment are not as they have to be. */
  decide(facts: Facts, options: DecideOptions): Decision;
  /**
   * Whether `decide` answers permitted and the caller fulfils every obligation; false for facts that `decide` refuses.
   * Never throws.
   */
  permits(facts: Facts, options: PermitsOptions): boolean;
  /**
   * Decides about many facts, each as `decide` does: answers stand in the order of the facts. Facts that `decide` would
   * refuse get the `FactsError` that it would throw in place of an answer. Throws only where the moment is not valid.
   */
  decideMany(facts: readonly Facts[], options: DecideOptions): readonly (Decision | FactsError)[];
  /**
   * What `permits` says of many facts, in their order: 1 where it permits, else 0, also for facts that `decide` refuses.
   * Never throws.
   */
  permitsMany(facts: readonly Facts[], options: PermitsOptions): Uint8Array;
  /** The same over columns of numbers: facts are checked and encoded once, and asked about as often as wanted. */
  readonly columns: {
    /** Facts that `decide` refuses take part as rows that permit nothing. */
    encode(facts: readonly Facts[]): FactColumns<Name>;
    /** As `permitsMany`. */
    permits(columns: FactColumns<Name>, options: PermitsOptions): Uint8Array;
  };
  /** Decides and tells how. Throws a `FactsError` as `decide` does. */
  explain(facts: Facts, options: ExplainOptions): Explanation;
  /** Standard Schema for the facts. */
  readonly schema: StandardSchema<Facts, ValidFacts<Name, Facts>>;
  /** JSON Schema (2020-12) for the facts. */
  readonly jsonSchema: JsonSchema;
  /** The same for facts that `schema` has accepted, which are not checked again. */
  readonly trusted: {
    decide(facts: ValidFacts<Name, Facts>, options: DecideOptions): Decision;
    permits(facts: ValidFacts<Name, Facts>, options: PermitsOptions): boolean;
    decideMany(
      facts: readonly ValidFacts<Name, Facts>[],
      options: DecideOptions,
    ): readonly (Decision | FactsError)[];
    permitsMany(facts: readonly ValidFacts<Name, Facts>[], options: PermitsOptions): Uint8Array;
  };
}
