/**
 * What an evaluator answers. Only `permitted` allows; each other outcome says why not and what to do about it.
 * Answers are frozen, sorted and free of references to the facts, so that they can be logged as they are.
 */
export type Decision = Permitted | Forbidden | Undetermined | Ungoverned;

export type Outcome = Decision['outcome'];

/** What every answer has. */
export interface AnswerParts {
  readonly activity: string;
  /**
   * Forbidden: all prohibitions that stand. Permitted: the defaults, permits and mandates that allowed, with the
   * exceptions and lifts that set a prohibition aside. Otherwise empty. Sorted by rule.
   */
  readonly reasons: readonly Reason[];
  /** One entry for each distinct claim, sorted; empty where the activity has no claims. */
  readonly claims: readonly ClaimOutcome[];
  /** The uses of `else` without which the answer would be undetermined, sorted by fact. */
  readonly assumed: readonly Assumption[];
  /** From rules that advise; they change nothing else. Sorted by rule. */
  readonly remarks: readonly Remark[];
  /** The first later instant (RFC 3339, UTC) at which the answer could change by itself; null: never. */
  readonly validUntil: string | null;
}

/** At least one regime allows it and nobody forbids it. */
export interface Permitted extends AnswerParts {
  readonly outcome: 'permitted';
  /** What has to be done when it is done, sorted by name. */
  readonly obligations: readonly OwedObligation[];
}

/** Somebody forbids it. */
export interface Forbidden extends AnswerParts {
  readonly outcome: 'forbidden';
  /** What a refusal itself asks for (`require on refusal`), sorted by name. */
  readonly obligations: readonly OwedObligation[];
}

/** It depends on facts that are not known: ask for them. */
export interface Undetermined extends AnswerParts {
  readonly outcome: 'undetermined';
  /** The facts to ask for as paths (`customer.consents[2].recordedAt`), most useful first. */
  readonly missing: readonly string[];
  /** The same facts, each with its title and the rules that ask for it. */
  readonly questions: readonly Question[];
}

/** No regime covers it; silence never permits. */
export interface Ungoverned extends AnswerParts {
  readonly outcome: 'ungoverned';
}

export interface Reason {
  /** The id: `uk.pecr.electronic-mail` */
  readonly rule: string;
  readonly kind: 'rule' | 'default' | 'exception' | 'lift';
  readonly effect: 'permit' | 'forbid' | 'mandate' | 'except';
  readonly title: string;
  /** The citations of the provision, joined by "; ". */
  readonly citation: string | null;
  readonly policy: string;
  readonly policyTitle: string;
  readonly authority: string;
  /** The sources of the policy, joined by "; ". */
  readonly source: string | null;
  /** The claims under which it counts, sorted; empty where the activity has no claims. `unknown` is one of them. */
  readonly claims: readonly string[];
}

export interface ClaimOutcome {
  /** The term that was supplied, or `unknown`. */
  readonly claim: string;
  readonly outcome: Outcome;
}

export interface Assumption {
  /** The fact that is absent. */
  readonly fact: string;
  /** What stood in for it, as it would be supplied. */
  readonly value: string | number | boolean;
  /** The rules in which it mattered, sorted. */
  readonly rules: readonly string[];
}

export interface Remark {
  readonly rule: string;
  readonly title: string;
  readonly citation: string | null;
  readonly claims: readonly string[];
}

export interface OwedObligation {
  readonly obligation: string;
  readonly title: string;
  /** Durations as ISO 8601, dates and terms as in facts. */
  readonly arguments: Readonly<Record<string, string | number | boolean>>;
  /** Who asks for it, sorted. */
  readonly rules: readonly string[];
}

export interface Question {
  readonly fact: string;
  readonly title: string;
  readonly rules: readonly string[];
}

/** The whole trace of a decision. */
export interface Explanation {
  readonly decision: Decision;
  readonly claims: readonly ClaimTrace[];
  /** The single changes of one fact that would turn the outcome, sorted by fact, then value. */
  readonly changes: readonly Change[];
}

export interface ClaimTrace {
  /** Null where the activity has no claims. */
  readonly claim: string | null;
  readonly outcome: Outcome;
  readonly policies: readonly PolicyTrace[];
}

export type Truth = 'true' | 'false' | 'unknown';

/** A policy that speaks about the activity; rules are traced only where it may apply. */
export interface PolicyTrace {
  readonly policy: string;
  readonly title: string;
  readonly authority: string;
  readonly source: string | null;
  readonly inForce: string | null;
  readonly applies: ConditionTrace;
  readonly forbids: Truth;
  readonly permits: Truth;
  readonly mandates: Truth;
  readonly rules: readonly ProvisionTrace[];
}

/** A rule, default, exception or lift with what was considered. */
export interface ProvisionTrace {
  readonly rule: string;
  readonly kind: 'rule' | 'default' | 'exception' | 'unless' | 'lift';
  readonly effect: string;
  readonly title: string;
  readonly citation: string | null;
  readonly inForce: string | null;
  /** Whether it stands: its condition, and no exception standing. */
  readonly stands: Truth;
  /** A mandate of a higher authority sets this prohibition aside. */
  readonly setAsideBy: readonly string[];
  readonly condition: ConditionTrace;
  readonly exceptions: readonly ProvisionTrace[];
}

/** A condition as the author wrote it, with its value and the facts it read. */
export interface ConditionTrace {
  readonly text: string;
  readonly value: Truth;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The facts read by a condition that has no parts. */
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  readonly parts: readonly ConditionTrace[];
}

export interface Change {
  readonly fact: string;
  /** Null stands for none. */
  readonly value: string | number | boolean | null;
  readonly outcome: Outcome;
}

/** Something wrong with facts from outside. */
export interface FactIssue {
  /** `customer.consents[2].recordedAt`; empty for the facts as a whole. */
  readonly path: string;
  readonly code:
    | 'missing'
    | 'unknown-key'
    | 'wrong-type'
    | 'unknown-term'
    | 'inner-term'
    | 'bad-date'
    | 'bad-time'
    | 'bad-instant'
    | 'bad-duration'
    | 'bad-zone'
    | 'bad-number'
    | 'too-long'
    | 'too-deep'
    | 'hostile-key';
  readonly message: string;
}
