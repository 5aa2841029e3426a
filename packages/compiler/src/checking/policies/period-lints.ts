import type { Declared } from '../../binding/index.ts';
import type { Policy, Rule, ScheduleRule } from '../../logic/index.ts';
import { formatDate, parseDate } from '../../runtime/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';

/**
 * Reports rules of a policy that seem to follow one another and leave days between them, or overlap for some: two rules
 * that do the same to the same activity or record, the one ending and the other beginning within a week of that, where
 * no other rule follows or goes before exactly. Those that are counted by other dates are left out.
 */
export function adviseOnPeriods(context: CheckContext, declared: Declared, policy: Policy): void {
  const seen = new Set<string>();
  for (const group of groupsOf(policy)) {
    for (const [earlier, later] of successions(group)) {
      const key = `${earlier.rule.id} ${later.rule.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      adviseOnPair(context, declared, earlier, later);
    }
  }
}

interface TimedRule {
  readonly rule: Rule | ScheduleRule;
  readonly from: number;
  /** The day after the last. */
  readonly until: number;
}

/** The rules of a policy with periods of their own, by what they do to what. */
function groupsOf({ parts, schedules }: Policy): readonly (readonly TimedRule[])[] {
  const groups = new Map<string, TimedRule[]>();
  const add = (key: string, rule: Rule | ScheduleRule): void => {
    const timed = timedRule(rule);
    if (timed !== undefined) groups.set(key, [...(groups.get(key) ?? []), timed]);
  };
  for (const { activity, rules } of parts) {
    for (const rule of rules) add(`${rule.effect} ${activity}`, rule);
  }
  for (const { record, rules } of schedules) for (const rule of rules) add(`${rule.action} ${record}`, rule);
  return [...groups.values()];
}

function timedRule(rule: Rule | ScheduleRule): TimedRule | undefined {
  const { inForce, condition } = rule;
  const tests = condition.kind === 'and' ? condition.operands : [condition];
  const isCounted = tests.some((test) => test.kind === 'in-force' && test.on !== undefined);
  if (inForce === undefined || isCounted) return undefined;
  const { from, through, until } = inForce;
  const last = dayOf(through);
  return {
    rule,
    from: dayOf(from) ?? Number.NEGATIVE_INFINITY,
    until: last === undefined ? (dayOf(until) ?? Number.POSITIVE_INFINITY) : last + 1,
  };
}

function dayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDate(text);
}

/** Longer ones are meant. */
const mostDays = 7;

/** Pairs of which the one nearly begins where the other ends. */
function successions(group: readonly TimedRule[]): readonly (readonly [TimedRule, TimedRule])[] {
  const hasSuccessor = ({ until }: TimedRule): boolean => group.some(({ from }) => from === until);
  const hasPredecessor = ({ from }: TimedRule): boolean => group.some(({ until }) => until === from);
  return group.flatMap((earlier) =>
    group
      .filter((later) => earlier.from < later.from && earlier.until < later.until)
      .filter(({ from }) => from !== earlier.until && Math.abs(from - earlier.until) <= mostDays)
      .filter((later) => !hasSuccessor(earlier) && !hasPredecessor(later))
      .map((later) => [earlier, later] as const),
  );
}

function adviseOnPair(context: CheckContext, declared: Declared, earlier: TimedRule, later: TimedRule): void {
  const isGap = earlier.until < later.from;
  const [from, until] = isGap ? [earlier.until, later.from] : [later.from, earlier.until];
  const [first, last] = [formatDate(from), formatDate(until - 1)];
  const period = first === last ? `On ${first}` : `From ${first} through ${last}`;
  const values = { period, earlier: earlier.rule.id, later: later.rule.id };
  const related = [{ unit: declared.unit, span: earlier.rule.place, text: 'this is the earlier one' }];
  const code = isGap ? 'lint/gap-in-force' : 'lint/overlap-in-force';
  report(context, declared.unit, code, later.rule.place, values, { related });
}
