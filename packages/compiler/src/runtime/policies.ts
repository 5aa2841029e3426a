import type { Condition } from './readings.ts';
import type { ConditionNode } from './reasoning/conditions.ts';
import type { Zone } from './clock.ts';

/** What is asked: the facts, now (milliseconds since 1970-01-01T00:00Z), and the claim that is being decided. */
export interface Case<Facts> {
  facts: Facts;
  now: number;
  /** A term; unused where the activity has no claims. */
  claim: number;
}

export type AnyCase = Case<object>;

/** What answers say about a policy. */
export interface PolicyInfo {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  /** From 0, the highest authority. */
  readonly rank: number;
  /** Law, or what is as binding. */
  readonly isBinding: boolean;
  readonly source: string | null;
  readonly inForce: string | null;
  readonly zone: Zone;
}

export interface Obligation {
  readonly name: string;
  readonly title: string;
  readonly isPrecautionary: boolean;
}

export interface ObligationUse {
  readonly of: Obligation;
  readonly arguments?: Readonly<Record<string, string | number | boolean>>;
}

/** A rule, default, exception or lift. */
export interface Provision<Asked> {
  readonly id: string;
  readonly kind: 'rule' | 'default' | 'exception' | 'unless' | 'lift';
  readonly effect: 'permit' | 'forbid' | 'require' | 'require-on-refusal' | 'mandate' | 'advise' | 'except';
  readonly title: string;
  readonly citation: string | null;
  readonly inForce: string | null;
  /** The policy that lifts, for a lift and what stands in it. */
  readonly lifter?: PolicyInfo;
  /** An exception from an exception: it brings the rule back. */
  readonly restores?: boolean;
  /** In force and `when`. */
  readonly condition: Condition<Asked>;
  /** Its condition, and no exception standing against it. */
  readonly stands: Condition<Asked>;
  /** It stands, and nothing that says what is owed instead has taken its place. */
  readonly prevails: Condition<Asked>;
  readonly exceptions: readonly Provision<Asked>[];
  readonly obligations: readonly ObligationUse[];
  /** Its condition as the author wrote it. */
  readonly because: () => ConditionNode<Asked>;
}

/** What one policy says about an activity. */
export interface Part<Asked> {
  readonly policy: PolicyInfo;
  /** Its `applies when` and in-force test. */
  readonly applies: Condition<Asked>;
  /** It states a default: only such a policy permits and mandates. */
  readonly default: Provision<Asked> | undefined;
  readonly rules: readonly Provision<Asked>[];
  /** Something in it forbids, where it applies. */
  readonly forbids: Condition<Asked> | undefined;
  /** Something in it permits and counts as a permit, where it applies. */
  readonly permits: Condition<Asked> | undefined;
  readonly mandates: Condition<Asked> | undefined;
  /** The claims for which alone it can apply, as ranges of terms; absent: any. */
  readonly claims: readonly (readonly [from: number, end: number])[] | undefined;
  /** Whether any of its conditions depends on `now`. */
  readonly readsTime: boolean;
  readonly because: () => ConditionNode<Asked>;
}

export function always(): boolean {
  return true;
}

export function never(): boolean {
  return false;
}
