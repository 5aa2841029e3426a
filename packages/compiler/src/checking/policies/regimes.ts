import type { Activity, Default, Formula, Policy, PolicyPart } from '../../logic/index.ts';
import { truth } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf } from '../expressions/scope.ts';
import { clausesOf } from './clauses.ts';
import type { PolicyHead } from './heads.ts';

/** The default that a policy states for an activity; it makes the policy a regime. */
export function defaultOf(scope: Scope, head: PolicyHead, activity: Activity): Default | undefined {
  const defaults = clausesOf(head.tree.clauses, 'default-clause');
  const [clause, second] = defaults.filter((candidate) => candidate.activity.text === activity.name);
  if (clause === undefined) return undefined;
  if (second !== undefined) complain(scope, 'policy/second-default', second, { activity: activity.name });
  const id = `${head.tree.name.text}.default.${activity.name}`;
  if (clause.title === undefined) {
    complain(scope, 'policy/missing-title', clause, {
      what: 'default',
      name: `${clause.effect} ${activity.name}`,
    });
  }
  const place = placeOf(scope, clause);
  return {
    kind: 'default',
    effect: clause.effect,
    id,
    title: clause.title?.value ?? id,
    cites: clause.cites.map((cite) => cite.value),
    condition: truth(place, true),
    exceptions: [],
    obligations: [],
    place,
  };
}

/** A regime for an activity with claims says whose claim it answers, or that it applies everywhere. */
export function checkAppliesClause(
  context: CheckContext,
  head: PolicyHead,
  activity: Activity,
  applies: Formula,
): void {
  const isRegime = clausesOf(head.tree.clauses, 'default-clause').some(
    (clause) => clause.activity.text === activity.name,
  );
  if (!isRegime || activity.claim === undefined || head.applies?.everywhere === true) return;
  // What could not be read has become a plain "false", and may have been what names the claim.
  const names = conjunctsOf(applies).some(
    (conjunct) =>
      (conjunct.kind === 'term-test' && conjunct.value.kind === 'claim') ||
      (conjunct.kind === 'truth' && !conjunct.value),
  );
  if (names) return;
  const span = head.applies ?? head.tree.name;
  const values = { name: head.tree.name.text, claim: activity.claim.name, activity: activity.name };
  report(context, head.declared.unit, 'policy/regime-without-claim', span, values);
}

/** What only regimes, only binding authorities, or only some authorities may say. */
export function checkRegime(context: CheckContext, head: PolicyHead, policy: Policy, part: PolicyPart): void {
  const { unit } = head.declared;
  const activity = context.queries.get('activity', part.activity);
  const authorised =
    activity?.authorisedBy === undefined || policy.authority.rank <= activity.authorisedBy.rank;
  const mayAuthorise = activity?.authorisedBy?.name ?? '';
  if (part.default?.effect === 'permit' && !authorised) {
    const values = { authority: policy.authority.name, activity: part.activity, mayAuthorise };
    report(context, unit, 'policy/not-authorised', part.default.place, values);
  }
  for (const rule of part.rules) {
    if (rule.effect !== 'permit' && rule.effect !== 'mandate') continue;
    const values = { name: rule.id, activity: part.activity, policy: policy.id };
    if (part.default === undefined) {
      report(context, unit, 'policy/permit-outside-regime', rule.place, { ...values, effect: rule.effect });
    } else if (rule.effect === 'permit' && part.default.effect === 'permit') {
      const related = [{ span: part.default.place, text: 'everything is permitted here already' }];
      report(context, unit, 'policy/permit-under-permit', rule.place, values, { related });
    } else if (rule.effect === 'permit' && !authorised) {
      const details = { authority: policy.authority.name, activity: part.activity, mayAuthorise };
      report(context, unit, 'policy/not-authorised', rule.place, details);
    }
    if (rule.effect === 'mandate' && !policy.authority.binding) {
      report(context, unit, 'policy/mandate-not-binding', rule.place, { authority: policy.authority.name });
    }
  }
}

/** What has to hold for a condition to hold, one by one. */
export function conjunctsOf(formula: Formula): readonly Formula[] {
  return formula.kind === 'and' ? formula.operands.flatMap(conjunctsOf) : [formula];
}
