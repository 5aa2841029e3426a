import type { Rule, RuleEffect } from '../../logic/index.ts';
import type { EffectClause, RuleNode } from '../../syntax/index.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { termsWithName } from '../expressions/terms.ts';
import { resolveAuthority } from '../vocabulary/authorities.ts';
import { clausesOf, singleClause } from './clauses.ts';
import { provisionOf } from './provisions.ts';

/** Reads a rule about an activity. */
export function ruleOf(scope: Scope, policyId: string, node: RuleNode, effect: EffectClause): Rule {
  const id = `${policyId}.${node.name.text}`;
  const overridable = singleClause(
    scope.context,
    scope.site,
    node.clauses,
    'overridable-clause',
    'overridable by',
  );
  const authority = overridable && resolveAuthority(scope.context, scope.site, overridable.authority);
  checkUnlimited(scope, node, effect);
  return {
    kind: 'rule',
    effect: effect.effect,
    ...provisionOf(scope, id, node),
    ...(authority === undefined ? {} : { overridableBy: authority }),
  };
}

/** The one thing that a rule does; a message where it does none or several. */
export function effectOf(scope: Scope, node: RuleNode): EffectClause | undefined {
  const schedule = clausesOf(node.clauses, 'schedule-clause')[0];
  if (schedule !== undefined) {
    complain(scope, 'policy/later-version', schedule, { what: 'A rule about keeping, erasing or deadlines' });
    return undefined;
  }
  const [effect, second] = clausesOf(node.clauses, 'effect-clause');
  if (second !== undefined) complain(scope, 'policy/two-effects', second, { name: node.name.text });
  if (effect === undefined) complain(scope, 'policy/no-effect', node.name, { name: node.name.text });
  return effect;
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
