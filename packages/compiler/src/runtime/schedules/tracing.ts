import { claimName } from '../claims.ts';
import { freeze } from '../freezing.ts';
import type { Case } from '../policies.ts';
import type { CaseScope } from '../reasoning/case-scope.ts';
import type { Reviewed } from '../reasoning/cases.ts';
import { claimsOf } from '../reasoning/cases.ts';
import { readingsOf } from '../reasoning/fact-readings.ts';
import type { JudgedPart, JudgedProvision } from '../reasoning/provisions.ts';
import { createRun } from '../reasoning/scope.ts';
import { traceCondition } from '../reasoning/trace.ts';
import type {
  ScheduleClaimTrace,
  ScheduleItemTrace,
  SchedulePolicyTrace,
  ScheduleRuleTrace,
} from '../schedule.ts';
import { actionsOf } from './actions.ts';
import { dueIn } from './deadlines.ts';
import { markFates, ownDate } from './reasons.ts';
import { eraseByOf, keepThroughOf, retentionOf } from './retention.ts';
import type { ReviewedClaim, ReviewedItem } from './reviewing.ts';
import { reviewRecord } from './reviewing.ts';

/** Under each claim every policy, rule and condition that was considered, and what became of each period. */
export function traceSchedule<Encoded extends object>(
  record: Reviewed<Case<Encoded>>,
  asked: Case<Encoded>,
): readonly ScheduleClaimTrace[] {
  const { claims } = reviewRecord(record, asked, 'used');
  markItems(claims, asked.now);
  const run = createRun(record, asked, 'used');
  const known = record.claim === undefined ? [] : claimsOf(run, record.claim.operands);
  return freeze(
    claims.map((one) => {
      asked.claim = one.claim;
      const knowledge = known.find(({ claim }) => claim === one.claim)?.knowledge;
      const scope = { asked, run, zone: run.derivedZone, claim: knowledge, shared: new Map() };
      const retention = retentionOf([one.items], asked.now);
      return freeze({
        claim: record.claim === undefined ? null : claimName(record.claim.terms, one.claim),
        state: retention.state,
        keepThrough: keepThroughOf(retention),
        eraseBy: eraseByOf(retention),
        policies: freeze(one.parts.map((part) => tracePart(part, one.items, scope))),
      });
    }),
  );
}

/** What became of each item follows from all of them together. */
function markItems<Asked>(claims: readonly ReviewedClaim<Asked>[], now: number): void {
  const byClaim = claims.map(({ items }) => items);
  const items = byClaim.flat();
  const retention = retentionOf(byClaim, now);
  const due = dueIn(items, now);
  const acting = actionsOf(items, retention, now);
  markFates(byClaim, retention, due.items, acting.items);
}

/** Rules are traced only where the policy may apply. */
function tracePart<Encoded>(
  { part, applies, rules }: JudgedPart<Case<Encoded>>,
  items: readonly ReviewedItem[],
  scope: CaseScope<Case<Encoded>>,
): SchedulePolicyTrace {
  const { policy } = part;
  const own = { ...scope, zone: policy.zone };
  const inPart = items.filter((item) => item.part.policy === policy);
  return freeze({
    policy: policy.id,
    title: policy.title,
    authority: policy.authority,
    source: policy.source ?? null,
    inForce: policy.inForce ?? null,
    applies: traceCondition(part.because(), own),
    rules: freeze(applies.truth === 'false' ? [] : rules.map((rule) => traceRule(rule, inPart, own))),
  });
}

function traceRule<Encoded>(
  { provision, stands, exceptions }: JudgedProvision<Case<Encoded>>,
  items: readonly ReviewedItem[],
  scope: CaseScope<Case<Encoded>>,
): ScheduleRuleTrace {
  const { id, kind, title, citation, inForce, policy, terms } = provision;
  const own = kind === 'lift' ? { ...scope, zone: policy.zone } : scope;
  const item = items.find((one) => one.provision.number === provision.number);
  const facts = terms?.period?.because().facts ?? [];
  return freeze({
    rule: id,
    kind,
    effect: effectOf(terms),
    title,
    citation,
    inForce,
    stands: stands.truth,
    setAsideBy: freeze([]),
    condition: traceCondition(provision.because(), own),
    item: item === undefined ? null : traceItem(item, freeze(readingsOf(facts, scope.run.facts).map(freeze))),
    exceptions: freeze(exceptions.map((exception) => traceRule(exception, items, own))),
  });
}

function effectOf(terms: JudgedProvision<never>['provision']['terms']): string {
  if (terms?.action === undefined) return 'except';
  return terms.isAbsolute === true ? `absolute ${terms.action}` : terms.action;
}

function traceItem(item: ReviewedItem, facts: ScheduleItemTrace['facts']): ScheduleItemTrace {
  const counts = item.isCertain ? 'true' : 'unknown';
  return freeze({ action: item.action, counts, date: ownDate(item), became: whatBecameOf(item), facts });
}

function whatBecameOf(item: ReviewedItem): ScheduleItemTrace['became'] {
  if (item.isDone) return 'done';
  if (!item.isCertain || item.earliest !== item.latest) return 'open';
  if (item.isCut) return 'cut';
  if (item.isDecisive) return 'decisive';
  return item.action !== 'hold' && item.latest === Number.POSITIVE_INFINITY ? 'waiting' : 'kept';
}
