import type { Program, Rule } from '../logic/index.ts';
import type { Outcome } from '../runtime/index.ts';
import { claimsOf } from './claims.ts';
import type { Judgment } from './judgment.ts';
import { and, not, or } from './judgment.ts';
import type { Knowledge } from './knowledge.ts';
import { isPrecautionary } from './obligations.ts';
import type { PolicyCase } from './policies.ts';
import { evaluatePolicy, rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';
import type { Run } from './run.ts';
import { createScope } from './run.ts';

/** The case under one claim. */
export interface ClaimCase {
  /** The term that was supplied, or `unknown`; null where the activity has no claims. */
  readonly claim: string | null;
  /** What is known of it; absent where the activity has no claims. */
  readonly knowledge?: Knowledge;
  readonly policies: readonly JudgedPolicy[];
  readonly outcome: Outcome;
}

/** A policy with what higher authorities leave of its prohibitions. */
export interface JudgedPolicy extends PolicyCase {
  /** The policies that may set its prohibitions aside. */
  readonly mandatedBy: readonly PolicyCase[];
  /** Whether its prohibitions are set aside. */
  readonly setAside: Judgment;
  /** What it still forbids. */
  readonly effectiveForbids: Judgment;
}

/** "It is decided once for each distinct claim." */
export function evaluateCases(run: Run): readonly ClaimCase[] {
  const { claim } = run.subject;
  const claims: readonly { name: string | null; knowledge?: Knowledge }[] =
    claim === undefined ? [{ name: null }] : claimsOf(run, claim);
  const cases = claims.map((one) => ({ ...one, policies: evaluatePolicies(run, one.knowledge) }));
  const everyPolicy = cases.flatMap(({ policies }) => policies);
  return cases.map(({ name, knowledge, policies }) => {
    const judged = policies.map((policy) => judge(policy, policies, everyPolicy));
    const outcome = outcomeOf(judged, run.program);
    return { claim: name, ...(knowledge === undefined ? {} : { knowledge }), policies: judged, outcome };
  });
}

function evaluatePolicies(run: Run, claim: Knowledge | undefined): readonly PolicyCase[] {
  return run.program.policies
    .filter(({ id }) => run.under(id))
    .flatMap((policy) =>
      policy.parts
        .filter(({ activity }) => activity === run.subject.name)
        .map((part) => evaluatePolicy(policy, part, createScope(run, policy.zone, claim))),
    );
}

/**
 * "A prohibition of a policy is set aside where a regime of strictly higher authority mandates under the same claim; a
 * prohibition below the binding authorities also where such a regime mandates under any claim."
 */
function judge(
  policy: PolicyCase,
  underThisClaim: readonly PolicyCase[],
  underAnyClaim: readonly PolicyCase[],
): JudgedPolicy {
  const { authority } = policy.policy;
  const reach = authority.binding ? underThisClaim : underAnyClaim;
  const mandatedBy = reach.filter((other) => other.policy.authority.rank < authority.rank);
  const setAside = or(mandatedBy.map(({ mandates }) => mandates));
  return { ...policy, mandatedBy, setAside, effectiveForbids: and([policy.forbids, not(setAside)]) };
}

/**
 * "**forbidden** if some forbids is true; **permitted** if all forbids are false and some permits is true;
 * **ungoverned** if all forbids and all permits are false; **undetermined** otherwise."
 */
function outcomeOf(policies: readonly JudgedPolicy[], program: Program): Outcome {
  const forbids = or(policies.map(({ effectiveForbids }) => effectiveForbids)).truth;
  const permits = or(policies.map((policy) => policy.permits)).truth;
  if (forbids === 'true') return 'forbidden';
  if (forbids === 'unknown') return 'undetermined';
  if (permits === 'false') return 'ungoverned';
  const isSettled = policies.every((policy) => openDuties(policy, program).length === 0);
  return permits === 'true' && isSettled ? 'permitted' : 'undetermined';
}

/**
 * "Where that is unknown, a decision otherwise permitted is undetermined, unless the obligation is `precautionary`":
 * the `require` rules of which it is not known whether they apply.
 */
export function openDuties(policy: PolicyCase, program: Program): readonly ProvisionCase<Rule>[] {
  return rulesOf(policy.rules, 'require').filter(
    ({ provision, stands }) =>
      and([policy.applies, stands]).truth === 'unknown' &&
      provision.obligations.some((use) => !isPrecautionary(use, program)),
  );
}

/** "The strictest answer counts (forbidden, undetermined, ungoverned, permitted)"; "no claim at all is ungoverned". */
export function strictest(cases: readonly ClaimCase[]): Outcome {
  const order: readonly Outcome[] = ['forbidden', 'undetermined', 'ungoverned', 'permitted'];
  return order.find((outcome) => cases.some((one) => one.outcome === outcome)) ?? 'ungoverned';
}
