import type { Rule, RuleEffect } from '../../logic/index.ts';
import type { EffectClause, RuleNode, ScheduleClause } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { termsWithName } from '../expressions/terms.ts';
import { resolveAuthority } from '../vocabulary/authorities.ts';
import { singleClause } from './clauses.ts';
import { noPeriods, provisionOf } from './provisions.ts';
import { checkClauses } from './rule-clauses.ts';

/** Reads a rule about an activity. */
export function ruleOf(scope: Scope, policyId: string, node: RuleNode, effect: EffectClause): Rule {
  const id = `${policyId}.${node.name.text}`;
  checkClauses(scope, node, `${effectWords[effect.effect]} ${effect.activity.text}`, effect.effect);
  checkUnlimited(scope, node, effect);
  return {
    kind: 'rule',
    effect: effect.effect,
    ...provisionOf(scope, id, node, noPeriods),
    ...overridableOf(scope, node),
  };
}

/** The authority that a rule says may lift it. */
export function overridableOf(scope: Scope, { clauses }: RuleNode): Pick<Rule, 'overridableBy'> {
  const { context, site } = scope;
  const clause = singleClause(context, site, clauses, 'overridable-clause', 'overridable by');
  const authority = clause && resolveAuthority(context, site, clause.authority);
  return authority === undefined ? {} : { overridableBy: authority };
}

/** The one thing that a rule does; a message where it does none or several. */
export function actionOf(scope: Scope, node: RuleNode): EffectClause | ScheduleClause | undefined {
  const [action, second] = node.clauses.filter(
    (clause): clause is EffectClause | ScheduleClause =>
      clause.kind === 'effect-clause' || clause.kind === 'schedule-clause',
  );
  if (second !== undefined) complain(scope, 'policy/two-effects', second, { name: node.name.text });
  if (action === undefined) complain(scope, 'policy/no-effect', node.name, { name: node.name.text });
  return action;
}

/** A rule without `when` whose name is a term: the author took the name for a condition. */
function checkUnlimited(scope: Scope, node: RuleNode, effect: EffectClause): void {
  if (effect.effect !== 'forbid' && effect.effect !== 'permit') return;
  if (node.clauses.some((clause) => clause.kind === 'when-clause')) return;
  const [taxonomy] = termsWithName(scope, node.name.text);
  if (taxonomy === undefined) return;
  const name = node.name.text;
  const fact = [...scope.facts].find(
    ([, { type }]) => type.kind === 'term' && type.taxonomy === taxonomy,
  )?.[0];
  if (fact === undefined) return;
  const values = { effect: `${effectWords[effect.effect]}s`, activity: effect.activity.text, name };
  complain(scope, 'lint/name-is-no-condition', node.name, values, {
    help: `Add "when ${fact} is ${name}" if that is what it is about.`,
    fixes: [
      {
        title: `Add "when ${fact} is ${name}"`,
        kind: 'needs-review',
        edits: [{ span: { start: effect.end, end: effect.end }, newText: `\n    when ${fact} is ${name}` }],
      },
    ],
  });
}

export const effectWords: Readonly<Record<RuleEffect, string>> = {
  permit: 'permit',
  forbid: 'forbid',
  require: 'require',
  'require-on-refusal': 'require on refusal',
  mandate: 'mandate',
  advise: 'advise',
};
