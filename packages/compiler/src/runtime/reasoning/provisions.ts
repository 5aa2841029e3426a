import type { Part, PolicyInfo, Provision } from '../policies.ts';
import { type CaseScope, judgeCondition } from './judge-conditions.ts';
import { and, decided, type Judgment, not, or } from './judgment.ts';

/** What a rule, default, exception or lift is worth, and what leaves it open. */
export interface JudgedProvision<Asked> {
  readonly provision: Provision<Asked>;
  /** `binds`: it says what its rule says. `frees`: it takes the rule away. */
  readonly role: 'binds' | 'frees';
  readonly condition: Judgment;
  readonly stands: Judgment;
  readonly exceptions: readonly JudgedProvision<Asked>[];
}

/** A policy's part under one claim. */
export interface JudgedPart<Asked> {
  readonly part: Part<Asked>;
  readonly applies: Judgment;
  readonly default: JudgedProvision<Asked> | undefined;
  readonly rules: readonly JudgedProvision<Asked>[];
  readonly forbidsByDefault: Judgment;
  readonly forbids: Judgment;
  readonly permits: Judgment;
  readonly mandates: Judgment;
}

const impossible = decided(false);

export function judgePart<Asked>(part: Part<Asked>, scope: CaseScope<Asked>): JudgedPart<Asked> {
  const own = { ...scope, zone: part.policy.zone };
  const applies = judgeCondition(part.because(), own);
  const rules = part.rules.map((rule) => judgeProvision(rule, 'binds', own));
  const byDefault = part.default && judgeProvision(part.default, 'binds', own);
  const any = (effect: Provision<Asked>['effect']): Judgment => or(rulesOf(rules, effect).map(({ stands }) => stands));
  const [forbidding, permitting, mandating] = [any('forbid'), any('permit'), any('mandate')];
  const defaultTo = (effect: 'permit' | 'forbid'): Judgment =>
    byDefault?.provision.effect === effect ? byDefault.stands : impossible;
  const forbidsByDefault = and([defaultTo('forbid'), not(permitting), not(mandating)]);
  const isRegime = byDefault !== undefined;
  return {
    part,
    applies,
    default: byDefault,
    rules,
    forbidsByDefault,
    forbids: and([applies, or([forbidding, forbidsByDefault])]),
    permits:
      part.permits === undefined ? impossible : and([applies, or([permitting, mandating, defaultTo('permit')])]),
    mandates: isRegime ? and([applies, mandating]) : impossible,
  };
}

export function rulesOf<Asked>(
  rules: readonly JudgedProvision<Asked>[],
  effect: Provision<Asked>['effect'],
): readonly JudgedProvision<Asked>[] {
  return rules.filter(({ provision }) => provision.effect === effect);
}

/** It stands where its condition holds and no exception against it stands. */
function judgeProvision<Asked>(
  provision: Provision<Asked>,
  role: 'binds' | 'frees',
  scope: CaseScope<Asked>,
): JudgedProvision<Asked> {
  const own = provision.kind === 'lift' ? { ...scope, zone: zoneOf(provision.lifter, scope) } : scope;
  const condition = judgeCondition(provision.because(), own);
  const exceptions = provision.exceptions.map((exception) =>
    judgeProvision(exception, exception.restores === true ? 'binds' : 'frees', own),
  );
  const against = exceptions.filter((exception) => exception.role !== role);
  const stands = and([condition, not(or(against.map((exception) => exception.stands)))]);
  return { provision, role, condition, stands, exceptions };
}

/** A lift is judged where the policy that lifts is at home. */
function zoneOf<Asked>(lifter: PolicyInfo | undefined, { zone }: CaseScope<Asked>): CaseScope<Asked>['zone'] {
  return lifter?.zone ?? zone;
}
