import type { Exception, Program, Provision, Rule } from '../logic/index.ts';
import type { ClaimCase } from './cases.ts';
import type { Judgment } from './judgment.ts';
import { and, certain } from './judgment.ts';
import type { Owing } from './obligations.ts';
import { isPrecautionary } from './obligations.ts';
import type { PolicyCase } from './policies.ts';
import { rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';

/** What is owed where a case is permitted, under one claim. */
export function dutiesOfPermitted({ policies }: ClaimCase, program: Program): readonly Owing[] {
  return policies.flatMap((policy) => [
    ...rulesOf(policy.rules, 'require').flatMap((rule) => dutiesOfRequire(policy, rule, program)),
    ...dutiesOfPermits(policy, 'permit', policy.default?.stands ?? certain),
    ...dutiesOfPermits(policy, 'mandate', certain),
    ...exceptionHolders(policy).flatMap((holder) => dutiesOfExceptions(holder, policy.applies)),
  ]);
}

/** "`require on refusal` adds to forbidden answers": where it applies, or may. */
export function dutiesOfForbidden({ policies }: ClaimCase): readonly Owing[] {
  return policies.flatMap((policy) =>
    rulesOf(policy.rules, 'require-on-refusal').flatMap((rule) => [
      ...(isPossible([policy.applies, rule.stands]) ? owings(rule) : []),
      ...dutiesOfExceptions(rule, policy.applies),
    ]),
  );
}

/** "A `require` applies where its policy applies and it stands"; where that is unknown, what is precautionary is owed. */
function dutiesOfRequire(policy: PolicyCase, rule: ProvisionCase<Rule>, program: Program): readonly Owing[] {
  const { truth } = and([policy.applies, rule.stands]);
  if (truth === 'false') return [];
  return owings(rule).filter(({ use }) => truth === 'true' || isPrecautionary(use, program));
}

/**
 * "A permit owes its obligation where it stands or may stand and the default may apply, unless one beside it without an
 * obligation certainly stands." So does a mandate, which no default concerns.
 */
function dutiesOfPermits(
  policy: PolicyCase,
  effect: 'permit' | 'mandate',
  needed: Judgment,
): readonly Owing[] {
  const rules = policy.default === undefined ? [] : rulesOf(policy.rules, effect);
  if (rules.some(isCertainWithoutDuty)) return [];
  return rules
    .filter(({ stands }) => isPossible([policy.applies, stands, needed]))
    .flatMap((rule) => owings(rule));
}

/** Everything that exceptions can stand in, but for advice and for what concerns refusals. */
function exceptionHolders(policy: PolicyCase): readonly ProvisionCase[] {
  const holders = policy.rules.filter(
    ({ provision }) => !['advise', 'require-on-refusal'].includes(provision.effect),
  );
  return policy.default === undefined ? holders : [policy.default, ...holders];
}

/**
 * "An exception owes its obligation where it stands or may stand and its rule may apply, unless one beside it without an
 * obligation certainly stands." One that takes the place of the outer one needs that place.
 */
export function owingExceptions(
  outer: ProvisionCase<Provision>,
  context: Judgment,
): readonly ProvisionCase<Exception>[] {
  return outer.exceptions.flatMap((exception) => {
    const beside = outer.exceptions.filter((other) => other !== exception && other.role === exception.role);
    if (beside.some(isCertainWithoutDuty)) return [];
    const needed = exception.role === outer.role ? outer.stands : outer.condition;
    const inside = and([context, needed]);
    return [
      ...(isPossible([inside, exception.prevails]) ? [exception] : []),
      ...owingExceptions(exception, inside),
    ];
  });
}

function dutiesOfExceptions(outer: ProvisionCase, context: Judgment): readonly Owing[] {
  return owingExceptions(outer, context).flatMap(owings);
}

function isCertainWithoutDuty({ provision, prevails }: ProvisionCase): boolean {
  return provision.obligations.length === 0 && prevails.truth === 'true';
}

function isPossible(conditions: readonly Judgment[]): boolean {
  return and(conditions).truth !== 'false';
}

export function owings({ provision }: ProvisionCase<Provision>): readonly Owing[] {
  return provision.obligations.map((use) => ({ rule: provision.id, use }));
}
