import type {
  Assumption,
  ConditionTrace,
  OwedObligation,
  ProvisionTrace,
  Question,
  Truth,
} from './decision.ts';

/**
 * What is to be done with a record, and when. Dates are last days, included. Answers are frozen, sorted and free of
 * references to the facts, so that they can be logged as they are.
 */
export interface Schedule {
  /** The type of the record. */
  readonly record: string;
  /** About keeping and erasing; `ungoverned` where no rule about either covers it. */
  readonly state: ScheduleState;
  /** Only where the state is `may-erase`, `must-erase` or `overdue`: erasing it breaks no rule. */
  readonly mayErase: boolean;
  /** A hold stands. */
  readonly onHold: boolean;
  /** The last day on which it has to be kept; null: it need not be kept, or that is not known. */
  readonly keepThrough: string | 'forever' | null;
  /** The day by which it has to be gone; null: it need not be erased, or that is not known. */
  readonly eraseBy: string | null;
  /** Two claims that cannot both be met; null: none. */
  readonly conflict: ScheduleConflict | null;
  /** What has to be answered or notified; null where no rule with a deadline covers it. */
  readonly due: Deadline | null;
  /** What has to be done with it by when, earliest first, then by action: erasing and everything else. */
  readonly actions: readonly ScheduledAction[];
  /** What has to be observed as long as the rules that say so run, sorted by name. */
  readonly obligations: readonly RunningObligation[];
  /** Every rule and exception that counts, or may count where the answer is undetermined, sorted by rule. */
  readonly reasons: readonly ScheduleReason[];
  /** One entry for each distinct claim, sorted; empty where the record has no claims. */
  readonly claims: readonly ClaimSchedule[];
  /** Where unknown facts make a difference: the answer with as much kept as may be, and with as little. Else null. */
  readonly windows: ScheduleWindows | null;
  /** The facts to ask for as paths, most useful first; empty where neither the state nor a deadline is undetermined. */
  readonly missing: readonly string[];
  readonly questions: readonly Question[];
  /** The uses of `else` without which the answer would be undetermined, sorted by fact. */
  readonly assumed: readonly Assumption[];
  /** The first later instant (RFC 3339, UTC) at which the answer could change by itself; null: never. */
  readonly validUntil: string | null;
}

/** From the one that decides where claims differ: see the language reference, "Schedules". */
export type ScheduleState =
  | 'on-hold'
  | 'must-keep'
  | 'keep-restricted'
  | 'may-erase'
  | 'must-erase'
  | 'overdue'
  | 'conflict'
  | 'ungoverned'
  | 'undetermined';

export type DueState = 'open' | 'overdue' | 'done' | 'undetermined';

export interface Deadline {
  readonly state: DueState;
  /** The last day (`YYYY-MM-DD`) or the last instant (RFC 3339, UTC); null: done, or not known. */
  readonly dueBy: string | null;
  /** The rules whose deadline that is, sorted. */
  readonly rules: readonly string[];
}

export interface ScheduleConflict {
  readonly keepThrough: string | 'forever';
  readonly eraseBy: string;
  /** The rules that say so, sorted. */
  readonly keep: readonly string[];
  readonly erase: readonly string[];
}

export interface ScheduledAction {
  /** `review` is also the review of a hold. */
  readonly action: 'erase' | 'anonymise' | 'archive' | 'review' | 'restrict';
  /** Null: not known. */
  readonly by: string | null;
  /** `waiting`: it is due, and a keep or a hold stops it. */
  readonly state: 'open' | 'due' | 'overdue' | 'waiting' | 'undetermined';
  /** The record type that stays behind. */
  readonly leaving: string | null;
  readonly rules: readonly string[];
}

export interface RunningObligation extends OwedObligation {
  /** The last day; null: as long as the rule stands. */
  readonly through: string | null;
}

export interface ScheduleReason {
  readonly rule: string;
  readonly kind: 'rule' | 'exception' | 'lift';
  readonly action: 'keep' | 'erase' | 'anonymise' | 'archive' | 'review' | 'restrict' | 'hold' | 'due';
  /** Whether it certainly counts; else it depends on unknown facts. */
  readonly certain: boolean;
  /**
   * Its own last day (of deadlines perhaps an instant), before higher authorities. `forever`: of a keep whose clock has
   * not started. Null: not known, never due, or it has none.
   */
  readonly date: string | 'forever' | null;
  /** The window, the hold or the deadline is what it is because of this. */
  readonly decisive: boolean;
  /** A higher authority, or a keep beside it, left it less than it asks for. */
  readonly cut: boolean;
  readonly title: string;
  readonly citation: string | null;
  readonly policy: string;
  readonly policyTitle: string;
  readonly authority: string;
  readonly source: string | null;
  readonly claims: readonly string[];
}

export interface ClaimSchedule {
  readonly claim: string;
  readonly state: ScheduleState;
  readonly keepThrough: string | 'forever' | null;
  readonly eraseBy: string | null;
}

export interface ScheduleWindows {
  /** Unknown keeps and holds count, unknown erasures do not. */
  readonly longest: ScheduleWindow;
  /** The other way round. */
  readonly shortest: ScheduleWindow;
}

export interface ScheduleWindow {
  readonly state: ScheduleState;
  readonly keepThrough: string | 'forever' | null;
  readonly eraseBy: string | null;
}

/** The whole trace of a schedule. */
export interface ScheduleExplanation {
  readonly schedule: Schedule;
  readonly claims: readonly ScheduleClaimTrace[];
  /** The single changes of one fact that would turn the state or the deadline's, sorted by fact, then value. */
  readonly changes: readonly ScheduleChange[];
}

export interface ScheduleClaimTrace {
  /** Null where the record has no claims. */
  readonly claim: string | null;
  readonly state: ScheduleState;
  readonly keepThrough: string | 'forever' | null;
  readonly eraseBy: string | null;
  readonly policies: readonly SchedulePolicyTrace[];
}

/** A policy that speaks about the record; rules are traced only where it may apply. */
export interface SchedulePolicyTrace {
  readonly policy: string;
  readonly title: string;
  readonly authority: string;
  readonly source: string | null;
  readonly inForce: string | null;
  readonly applies: ConditionTrace;
  readonly rules: readonly ScheduleRuleTrace[];
}

/** A rule or an exception with what was considered, and what became of the period that it states. */
export interface ScheduleRuleTrace extends ProvisionTrace {
  /** Null where it states no period of its own, or cannot count. */
  readonly item: ScheduleItemTrace | null;
  readonly exceptions: readonly ScheduleRuleTrace[];
}

export interface ScheduleItemTrace {
  readonly action: ScheduleReason['action'];
  /** Whether it counts: its policy applies, it stands, and no other exception has taken its place. */
  readonly counts: Truth;
  readonly date: string | 'forever' | null;
  /** `kept` as it is; `cut` by a higher authority or a keep beside it; `waiting`: its clock has not started. */
  readonly became: 'decisive' | 'kept' | 'cut' | 'done' | 'waiting' | 'open';
  /** The facts that its date was read from. */
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
}

export interface ScheduleChange {
  readonly fact: string;
  /** Null stands for none. */
  readonly value: string | number | boolean | null;
  readonly state: ScheduleState;
  readonly due: DueState | null;
}
