import type { Outcome } from '../runtime/index.ts';
import type { Place } from './place.ts';

/** Facts in the form in which services supply them: keys in camelCase, `null` for none, what is unknown left out. */
export type FactsValue = string | number | boolean | null | readonly FactsValue[] | FactsObject;

export interface FactsObject {
  readonly [key: string]: FactsValue;
}

/** One `test`: a case and what is expected of it. */
export interface TestCase {
  readonly title: string;
  readonly place: Place;
  /** Exact policy ids or patterns `P.*`; empty: all policies. */
  readonly under: readonly string[];
  /** Milliseconds since 1970-01-01T00:00Z; absent where the test states none and nothing reads the time. */
  readonly now?: number;
  readonly activity: string;
  readonly facts: FactsObject;
  readonly expectations: readonly TestExpectation[];
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

export interface ExpectedNames {
  /** Exactly these; otherwise these among others. An empty list that is exact means none. */
  readonly exact: boolean;
  readonly names: readonly string[];
}
