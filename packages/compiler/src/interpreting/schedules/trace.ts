import type { Location, Period, Place } from '../../logic/index.ts';
import { unitedFacts } from '../../logic/index.ts';
import type {
  ScheduleClaimTrace,
  ScheduleItemTrace,
  SchedulePolicyTrace,
  ScheduleRuleTrace,
} from '../../runtime/index.ts';
import type { ProvisionCase } from '../provisions.ts';
import { sourceOf } from '../reasons.ts';
import type { Run } from '../run.ts';
import { createScope } from '../run.ts';
import { periodText, provisionTrace, scopeOf } from '../trace.ts';
import type { TraceContext } from '../trace-conditions.ts';
import { traceCondition } from '../trace-conditions.ts';
import { readingsOf } from '../trace-facts.ts';
import type { ScheduleCase, SchedulePolicyCase } from './cases.ts';
import type { Item } from './items.ts';
import type { Fates } from './reasons.ts';
import { ownDate } from './reasons.ts';
import { retentionOf } from './retention.ts';
import type { Scheduled } from './schedule.ts';
import { todayOf } from './schedule.ts';

/** Under each claim, the policies with their rules, and what became of the period of each. */
export function traceCases(
  run: Run,
  { cases, fates }: Scheduled,
  locate: (place: Place) => Location,
): readonly ScheduleClaimTrace[] {
  return cases.map((one) => {
    const { state, keepThrough, eraseBy } = retentionOf([one.items], todayOf(run));
    const policies = one.policies.map((policy) =>
      tracePolicy(policy, contextOf(run, one, policy, locate), fates),
    );
    return { claim: one.claim, state, keepThrough, eraseBy, policies };
  });
}

function contextOf(
  run: Run,
  { knowledge }: ScheduleCase,
  { policy }: SchedulePolicyCase,
  locate: (place: Place) => Location,
): TraceContext {
  return { scope: createScope(run, policy.zone, knowledge), locate };
}

/** Rules are traced only where the policy may apply. */
function tracePolicy(
  { policy, part, applies, rules, items }: SchedulePolicyCase,
  context: TraceContext,
  fates: Fates,
): SchedulePolicyTrace {
  return {
    policy: policy.id,
    title: policy.title,
    authority: policy.authority.name,
    source: sourceOf(policy),
    inForce: periodText(policy.inForce),
    applies: traceCondition(part.applies, context),
    rules: applies.truth === 'false' ? [] : rules.map((rule) => traceRule(rule, items, context, fates)),
  };
}

function traceRule(
  provision: ProvisionCase,
  items: readonly Item[],
  context: TraceContext,
  fates: Fates,
): ScheduleRuleTrace {
  const own = scopeOf(provision.provision, context);
  const item = items.find((candidate) => candidate.provision === provision.provision);
  return {
    ...provisionTrace(provision, own),
    item: item === undefined ? null : traceItem(item, fates, context.scope.run),
    exceptions: provision.exceptions.map((exception) => traceRule(exception, items, own, fates)),
  };
}

function traceItem(item: Item, fates: Fates, run: Run): ScheduleItemTrace {
  const period = item.provision.kind === 'schedule' ? item.provision.period : item.provision.instead;
  return {
    action: item.rule.action,
    counts: item.truth,
    date: ownDate(item),
    became: whatBecameOf(item, fates),
    facts: period === undefined ? [] : readingsOf(factsIn(period), run),
  };
}

function factsIn({ until, rolling, extension }: Period): readonly string[] {
  const parts = [until, rolling, extension?.until, extension?.condition];
  return unitedFacts(parts.flatMap((part) => (part === undefined ? [] : [part.traits.facts])));
}

function whatBecameOf(item: Item, { decisive, cut }: Fates): ScheduleItemTrace['became'] {
  const { rule, last, done } = item;
  if (done.truth === 'true') return 'done';
  if (item.truth === 'unknown' || last.earliest !== last.latest) return 'open';
  if (cut.has(item)) return 'cut';
  if (decisive.has(item)) return 'decisive';
  const isWaiting = rule.action !== 'hold' && last.latest === Number.POSITIVE_INFINITY;
  return isWaiting ? 'waiting' : 'kept';
}
