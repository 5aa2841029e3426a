import type { InForcePeriod, Location, Place } from '../logic/index.ts';
import type { ClaimTrace, PolicyTrace, ProvisionTrace } from '../runtime/index.ts';
import type { ClaimCase, JudgedPolicy } from './cases.ts';
import { and } from './judgment.ts';
import { rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';
import { citationOf, sourceOf } from './reasons.ts';
import type { Run, Scope } from './run.ts';
import { createScope, inZone } from './run.ts';
import type { TraceContext } from './trace-conditions.ts';
import { traceCondition } from './trace-conditions.ts';

/** "The rules with title, citation, authority, source and in-force period; exceptions considered; the claim." */
export function traceClaims(
  run: Run,
  cases: readonly ClaimCase[],
  locate: (place: Place) => Location,
): readonly ClaimTrace[] {
  return cases.map(({ claim, knowledge, outcome, policies }) => ({
    claim,
    outcome,
    policies: policies.map((policy) => {
      const scope = createScope(run, policy.policy.zone, knowledge);
      return tracePolicy(policy, { scope, locate });
    }),
  }));
}

/** Rules are traced only where the policy may apply. */
function tracePolicy(policy: JudgedPolicy, context: TraceContext): PolicyTrace {
  const { policy: source, part, applies, default: byDefault, rules } = policy;
  const provisions: readonly ProvisionCase[] = byDefault === undefined ? rules : [byDefault, ...rules];
  return {
    policy: source.id,
    title: source.title,
    authority: source.authority.name,
    source: sourceOf(source),
    inForce: periodText(source.inForce),
    applies: traceCondition(part.applies, context),
    forbids: policy.forbids.truth,
    permits: policy.permits.truth,
    mandates: policy.mandates.truth,
    rules:
      applies.truth === 'false' ? [] : provisions.map((provision) => traceRule(provision, policy, context)),
  };
}

function traceRule(provision: ProvisionCase, policy: JudgedPolicy, context: TraceContext): ProvisionTrace {
  const isProhibition = 'effect' in provision.provision && provision.provision.effect === 'forbid';
  return traceProvision(provision, isProhibition ? mandatesAgainst(policy) : [], context);
}

function traceProvision(
  { provision, stands, exceptions }: ProvisionCase,
  setAsideBy: readonly string[],
  context: TraceContext,
): ProvisionTrace {
  const own = provision.kind === 'lift' ? liftScope(provision.by?.zone, context) : context;
  return {
    rule: provision.id,
    kind: provision.kind,
    effect: 'effect' in provision ? provision.effect : 'except',
    title: provision.title,
    citation: citationOf(provision),
    inForce: periodText(provision.inForce),
    stands: stands.truth,
    setAsideBy,
    condition: traceCondition(provision.condition, own),
    exceptions: exceptions.map((exception) => traceProvision(exception, [], own)),
  };
}

function liftScope(zone: string | undefined, context: TraceContext): TraceContext {
  const scope: Scope = zone === undefined ? context.scope : inZone(context.scope, zone);
  return { ...context, scope };
}

/** The mandates of higher authorities that certainly set the prohibitions of a policy aside. */
function mandatesAgainst({ mandatedBy }: JudgedPolicy): readonly string[] {
  const ids = mandatedBy.flatMap(({ applies, rules, mandates }) =>
    mandates.truth === 'true'
      ? rulesOf(rules, 'mandate')
          .filter(({ stands }) => and([applies, stands]).truth === 'true')
          .map(({ provision }) => provision.id)
      : [],
  );
  return [...new Set(ids)].sort();
}

/** `from 2003-12-11 through 2026-01-31` */
function periodText(period: InForcePeriod | undefined): string | null {
  if (period === undefined) return null;
  const { from, through, until } = period;
  const parts = [
    from === undefined ? '' : `from ${from}`,
    through === undefined ? '' : `through ${through}`,
    until === undefined ? '' : `until ${until}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
