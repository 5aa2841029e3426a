import type { Declared } from '../../binding/index.ts';
import type { Authority, Exception } from '../../logic/index.ts';
import { and } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { LiftNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { replacements, suggestion } from '../resolve.ts';
import { resolveZone } from '../vocabulary/zones.ts';
import { clausesOf } from './clauses.ts';
import type { PolicyHead } from './heads.ts';
import { appliesFormula, policyHead, policyScope } from './heads.ts';
import type { LiftResult, LiftTarget } from './outline.ts';
import { policyDeclaration } from './outlines.ts';
import { noPeriods, provisionOf } from './provisions.ts';
import { checkExceptionClauses } from './rule-clauses.ts';
import { recordOwner, recordsAbout } from './schedules.ts';

/** One lift, by `POLICY#N`: an exception that is added to a rule or default, or nothing where it is not legal. */
export function computeLift(context: CheckContext, key: string): LiftResult | undefined {
  const [policyId = '', number = ''] = key.split('#');
  const [declared] = context.queries.get('declared', `policy:${policyId}`);
  const tree = policyDeclaration(declared);
  const node = tree && clausesOf(tree.clauses, 'lift')[Number(number)];
  const outline = context.queries.get('policy-outline', policyId);
  if (
    declared === undefined ||
    tree === undefined ||
    node === undefined ||
    outline?.authority === undefined
  ) {
    return undefined;
  }
  const target = resolveTarget(context, declared, node);
  if (target === undefined) return undefined;
  const isLegal = mayLift(context, declared, { node, lifter: outline.authority, target });
  const zone = resolveZone(context, declared.unit, clausesOf(tree.clauses, 'zone-clause')[0]?.zone);
  const by = { policy: policyId, zone, authority: outline.authority };
  const head = policyHead(context, declared, tree);
  const exceptions = new Map<string, Exception>();
  for (const scope of targetScopes(context, declared, target)) {
    exceptions.set(scope.subject, liftIn(scope, head, node, by));
  }
  return isLegal ? { target: target.id, exceptions } : undefined;
}

/** A lift, read in the scope of one activity or record type that its target is about. */
function liftIn(scope: Scope, head: PolicyHead, node: LiftNode, by: NonNullable<Exception['by']>): Exception {
  checkExceptionClauses(scope, node, false);
  const provision = provisionOf(scope, `${by.policy}.${node.name.text}`, node, noPeriods);
  const condition = and(provision.place, [appliesFormula(scope, head), provision.condition]);
  return { kind: 'lift', ...provision, condition, by };
}

/** A scope for the activity, or for each record type, that a rule is about. */
function targetScopes(
  context: CheckContext,
  declared: Declared,
  { id, about }: LiftTarget,
): (Scope & { readonly subject: string })[] {
  const { queries } = context;
  if (about.kind === 'activity') {
    const activity = queries.get('activity', about.name);
    const owner = `the activity "${about.name}"`;
    if (activity === undefined) return [];
    return [{ ...policyScope(context, declared, activity, owner), subject: about.name }];
  }
  return recordsAbout(context, about).flatMap((name) => {
    const record = queries.get('record', name);
    if (record === undefined) return [];
    return [{ ...policyScope(context, declared, record, recordOwner(name, id)), subject: name }];
  });
}

/** The rule or default that a lift names: the policy id, then the name of the rule. */
function resolveTarget(context: CheckContext, declared: Declared, node: LiftNode): LiftTarget | undefined {
  const { segments, text } = node.target;
  for (let length = segments.length - 1; length >= 1; length -= 1) {
    const policyId = segments
      .slice(0, length)
      .map((segment) => segment.text)
      .join('.');
    const outline = context.queries.get('policy-outline', policyId);
    if (outline === undefined) continue;
    const target = outline.targets.find((candidate) => candidate.id === text);
    if (target !== undefined) context.queries.refer(declared.unit, node.target, { kind: 'rule', name: text });
    if (target !== undefined) return target;
    const isException = outline.exceptions.includes(text);
    if (isException) report(context, declared.unit, 'policy/lift-of-exception', node.target, { name: text });
    else reportUnknownTarget(context, declared, node, outline.targets);
    return undefined;
  }
  reportUnknownTarget(context, declared, node, []);
  return undefined;
}

function reportUnknownTarget(
  context: CheckContext,
  declared: Declared,
  node: LiftNode,
  targets: readonly LiftTarget[],
): void {
  const { text } = node.target;
  if (node.target.segments.some((segment) => segment.text === '')) return;
  const near = nearestNames(
    text,
    targets.length > 0 ? targets.map(({ id }) => id) : context.queries.get('names', 'policy'),
  );
  const details = { ...suggestion(near), fixes: targets.length > 0 ? replacements(node.target, near) : [] };
  report(context, declared.unit, 'name/unknown', node.target, { what: 'rule', name: text }, details);
}

interface LiftRequest {
  readonly node: LiftNode;
  readonly lifter: Authority;
  readonly target: LiftTarget;
}

/**
 * Binding authorities may lift any rule of a lower authority, and each other's with a citation; below them only rules
 * that say `overridable by` the authority of the lifting policy or a lower one.
 */
function mayLift(context: CheckContext, declared: Declared, { node, lifter, target }: LiftRequest): boolean {
  const policyId = target.id.slice(0, target.id.lastIndexOf(target.kind === 'default' ? '.default.' : '.'));
  const owner = context.queries.get('policy-outline', policyId)?.authority;
  if (owner === undefined) return false;
  if (lifter.binding) {
    const needsCite = owner.binding;
    if (!needsCite || clausesOf(node.clauses, 'cite-clause').length > 0) return true;
    report(context, declared.unit, 'policy/lift-without-cite', node.name, {
      target: target.id,
      owner: owner.name,
    });
    return false;
  }
  if (target.overridableBy !== undefined && lifter.rank <= target.overridableBy.rank) return true;
  const values = { target: target.id, title: target.title, owner: owner.name, lifter: lifter.name };
  const help =
    target.overridableBy === undefined
      ? `Ask whoever keeps "${policyId}" for "overridable by ${lifter.name}", or write your rule so that it does not need the lift.`
      : `Only ${target.overridableBy.name} and higher authorities may change it.`;
  report(context, declared.unit, 'policy/illegal-lift', node.target, values, { help });
  return false;
}
