import type { ConstantValue, Default, Program, Rule } from '../logic/index.ts';
import type { Assumption, Question } from '../runtime/index.ts';
import { compareText } from '../support/index.ts';
import type { ClaimCase, JudgedPolicy } from './cases.ts';
import { openDuties } from './cases.ts';
import type { Judgment } from './judgment.ts';
import { or } from './judgment.ts';
import type { Ask } from './knowledge.ts';
import type { PolicyCase } from './policies.ts';
import { rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';
import { suppliedForm } from './supplied-form.ts';

/** A fact that something open asks for, and the rule or policy that asks. */
export interface OpenFact {
  readonly ask: Ask;
  readonly rule: string;
}

/**
 * "`missing` are the base facts at unknown leaves of what is still open (true and false children dropped), with the
 * rules that ask": those that leave a case undetermined.
 */
export function openFacts({ outcome, policies }: ClaimCase, program: Program): readonly OpenFact[] {
  if (outcome !== 'undetermined') return [];
  const forbidding = policies.flatMap(openInForbids);
  const isPermitted = or(policies.map(({ permits }) => permits)).truth === 'true';
  if (!isPermitted) return [...forbidding, ...policies.flatMap(openInPermits)];
  if (policies.some(({ effectiveForbids }) => effectiveForbids.truth === 'unknown')) return forbidding;
  return policies.flatMap((policy) => openInDuties(policy, program));
}

/** "The facts to ask for as paths, most useful first": asked by more rules, then by path. */
export function questionsFor(facts: readonly OpenFact[]): readonly Question[] {
  const byPath = new Map<string, { ask: Ask; rules: Set<string> }>();
  for (const { ask, rule } of facts) {
    const entry = byPath.get(ask.path) ?? { ask, rules: new Set() };
    byPath.set(ask.path, entry);
    entry.rules.add(rule);
  }
  return [...byPath.values()]
    .map(({ ask, rules }) => ({
      fact: ask.path,
      title: ask.title,
      rules: [...rules].sort(compareText),
    }))
    .sort((left, right) => right.rules.length - left.rules.length || compareText(left.fact, right.fact));
}

/** The uses of `else` among what is open when every `else` is switched off, sorted by fact. */
export function assumptionsFrom(facts: readonly OpenFact[]): readonly Assumption[] {
  const uses = new Map<string, { path: string; standIn: ConstantValue; rules: Set<string> }>();
  for (const { ask, rule } of facts) {
    const { path, standIn } = ask;
    if (standIn === undefined) continue;
    const key = `${path} ${JSON.stringify(standIn.constant)}`;
    const use = uses.get(key) ?? { path, standIn, rules: new Set() };
    uses.set(key, use);
    use.rules.add(rule);
  }
  return [...uses]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, { path, standIn, rules }]) => ({
      fact: path,
      value: suppliedForm(standIn.constant),
      rules: [...rules].sort(compareText),
    }));
}

/** G and (F or (D forbids and not P and not M)), and not set aside. */
function openInForbids(policy: JudgedPolicy): readonly OpenFact[] {
  if (policy.effectiveForbids.truth !== 'unknown') return [];
  return [
    ...openIn(policy.applies, policy.policy.id),
    ...(policy.forbids.truth === 'unknown' ? openProhibitions(policy) : []),
    ...(policy.setAside.truth === 'unknown' ? policy.mandatedBy.flatMap(openInMandates) : []),
  ];
}

function openProhibitions(policy: PolicyCase): readonly OpenFact[] {
  const forbidding = rulesOf(policy.rules, 'forbid');
  const inner = or([...forbidding.map(({ stands }) => stands), policy.forbidsByDefault]);
  if (inner.truth !== 'unknown') return [];
  const byRules = forbidding.flatMap(openInProvision);
  if (policy.forbidsByDefault.truth !== 'unknown' || policy.default === undefined) return byRules;
  const [permitting, mandating] = [rulesOf(policy.rules, 'permit'), rulesOf(policy.rules, 'mandate')];
  return [...byRules, ...[policy.default, ...permitting, ...mandating].flatMap(openInProvision)];
}

/** G and (P or M or D permits). */
function openInPermits(policy: JudgedPolicy): readonly OpenFact[] {
  if (policy.permits.truth !== 'unknown') return [];
  const permitting = [...rulesOf(policy.rules, 'permit'), ...rulesOf(policy.rules, 'mandate')];
  const byDefault = policy.default?.provision.effect === 'permit' ? [policy.default] : [];
  return openAny(policy, [...byDefault, ...permitting]);
}

/** G and M. */
function openInMandates(policy: PolicyCase): readonly OpenFact[] {
  return policy.mandates.truth === 'unknown' ? openAny(policy, rulesOf(policy.rules, 'mandate')) : [];
}

function openInDuties(policy: JudgedPolicy, program: Program): readonly OpenFact[] {
  return openDuties(policy, program).flatMap((rule) => openAny(policy, [rule]));
}

/** G and any of some rules: those that are true settle it, those that are false ask for nothing. */
function openAny(policy: PolicyCase, rules: readonly ProvisionCase<Rule | Default>[]): readonly OpenFact[] {
  const any = or(rules.map(({ stands }) => stands));
  const byRules = any.truth === 'unknown' ? rules.flatMap(openInProvision) : [];
  return [...openIn(policy.applies, policy.policy.id), ...byRules];
}

function openInProvision({ provision, stands }: ProvisionCase): readonly OpenFact[] {
  return openIn(stands, provision.id);
}

export function openIn({ truth, asks }: Judgment, rule: string): readonly OpenFact[] {
  return truth === 'unknown' ? asks.map((ask) => ({ ask, rule })) : [];
}
