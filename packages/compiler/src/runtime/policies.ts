import type { Zone } from './clock.ts';
import type { Limit } from './limits.ts';
import type { Condition } from './readings.ts';
import type { ConditionNode } from './reasoning/conditions.ts';
import type { ScheduleAction, ScheduleTerms } from './schedules/terms.ts';

/** What is asked: the facts, now (milliseconds since 1970-01-01T00:00Z), and the claim that is being decided. */
export interface Case<Facts> {
  facts: Facts;
  now: number;
  /** A term; unused where the activity has no claims. */
  claim: number;
}

/** What answers say about a policy. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  /** From 0, the highest authority. */
  readonly rank: number;
  /** Law, or what is as binding. */
  readonly isBinding: boolean;
  readonly source?: string;
  readonly inForce?: string;
  readonly zone: Zone;
}

export interface Obligation {
  readonly name: string;
  readonly title: string;
  /** Where it is not known whether it is owed, it is. */
  readonly isPrecautionary: boolean;
}

export interface ObligationUse {
  readonly of: Obligation;
  readonly arguments?: Readonly<Record<string, string | number | boolean>>;
}

type Kind = 'rule' | 'default' | 'exception' | 'unless' | 'lift';
type Effect =
  | 'permit'
  | 'forbid'
  | 'require'
  | 'require-on-refusal'
  | 'mandate'
  | 'advise'
  | 'except'
  | ScheduleAction
  | 'absolute erase';

/**
 * How the situation settles whether a rule stands: where `by` is false it does not; where `by` holds it stands, if a
 * number is named exactly where that is beyond its limit.
 */
export interface Settled<Asked> {
  readonly by: Condition<Asked>;
  readonly limit?: Limit;
}

/** A rule, default, exception or lift as policies write it: what is left out goes without saying. */
export interface ProvisionEntry<Asked> {
  readonly id: string;
  readonly kind: Kind;
  readonly effect?: Effect;
  readonly title?: string;
  readonly citation?: string;
  readonly inForce?: string;
  /** The policy that lifts, for a lift and what stands in it. */
  readonly lifter?: Policy;
  /** `binds`: it says what its rule says. `frees`: it takes the rule away. */
  readonly role?: 'binds' | 'frees';
  /** In force and `when`; left out where nothing else keeps it from standing. */
  readonly condition?: Condition<Asked>;
  /** Its condition, and no exception standing against it; left out where it is written in the rule itself. */
  readonly stands?: Condition<Asked>;
  /** It stands, and nothing that says what is owed instead has taken its place. */
  readonly prevails?: Condition<Asked>;
  /** The terms of its policy's selector for which alone it can stand, each with what lies below it. */
  readonly reachedFor?: readonly string[];
  /** Where its condition can hold, as far as its policy's selector and the situation tell. */
  readonly reach?: Condition<Asked>;
  readonly settled?: Settled<Asked>;
  readonly exceptions?: readonly ProvisionEntry<Asked>[];
  readonly obligations?: readonly ObligationUse[];
  /** What it says about records. */
  readonly terms?: ScheduleTerms<Asked>;
  /** Its condition as the author wrote it. */
  readonly because: () => ConditionNode<Asked>;
}

export interface Provision<Asked> {
  /** Unique in its activity. */
  readonly number: number;
  readonly id: string;
  readonly kind: Kind;
  readonly effect: Effect;
  readonly title: string;
  readonly citation: string | null;
  readonly inForce: string | null;
  /** The policy that speaks: its own, or the one that lifts. */
  readonly policy: Policy;
  readonly role: 'binds' | 'frees';
  readonly condition: Condition<Asked>;
  readonly stands: Condition<Asked>;
  readonly prevails: Condition<Asked>;
  readonly reachedFor: readonly string[] | undefined;
  readonly reach: Condition<Asked> | undefined;
  readonly settled: Settled<Asked> | undefined;
  readonly exceptions: readonly Provision<Asked>[];
  readonly obligations: readonly ObligationUse[];
  /** It or something in it carries an obligation. */
  readonly owes: boolean;
  /** It requires something that is not owed as a precaution: it has to be known whether it stands. */
  readonly mustBeClear: boolean;
  /** It has exceptions that answers name. */
  readonly hasNamedExceptions: boolean;
  /** What it says about records; of an exception, only where it says what counts instead. */
  readonly terms: ScheduleTerms<Asked> | undefined;
  readonly because: () => ConditionNode<Asked>;
}

