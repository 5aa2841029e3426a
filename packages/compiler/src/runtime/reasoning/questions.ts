import type { Assumption, Question } from '../decision.ts';
import { compareText } from '../texts.ts';
import type { ReviewedCase, ReviewedPart } from './cases.ts';
import { openDuties } from './cases.ts';
import type { Judgment } from './judgment.ts';
import { or } from './judgment.ts';
import type { Ask, StandIn } from './knowledge.ts';
import type { JudgedPart, JudgedProvision } from './provisions.ts';
import { rulesOf } from './provisions.ts';

/** A fact that something open asks for, and the rule or policy that asks. */
export interface OpenFact {
  readonly ask: Ask;
  readonly rule: string;
}

/** The facts that leave a case undetermined, with the rules that ask. */
export function openFacts<Asked>({ outcome, parts }: ReviewedCase<Asked>): readonly OpenFact[] {
  if (outcome !== 'undetermined') return [];
  const forbidding = parts.flatMap(openInForbids);
  const isPermitted = or(parts.map(({ permits }) => permits)).truth === 'true';
  if (!isPermitted) return [...forbidding, ...parts.flatMap(openInPermits)];
  if (parts.some(({ effectiveForbids }) => effectiveForbids.truth === 'unknown')) return forbidding;
  return parts.flatMap((part) => openDuties(part).flatMap((rule) => openAny(part, [rule])));
}

/** The facts to ask for, most useful first: asked by more rules, then by path. */
export function questionsFor(facts: readonly OpenFact[]): readonly Question[] {
  const byPath = new Map<string, { ask: Ask; rules: Set<string> }>();
  for (const { ask, rule } of facts) {
    const entry = byPath.get(ask.path) ?? { ask, rules: new Set() };
    byPath.set(ask.path, entry);
    entry.rules.add(rule);
  }
  return [...byPath.values()]
    .map(({ ask, rules }) => ({ fact: ask.path, title: ask.title, rules: [...rules].sort(compareText) }))
    .sort((left, right) => right.rules.length - left.rules.length || compareText(left.fact, right.fact));
}

/** The uses of `else` among what is open when every `else` is switched off, sorted by fact. */
export function assumptionsFrom(facts: readonly OpenFact[]): readonly Assumption[] {
  const uses = new Map<string, { path: string; standIn: StandIn; rules: Set<string> }>();
  for (const { ask, rule } of facts) {
    const { path, standIn } = ask;
    if (standIn === undefined) continue;
    const key = `${path} ${standIn.key}`;
    const use = uses.get(key) ?? { path, standIn, rules: new Set() };
    uses.set(key, use);
    use.rules.add(rule);
  }
  return [...uses]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, { path, standIn, rules }]) => ({
      fact: path,
      value: standIn.value,
      rules: [...rules].sort(compareText),
    }));
}

/** The policy applies and forbids, and is not set aside. */
function openInForbids<Asked>(part: ReviewedPart<Asked>): readonly OpenFact[] {
  if (part.effectiveForbids.truth !== 'unknown') return [];
  return [
    ...openIn(part.applies, part.part.policy.id),
    ...(part.forbids.truth === 'unknown' ? openProhibitions(part) : []),
    ...(part.setAside.truth === 'unknown' ? part.mandatedBy.flatMap(openInMandates) : []),
  ];
}

function openProhibitions<Asked>(part: JudgedPart<Asked>): readonly OpenFact[] {
  const forbidding = rulesOf(part.rules, 'forbid');
  const inner = or([...forbidding.map(({ stands }) => stands), part.forbidsByDefault]);
  if (inner.truth !== 'unknown') return [];
  const byRules = forbidding.flatMap(openInProvision);
  if (part.forbidsByDefault.truth !== 'unknown' || part.default === undefined) return byRules;
  const others = [part.default, ...rulesOf(part.rules, 'permit'), ...rulesOf(part.rules, 'mandate')];
  return [...byRules, ...others.flatMap(openInProvision)];
}

function openInPermits<Asked>(part: ReviewedPart<Asked>): readonly OpenFact[] {
  if (part.permits.truth !== 'unknown') return [];
  const permitting = [...rulesOf(part.rules, 'permit'), ...rulesOf(part.rules, 'mandate')];
  const byDefault = part.default?.provision.effect === 'permit' ? [part.default] : [];
  return openAny(part, [...byDefault, ...permitting]);
}

function openInMandates<Asked>(part: JudgedPart<Asked>): readonly OpenFact[] {
  return part.mandates.truth === 'unknown' ? openAny(part, rulesOf(part.rules, 'mandate')) : [];
}

/** Any of some rules: those that are true settle it, those that are false ask for nothing. */
function openAny<Asked>(
  part: JudgedPart<Asked>,
  rules: readonly JudgedProvision<Asked>[],
): readonly OpenFact[] {
  const any = or(rules.map(({ stands }) => stands));
  const byRules = any.truth === 'unknown' ? rules.flatMap(openInProvision) : [];
  return [...openIn(part.applies, part.part.policy.id), ...byRules];
}

function openInProvision<Asked>({ provision, stands }: JudgedProvision<Asked>): readonly OpenFact[] {
  return openIn(stands, provision.id);
}

export function openIn({ truth, asks }: Judgment, rule: string): readonly OpenFact[] {
  return truth === 'unknown' ? asks.map((ask) => ({ ask, rule })) : [];
}
