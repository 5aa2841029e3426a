import type { Declared } from '../../binding/index.ts';
import type { Authority, Exception, Policy, RuleEffect } from '../../logic/index.ts';
import type { LiftNode } from '../../syntax/index.ts';

/** What other policies may need to know of a policy; equal outlines keep their identity. */
export interface PolicyOutline {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority | undefined;
  /** Rules and defaults by id. */
  readonly targets: readonly LiftTarget[];
  /** Ids of exceptions and lifts, which cannot be lifted. */
  readonly exceptions: readonly string[];
  /** Ids of rules that lie outside what this version decides. */
  readonly activities: readonly string[];
  readonly lifts: readonly { readonly target: string; readonly name: string }[];
  readonly options: readonly string[];
  /** The company that a tenant's policy names. */
  readonly tenants: readonly string[];
}

export interface LiftTarget {
  readonly id: string;
  readonly title: string;
  readonly kind: 'rule' | 'default';
  readonly effect: RuleEffect | 'schedule';
  readonly activity: string;
  readonly overridableBy: Authority | undefined;
}

/** A policy as its own declaration says it, without what others lift. */
export interface PolicyResult {
  readonly policy: Policy;
}

/** A legal lift, ready to be added to its target. */
export interface LiftResult {
  readonly target: string;
  readonly exception: Exception;
}

export interface PlacedLift {
  readonly declared: Declared;
  readonly node: LiftNode;
}