/** What one policy says about an activity or a record, as it is written. */
export interface PartEntry<Asked> {
  readonly policy: Policy;
  /** Its `applies when` and in-force test. */
  readonly applies: Condition<Asked>;
  /** Only a policy with a default permits and mandates. */
  readonly default?: ProvisionEntry<Asked>;
  readonly rules: readonly ProvisionEntry<Asked>[];
  /** Something in it forbids, where it applies. */
  readonly forbids?: Condition<Asked>;
  /** Something in it permits and counts as a permit, where it applies. */
  readonly permits?: Condition<Asked>;
  readonly mandates?: Condition<Asked>;
  /** The claims for which alone it can apply, each with what lies below it. */
  readonly claims?: readonly string[];
  /** It applies wherever one of these claims the case. */
  readonly isSettledByClaim?: boolean;
  /** Which selector of the activity it is found by; left out for the first. */
  readonly selector?: number;
  /** The terms of its selector for which alone it can apply, each with what lies below it. */
  readonly reachedFor?: readonly string[];
  /** Where it can apply, as far as its selector and the situation tell. */
  readonly reach?: Condition<Asked>;
  /** Its selector and the situation tell whether it applies. */
  readonly isPlain?: boolean;
  /** Some of its conditions can be unknown. */
  readonly isOpen: boolean;
  /** Something in it depends on `now`, or on an `else`. */
  readonly isReviewed: boolean;
  readonly because: () => ConditionNode<Asked>;
}

/** All parts have the same shape, so that what reads them is fast. */
export interface Part<Asked> {
  readonly policy: Policy;
  readonly applies: Condition<Asked>;
  readonly forbids: Condition<Asked> | undefined;
  readonly permits: Condition<Asked> | undefined;
  readonly mandates: Condition<Asked> | undefined;
  readonly default: Provision<Asked> | undefined;
  readonly rules: readonly Provision<Asked>[];
  /** It is known that it applies. */
  readonly isSettled: boolean;
  readonly isOpen: boolean;
  readonly isReviewed: boolean;
  /** Something in it carries an obligation. */
  readonly owes: boolean;
  readonly advises: boolean;
  /** It has rules with exceptions that answers name. */
  readonly hasNamedExceptions: boolean;
  readonly claims: readonly string[] | undefined;
  readonly isSettledByClaim: boolean;
  readonly selector: number;
  readonly reachedFor: readonly string[] | undefined;
  readonly reach: Condition<Asked> | undefined;
  readonly isPlain: boolean;
  readonly because: () => ConditionNode<Asked>;
}

/** Completes what is written of the parts of an activity. */
export function completeParts<Asked>(entries: readonly PartEntry<Asked>[]): readonly Part<Asked>[] {
  let count = 0;
  const nextNumber = (): number => count++;
  return entries.map((entry) => {
    const rules = entry.rules.map((rule) => provision(rule, entry.policy, nextNumber));
    const byDefault = entry.default && provision(entry.default, entry.policy, nextNumber);
    const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
    return {
      policy: entry.policy,
      applies: entry.applies,
      forbids: entry.forbids,
      permits: entry.permits,
      mandates: entry.mandates,
      default: byDefault,
      rules,
      isSettled: entry.applies === always,
      isOpen: entry.isOpen,
      isReviewed: entry.isReviewed,
      owes: provisions.some(({ owes }) => owes),
      advises: rules.some(({ effect }) => effect === 'advise'),
      hasNamedExceptions: provisions.some(({ hasNamedExceptions }) => hasNamedExceptions),
      claims: entry.claims,
      isSettledByClaim: entry.isSettledByClaim ?? false,
      selector: entry.selector ?? 0,
      reachedFor: entry.reachedFor,
      reach: entry.reach,
      isPlain: entry.isPlain ?? false,
      because: once(entry.because),
    };
  });
}

function provision<Asked>(
  entry: ProvisionEntry<Asked>,
  policy: Policy,
  nextNumber: () => number,
): Provision<Asked> {
  const { id, kind, effect = 'except', obligations = [], stands = never } = entry;
  const speaking = entry.lifter ?? policy;
  const exceptions = (entry.exceptions ?? []).map((exception) => provision(exception, speaking, nextNumber));
  return {
    number: nextNumber(),
    id,
    kind,
    effect,
    title: entry.title ?? '',
    citation: entry.citation ?? null,
    inForce: entry.inForce ?? null,
    policy: speaking,
    role: entry.role ?? (kind === 'rule' || kind === 'default' ? 'binds' : 'frees'),
    condition: entry.condition ?? stands,
    stands,
    prevails: entry.prevails ?? stands,
    reachedFor: entry.reachedFor,
    reach: entry.reach,
    settled: entry.settled,
    exceptions,
    obligations,
    owes: obligations.length > 0 || exceptions.some(({ owes }) => owes),
    mustBeClear: effect === 'require' && obligations.some(({ of }) => !of.isPrecautionary),
    hasNamedExceptions: exceptions.some(
      (exception) => exception.kind !== 'unless' || exception.hasNamedExceptions,
    ),
    terms: entry.terms,
    because: once(entry.because),
  };
}

/** Builds something when it is first asked for. */
export function once<Result>(build: () => Result): () => Result {
  let built: { readonly result: Result } | undefined;
  return () => {
    built ??= { result: build() };
    return built.result;
  };
}

export function always(): boolean {
  return true;
}

export function never(): boolean {
  return false;
}
