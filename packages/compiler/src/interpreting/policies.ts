import type { Default, Policy, PolicyPart, Rule, RuleEffect } from '../logic/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Judgment } from './judgment.ts';
import { and, impossible, not, or } from './judgment.ts';
import type { ProvisionCase } from './provisions.ts';
import { evaluateProvision } from './provisions.ts';
import type { Scope } from './run.ts';

/** What one policy says about the activity, under one claim. */
export interface PolicyCase {
  readonly policy: Policy;
  readonly part: PolicyPart;
  /** G: its `applies when` and in-force test. */
  readonly applies: Judgment;
  /** D, standing unless lifted. */
  readonly default?: ProvisionCase<Default>;
  readonly rules: readonly ProvisionCase<Rule>[];
  /** The default forbids, and nothing in the policy permits or mandates. */
  readonly forbidsByDefault: Judgment;
  readonly forbids: Judgment;
  readonly permits: Judgment;
  readonly mandates: Judgment;
}

/**
 * "forbids = G and (F or (D forbids and not P and not M)); permits = G and (P or M or D permits); mandates = G and M":
 * permits and mandates only of a policy that states a default, a regime.
 */
export function evaluatePolicy(policy: Policy, part: PolicyPart, scope: Scope): PolicyCase {
  const applies = evaluateFormula(part.applies, scope);
  const rules = part.rules.map((rule) => evaluateProvision(rule, scope));
  const byDefault = part.default && evaluateProvision(part.default, scope);
  const any = (effect: RuleEffect): Judgment => or(rulesOf(rules, effect).map(({ stands }) => stands));
  const [forbidding, permitting, mandating] = [any('forbid'), any('permit'), any('mandate')];
  const defaultTo = (effect: Default['effect']): Judgment =>
    byDefault?.provision.effect === effect ? byDefault.stands : impossible;
  const forbidsByDefault = and([defaultTo('forbid'), not(permitting), not(mandating)]);
  const isRegime = byDefault !== undefined;
  return {
    policy,
    part,
    applies,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    rules,
    forbidsByDefault,
    forbids: and([applies, or([forbidding, forbidsByDefault])]),
    permits:
      isRegime && mayAuthorise(policy, part, scope)
        ? and([applies, or([permitting, mandating, defaultTo('permit')])])
        : impossible,
    mandates: isRegime ? and([applies, mandating]) : impossible,
  };
}

/** The rules of one effect. */
export function rulesOf(
  rules: readonly ProvisionCase<Rule>[],
  effect: RuleEffect,
): readonly ProvisionCase<Rule>[] {
  return rules.filter(({ provision }) => provision.effect === effect);
}

/** "Where an activity says `authorised by A`, only regimes of authority A or higher count as permits." */
function mayAuthorise(policy: Policy, { activity }: PolicyPart, { run }: Scope): boolean {
  const authorisedBy = run.program.activities.get(activity)?.authorisedBy;
  return authorisedBy === undefined || policy.authority.rank <= authorisedBy.rank;
}
