import type { Policy, SchedulePart, ScheduleRule } from '../../logic/index.ts';
import { claimsOf } from '../claims.ts';
import { evaluateFormula } from '../evaluate-formula.ts';
import type { Judgment } from '../judgment.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ProvisionCase } from '../provisions.ts';
import { evaluateProvision } from '../provisions.ts';
import type { Run } from '../run.ts';
import { createScope } from '../run.ts';
import type { Item, Removal } from './items.ts';
import { findingsOf } from './items.ts';

/** The record under one claim. */
export interface ScheduleCase {
  /** The term that was supplied, or `unknown`; null where the record has no claims. */
  readonly claim: string | null;
  /** What is known of it; absent where the record has no claims. */
  readonly knowledge?: Knowledge;
  readonly policies: readonly SchedulePolicyCase[];
  /** All that counts or may count. */
  readonly items: readonly Item[];
  readonly removals: readonly Removal[];
}

/** What one policy says about the record, under one claim. */
export interface SchedulePolicyCase {
  readonly policy: Policy;
  readonly part: SchedulePart;
  /** G: its `applies when` and in-force test. */
  readonly applies: Judgment;
  readonly rules: readonly ProvisionCase<ScheduleRule>[];
  readonly items: readonly Item[];
  readonly removals: readonly Removal[];
}

/** "Windows are computed per claim": what counts is found out for each distinct one. */
export function evaluateScheduleCases(run: Run): readonly ScheduleCase[] {
  const { claim } = run.subject;
  const claims: readonly { name: string | null; knowledge?: Knowledge }[] =
    claim === undefined ? [{ name: null }] : claimsOf(run, claim);
  return claims.map(({ name, knowledge }) => {
    const policies = evaluatePolicies(run, knowledge);
    return {
      claim: name,
      ...(knowledge === undefined ? {} : { knowledge }),
      policies,
      items: policies.flatMap(({ items }) => items),
      removals: policies.flatMap(({ removals }) => removals),
    };
  });
}

function evaluatePolicies(run: Run, claim: Knowledge | undefined): readonly SchedulePolicyCase[] {
  return run.program.policies
    .filter(({ id }) => run.under(id))
    .flatMap((policy) =>
      policy.schedules
        .filter(({ record }) => record === run.subject.name)
        .map((part) => evaluatePolicy(run, policy, part, claim)),
    );
}

function evaluatePolicy(
  run: Run,
  policy: Policy,
  part: SchedulePart,
  claim: Knowledge | undefined,
): SchedulePolicyCase {
  const scope = createScope(run, policy.zone, claim);
  const applies = evaluateFormula(part.applies, scope);
  const rules = part.rules.map((rule) => evaluateProvision(rule, scope));
  const findings = rules.map((rule) => findingsOf(policy, applies, rule, scope));
  return {
    policy,
    part,
    applies,
    rules,
    items: findings.flatMap(({ items }) => items),
    removals: findings.flatMap(({ removals }) => removals),
  };
}
