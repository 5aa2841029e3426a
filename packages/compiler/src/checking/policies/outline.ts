import type { Authority, Exception, Policy, RuleEffect, ScheduleAction } from '../../logic/index.ts';

/** What other policies may need to know of a policy; equal outlines keep their identity. */
export interface PolicyOutline {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority | undefined;
  /** Rules and defaults by id. */
  readonly targets: readonly LiftTarget[];
  /** Ids of exceptions and lifts, which cannot be lifted. */
  readonly exceptions: readonly string[];
  readonly lifts: readonly { readonly target: string; readonly name: string }[];
  readonly options: readonly string[];
  /** The company that a tenant's policy names. */
  readonly tenants: readonly string[];
}

export interface LiftTarget {
  readonly id: string;
  readonly title: string;
  readonly kind: 'rule' | 'default';
  /** Undefined for a rule that does not say what it does. */
  readonly effect: RuleEffect | ScheduleAction | undefined;
  readonly about: RuleSubject;
  /** The record type that stays behind. */
  readonly leaving: string | undefined;
  readonly overridableBy: Authority | undefined;
}

/** What a rule is about, as it names it. */
export type RuleSubject =
  | { readonly kind: 'activity' | 'record'; readonly name: string }
  /** Every record type that has this fact. */
  | { readonly kind: 'every-record-of'; readonly name: string };

/** A policy as its own declaration says it, without what others lift. */
export interface PolicyResult {
  readonly policy: Policy;
}

/** A legal lift, ready to be added to its target: once for each activity or record type that its target is about. */
export interface LiftResult {
  readonly target: string;
  readonly exceptions: ReadonlyMap<string, Exception>;
}
