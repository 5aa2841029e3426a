import type { InForcePeriod, Location, Place } from '../logic/index.ts';
import type { ClaimTrace, PolicyTrace, ProvisionTrace } from '../runtime/index.ts';
import type { ClaimCase, JudgedPolicy } from './cases.ts';
import { and } from './judgment.ts';
import { rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';
import { citationOf, sourceOf } from './reasons.ts';
import type { Run } from './run.ts';
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

type TracedProvision = ProvisionCase['provision'];

function traceProvision(
  provision: ProvisionCase,
  setAsideBy: readonly string[],
  context: TraceContext,
): ProvisionTrace {
  const own = scopeOf(provision.provision, context);
  return {
    ...provisionTrace(provision, own),
    setAsideBy,
    exceptions: provision.exceptions.map((exception) => traceProvision(exception, [], own)),
  };
}

/** A provision by itself, judged where it is at home. */
export function provisionTrace(
  { provision, stands }: ProvisionCase,
  own: TraceContext,
): Omit<ProvisionTrace, 'exceptions'> {
  return {
    rule: provision.id,
    kind: provision.kind === 'schedule' ? 'rule' : provision.kind,
    effect: effectOf(provision),
    title: provision.title,
    citation: citationOf(provision),
    inForce: periodText(provision.inForce),
    stands: stands.truth,
    setAsideBy: [],
    condition: traceCondition(provision.condition, own),
  };
}

function effectOf(provision: TracedProvision): string {
  switch (provision.kind) {
    case 'rule':
    case 'default':
      return provision.effect;
    case 'schedule':
      return provision.absolute ? `absolute ${provision.action}` : provision.action;
    case 'exception':
    case 'unless':
    case 'lift':
      return 'except';
  }
}

/** A lift is judged where the policy that lifts is at home. */
export function scopeOf(provision: TracedProvision, context: TraceContext): TraceContext {
  if (provision.kind !== 'lift' || provision.by === undefined) return context;
  return { ...context, scope: inZone(context.scope, provision.by.zone) };
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
export function periodText(period: InForcePeriod | undefined): string | null {
  if (period === undefined) return null;
  const { from, through, until } = period;
  const parts = [
    from === undefined ? '' : `from ${from}`,
    through === undefined ? '' : `through ${through}`,
    until === undefined ? '' : `until ${until}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
