import type { Declared } from '../../binding/index.ts';
import type { Activity, Policy, PolicyPart, Rule, SourceReference } from '../../logic/index.ts';
import { factValue } from '../../logic/index.ts';
import type { AppliesClause, InForceClause, Name, PolicyDeclaration, RuleNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { readFormula } from '../expressions/formulas.ts';
import type { Scope } from '../expressions/scope.ts';
import { activityBindings, placeOf } from '../expressions/scope.ts';
import { resolveName } from '../resolve.ts';
import { resolveAuthority } from '../vocabulary/authorities.ts';
import { resolveZone } from '../vocabulary/zones.ts';
import { clausesOf, singleClause } from './clauses.ts';
import { checkPolicyId, checkRuleNames } from './ids.ts';
import { adviseOnPolicy } from './lints.ts';
import { checkOptions, withOptions } from './options.ts';
import type { PolicyResult } from './outline.ts';
import { policyDeclaration } from './outlines.ts';
import { bothHold, checkUntil, inForceFormula, statedPeriod } from './periods.ts';
import { checkAppliesClause, checkRegime, defaultOf } from './regimes.ts';
import { effectOf, ruleOf } from './rules.ts';

/** The clauses of a policy's head, read once. */
export interface PolicyHead {
  readonly declared: Declared;
  readonly tree: PolicyDeclaration;
  readonly applies: AppliesClause | undefined;
  readonly inForce: InForceClause | undefined;
}

/** A policy as its own declaration says it; lifts of other policies are added later. */
export function computePolicy(context: CheckContext, id: string): PolicyResult | undefined {
  const [declared] = context.queries.get('declared', `policy:${id}`);
  const tree = policyDeclaration(declared);
  if (declared === undefined || tree === undefined) return undefined;
  checkPolicyId(context, declared, tree);
  checkRuleNames(context, declared, tree);
  const { clauses } = tree;
  const head = policyHead(context, declared, tree);
  if (tree.title === undefined) {
    report(context, declared.unit, 'policy/missing-title', tree.name, { what: 'policy', name: id });
  }
  const authorityClause = singleClause(context, declared, clauses, 'authority-clause', 'authority');
  if (authorityClause === undefined)
    report(context, declared.unit, 'policy/no-authority', tree.name, { name: id });
  const authority = authorityClause && resolveAuthority(context, declared, authorityClause.authority);
  checkOptions(context, declared, tree);
  const zone = singleClause(context, declared, clauses, 'zone-clause', 'zone')?.zone;
  const period = statedPeriod(head.inForce);
  if (authority === undefined) return undefined;
  const policy: Policy = {
    id,
    title: tree.title?.value ?? id,
    authority,
    sources: sourcesOf(tree),
    zone: resolveZone(context, declared.unit, zone),
    ...(period === undefined ? {} : { inForce: period }),
    everywhere: head.applies?.everywhere === true,
    parts: partsOf(context, head),
    schedules: [],
    place: { unit: declared.unit, start: tree.name.start, end: tree.name.end },
  };
  for (const part of policy.parts) checkRegime(context, head, policy, part);
  adviseOnPolicy(context, declared, policy);
  return { policy };
}

export function policyHead(context: CheckContext, declared: Declared, tree: PolicyDeclaration): PolicyHead {
  const applies = singleClause(context, declared, tree.clauses, 'applies-clause', 'applies');
  const inForce = singleClause(context, declared, tree.clauses, 'in-force-clause', 'in force');
  return { declared, tree, applies, inForce };
}

function sourcesOf(tree: PolicyDeclaration): SourceReference[] {
  return clausesOf(tree.clauses, 'source-clause').map((source) => ({
    text: source.text.value,
    ...(source.url === undefined ? {} : { url: source.url.value }),
    ...(source.asOf === undefined ? {} : { asOf: source.asOf.value }),
  }));
}

/** The scope of a policy's conditions about an activity. */
export function policyScope(context: CheckContext, declared: Declared, activity: Activity): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: withOptions(context, declared, activityBindings(activity, factValue)),
    owner: `the activity "${activity.name}"`,
    depth: 0,
    counter: { next: 1 },
  };
}

/** When a policy applies to an activity and is in force. */
export function appliesFormula(scope: Scope, head: PolicyHead): Policy['parts'][number]['applies'] {
  const place = placeOf(scope, head.applies ?? head.tree.name);
  checkUntil(scope, head.inForce);
  const inForce = inForceFormula(scope, head.inForce, place);
  const condition = head.applies?.condition;
  return condition === undefined ? inForce : bothHold(place, inForce, readFormula(scope, condition));
}

interface RuleWithEffect {
  readonly node: RuleNode;
  readonly effect: NonNullable<ReturnType<typeof effectOf>>;
}

/** One part for each activity that a default or a rule is about. */
function partsOf(context: CheckContext, head: PolicyHead): PolicyPart[] {
  const { declared, tree } = head;
  const rules: RuleWithEffect[] = [];
  for (const node of clausesOf(tree.clauses, 'rule')) {
    const effect = effectOf(emptyScope(context, declared), node);
    if (effect !== undefined) rules.push({ node, effect });
  }
  const defaults = clausesOf(tree.clauses, 'default-clause');
  const named: Name[] = [
    ...defaults.map((clause) => clause.activity),
    ...rules.map(({ effect }) => effect.activity),
  ];
  const activities = activitiesNamed(context, declared, named);
  return activities.map((activity) => partOf(context, head, activity, rules));
}

function emptyScope(context: CheckContext, declared: Declared): Scope {
  return {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: '',
    depth: 0,
    counter: { next: 1 },
  };
}

function activitiesNamed(context: CheckContext, declared: Declared, names: readonly Name[]): Activity[] {
  const found = new Map<string, Activity>();
  for (const name of names) {
    if (found.has(name.text)) continue;
    const activity =
      resolveName(context, declared, 'activity', name) && context.queries.get('activity', name.text);
    if (activity !== undefined) found.set(name.text, activity);
  }
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

function partOf(
  context: CheckContext,
  head: PolicyHead,
  activity: Activity,
  rules: readonly RuleWithEffect[],
): PolicyPart {
  const id = head.tree.name.text;
  const scope = policyScope(context, head.declared, activity);
  const own = rules.filter(({ effect }) => effect.activity.text === activity.name);
  const applies = appliesFormula(scope, head);
  checkAppliesClause(context, head, activity, applies);
  const byDefault = defaultOf(scope, head, activity);
  const elaborated: Rule[] = own.map(({ node, effect }) => ruleOf(scope, id, node, effect));
  return {
    activity: activity.name,
    applies,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    rules: elaborated,
  };
}
