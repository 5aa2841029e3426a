import { assertNever } from '../../support/index.ts';
import { earliest, never } from '../knowledge.ts';
import { dateChanges, dateIn, firstDifference } from '../movements.ts';
import type { ProvisionCase } from '../provisions.ts';
import type { Run } from '../run.ts';
import { reviewDateOf } from './actions.ts';
import type { ScheduleCase, SchedulePolicyCase } from './cases.ts';
import type { Item } from './items.ts';

/**
 * The first later instant at which the answer could change by itself: a condition or a date changes, or a day comes or
 * ends on which something is due or up to which something is kept.
 */
export function lastsUntil(cases: readonly ScheduleCase[], run: Run): number {
  const policies = cases.flatMap((one) => one.policies.map((policy) => ({ until: policyLasts(policy) })));
  const items = cases.flatMap((one) => one.items.map((item) => ({ until: itemLasts(item, run) })));
  return earliest([...policies, ...items]);
}

/** Of a policy that does not apply, nothing else counts. */
function policyLasts({ applies, rules }: SchedulePolicyCase): number {
  if (applies.truth === 'false') return applies.until;
  return Math.min(applies.until, ...rules.map(provisionLasts));
}

/** Of a rule whose condition does not hold, its exceptions do not count. */
function provisionLasts({ condition, exceptions }: Pick<ProvisionCase, 'condition' | 'exceptions'>): number {
  if (condition.truth === 'false') return condition.until;
  return Math.min(condition.until, ...exceptions.map(provisionLasts));
}

function itemLasts(item: Item, run: Run): number {
  const { last, done, policy } = item;
  const turns = turningDays(item).map((date) => untilTurn(policy.zone, date, run.now));
  const instants = last.unit === 'instant' ? last.candidates.map((instant) => instant + 1) : [];
  const later = instants.filter((instant) => instant > run.now);
  if (turns.length + instants.length > 0) run.noticed.time = true;
  return Math.min(last.until, done.until, ...turns, ...later, never);
}

/** The days whose coming or ending could change something. */
function turningDays(item: Item): readonly number[] {
  const { rule, last } = item;
  const days = last.unit === 'date' ? last.candidates : [];
  switch (rule.action) {
    case 'keep':
      // An erasure that the keep puts off falls on the day after it.
      return days.flatMap((date) => [date, date + 1]);
    case 'hold': {
      const review = reviewDateOf(item);
      return review === undefined ? [] : [review];
    }
    case 'erase':
    case 'anonymise':
    case 'archive':
    case 'review':
    case 'restrict':
    case 'due':
      return days;
    default:
      return assertNever(rule.action);
  }
}

/** The first later instant at which a day begins or ends. */
function untilTurn(zone: string, date: number, now: number): number {
  const sideOf = (instant: number): number => Math.sign(dateIn(zone, instant) - date);
  const side = sideOf(now);
  const changes = dateChanges(zone, [date, date + 1], now);
  return firstDifference(now, changes, (instant) => sideOf(instant) !== side);
}
