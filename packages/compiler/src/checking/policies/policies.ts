import type { Declared } from '../../binding/index.ts';
import type { Activity, Policy, PolicyPart, SourceReference } from '../../logic/index.ts';
import { sortedBy } from '../../support/index.ts';
import type { EffectClause, Name, PolicyDeclaration, RuleNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { resolveName } from '../resolve.ts';
import { resolveAuthority } from '../vocabulary/authorities.ts';
import { resolveZone } from '../vocabulary/zones.ts';
import { clausesOf, singleClause } from './clauses.ts';
import type { PolicyHead } from './heads.ts';
import { appliesFormula, emptyScope, policyHead, policyScope } from './heads.ts';
import { checkPolicyId, checkRuleNames } from './ids.ts';
import { adviseOnPolicy } from './lints.ts';
import { checkOptions } from './options.ts';
import type { PolicyResult } from './outline.ts';
import { policyDeclaration } from './outlines.ts';
import { adviseOnPeriods } from './period-lints.ts';
import { statedPeriod } from './periods.ts';
import { checkAppliesClause, checkRegime, defaultOf } from './regimes.ts';
import { actionOf, ruleOf } from './rules.ts';
import type { ScheduleRuleNode } from './schedules.ts';
import { schedulePartsOf } from './schedules.ts';

/** A policy as its own declaration says it; lifts of other policies are added later. */
export function computePolicy(context: CheckContext, id: string): PolicyResult | undefined {
  const [declared] = context.queries.get('declared', `policy:${id}`);
  const tree = policyDeclaration(declared);
  if (declared === undefined || tree === undefined) return undefined;
  checkPolicyId(context, declared, tree);
  checkRuleNames(context, declared, tree);
  const head = policyHead(context, declared, tree);
  if (tree.title === undefined) {
    report(context, declared.unit, 'policy/missing-title', tree.name, { what: 'policy', name: id });
  }
  const authorityClause = singleClause(context, declared, tree.clauses, 'authority-clause', 'authority');
  if (authorityClause === undefined)
    report(context, declared.unit, 'policy/no-authority', tree.name, { name: id });
  const authority = authorityClause && resolveAuthority(context, declared, authorityClause.authority);
  checkOptions(context, declared, tree);
  if (authority === undefined) return undefined;
  const policy: Policy = { ...aboutPolicy(context, head), authority, ...partsOf(context, head) };
  for (const part of policy.parts) checkRegime(context, head, policy, part);
  adviseOnPolicy(context, declared, policy);
  adviseOnPeriods(context, declared, policy);
  return { policy };
}

/** What a policy says about itself. */
function aboutPolicy(
  context: CheckContext,
  { declared, tree, applies, inForce }: PolicyHead,
): Omit<Policy, 'authority' | 'parts' | 'schedules'> {
  const zone = singleClause(context, declared, tree.clauses, 'zone-clause', 'zone')?.zone;
  const reviewBy = clausesOf(tree.clauses, 'review-by-clause')[0]?.date.value;
  const period = statedPeriod(inForce);
  return {
    id: tree.name.text,
    title: tree.title?.value ?? tree.name.text,
    sources: sourcesOf(tree),
    zone: resolveZone(context, declared.unit, zone),
    ...(period === undefined ? {} : { inForce: period }),
    everywhere: applies?.everywhere === true,
    ...(reviewBy === undefined || reviewBy === '' ? {} : { reviewBy }),
    place: { unit: declared.unit, start: tree.name.start, end: tree.name.end },
  };
}

function sourcesOf(tree: PolicyDeclaration): SourceReference[] {
  return clausesOf(tree.clauses, 'source-clause').map((source) => ({
    text: source.text.value,
    ...(source.url === undefined ? {} : { url: source.url.value }),
    ...(source.asOf === undefined ? {} : { asOf: source.asOf.value }),
  }));
}

interface RuleWithEffect {
  readonly node: RuleNode;
  readonly effect: EffectClause;
}

/** One part for each activity that a default or a rule is about, and one for each record type. */
function partsOf(context: CheckContext, head: PolicyHead): Pick<Policy, 'parts' | 'schedules'> {
  const { declared, tree } = head;
  const scope = emptyScope(context, declared);
  const rules: RuleWithEffect[] = [];
  const scheduleRules: ScheduleRuleNode[] = [];
  for (const node of clausesOf(tree.clauses, 'rule')) {
    const action = actionOf(scope, node);
    if (action?.kind === 'effect-clause') rules.push({ node, effect: action });
    if (action?.kind === 'schedule-clause') scheduleRules.push({ node, clause: action });
  }
  const defaults = clausesOf(tree.clauses, 'default-clause');
  const named: Name[] = [
    ...defaults.map((clause) => clause.activity),
    ...rules.map(({ effect }) => effect.activity),
  ];
  const activities = activitiesNamed(context, declared, named);
  return {
    parts: activities.map((activity) => partOf(context, head, activity, rules)),
    schedules: schedulePartsOf(scope, head, scheduleRules),
  };
}

function activitiesNamed(context: CheckContext, declared: Declared, names: readonly Name[]): Activity[] {
  const found = new Map<string, Activity>();
  for (const name of names) {
    if (found.has(name.text)) {
      context.queries.refer(declared.unit, name, { kind: 'activity', name: name.text });
      continue;
    }
    const activity =
      resolveName(context, declared, 'activity', name) && context.queries.get('activity', name.text);
    if (activity !== undefined) found.set(name.text, activity);
  }
  return sortedBy([...found.values()], (activity) => activity.name);
}

function partOf(
  context: CheckContext,
  head: PolicyHead,
  activity: Activity,
  rules: readonly RuleWithEffect[],
): PolicyPart {
  const id = head.tree.name.text;
  const scope = policyScope(context, head.declared, activity, `the activity "${activity.name}"`);
  const own = rules.filter(({ effect }) => effect.activity.text === activity.name);
  const applies = appliesFormula(scope, head);
  checkAppliesClause(context, head, activity, applies);
  const byDefault = defaultOf(scope, head, activity);
  return {
    activity: activity.name,
    applies,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    rules: own.map(({ node, effect }) => ruleOf(scope, id, node, effect)),
  };
}
