import type { Part, Provision } from '../policies.ts';
import type { CaseScope } from './case-scope.ts';
import { judgeCondition } from './judge-conditions.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, not, or } from './judgment.ts';

/** What a rule, default, exception or lift is worth, and what leaves it open. */
export interface JudgedProvision<Asked> {
  readonly provision: Provision<Asked>;
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
  const rules = part.rules.map((rule) => judgeProvision(rule, own));
  const byDefault = part.default && judgeProvision(part.default, own);
  const any = (effect: Provision<Asked>['effect']): Judgment =>
    or(rulesOf(rules, effect).map(({ stands }) => stands));
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
      part.permits === undefined
        ? impossible
        : and([applies, or([permitting, mandating, defaultTo('permit')])]),
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
function judgeProvision<Asked>(provision: Provision<Asked>, scope: CaseScope<Asked>): JudgedProvision<Asked> {
  // A lift is judged where the policy that lifts is at home.
  const own = provision.kind === 'lift' ? { ...scope, zone: provision.policy.zone } : scope;
  const condition = judgeCondition(provision.because(), own);
  const exceptions = provision.exceptions.map((exception) => judgeProvision(exception, own));
  const against = exceptions.filter((exception) => exception.provision.role !== provision.role);
  const stands = and([condition, not(or(against.map((exception) => exception.stands)))]);
  return { provision, condition, stands, exceptions };
}
