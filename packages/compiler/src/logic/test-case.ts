import type { DueState, Outcome, ScheduleState } from '../runtime/index.ts';
import type { Place } from './place.ts';

/** Facts in the form in which services supply them: keys in camelCase, `null` for none, what is unknown left out. */
export type FactsValue = string | number | boolean | null | readonly FactsValue[] | FactsObject;

export interface FactsObject {
  readonly [key: string]: FactsValue;
}

/** One `test`, or one row of `scenarios`. */
export type TestCase = DecisionTest | ScheduleTest;

interface CaseParts {
  readonly title: string;
  readonly place: Place;
  /** Exact policy ids or patterns `P.*`; empty: all policies. */
  readonly under: readonly string[];
  /** Milliseconds since 1970-01-01T00:00Z; absent where the test states none and nothing reads the time. */
  readonly now?: number;
  readonly facts: FactsObject;
}

/** A case of an activity and what is expected of its decision. */
export interface DecisionTest extends CaseParts {
  readonly kind: 'decision';
  readonly activity: string;
  readonly expectations: readonly TestExpectation[];
}

/** A record and what is expected of its schedule. */
export interface ScheduleTest extends CaseParts {
  readonly kind: 'schedule';
  readonly record: string;
  readonly expectations: readonly ScheduleExpectation[];
}

/** One `expect`; parts that are absent are not checked. */
export interface TestExpectation {
  readonly place: Place;
  readonly outcome: Outcome;
  /** Ids of rules, defaults, exceptions and lifts among the reasons. */
  readonly by?: ExpectedNames;
  /** Paths in keys: `customer.timeZone`. */
  readonly missing?: ExpectedNames;
  /** Names of obligations. */
  readonly owing?: ExpectedNames;
  /** Ids of rules that advise. */
  readonly remarks?: ExpectedNames;
  /** Paths of facts for which `else` stood in. */
  readonly assumed?: ExpectedNames;
  /** The claims that the outcome comes from. */
  readonly claim?: ExpectedNames;
}

/** What is expected of a schedule; parts that are absent are not checked. */
export interface ScheduleExpectation {
  readonly place: Place;
  /** Of keeping and erasing. */
  readonly state?: ScheduleState;
  /** Of what is due. */
  readonly due?: DueState;
  /** `YYYY-MM-DD`, `forever`; null: nothing has to be kept. */
  readonly keepThrough?: string | null;
  /** `YYYY-MM-DD`; null: nothing has to be erased. */
  readonly eraseBy?: string | null;
  /** `YYYY-MM-DD`, or milliseconds since 1970-01-01T00:00Z where it is an instant; null: nothing is due. */
  readonly dueBy?: string | number | null;
  readonly mayErase?: boolean;
  /** Ids of rules, exceptions and lifts among the reasons that decided. */
  readonly by?: ExpectedNames;
  readonly missing?: ExpectedNames;
  readonly owing?: ExpectedNames;
  readonly assumed?: ExpectedNames;
  readonly claim?: ExpectedNames;
}

export interface ExpectedNames {
  /** Exactly these; otherwise these among others. An empty list that is exact means none. */
  readonly exact: boolean;
  readonly names: readonly string[];
}
