import type { Default, Policy, PolicyPart, Rule, SchedulePart, ScheduleRule } from '../logic/index.ts';
import type { RegisterPart, RegisterRule, RegisterTest } from './model.ts';
import { daysInAll } from './periods.ts';
import type { RegisterContext } from './provisions.ts';
import { describeProvision } from './provisions.ts';

/** The tests whose answer each rule decides, by id. */
export type TestsByRule = ReadonlyMap<string, readonly RegisterTest[]>;

/** What a policy says, about activities first and then about records. */
export function describeParts(
  policy: Policy,
  tests: TestsByRule,
  context: RegisterContext,
): readonly RegisterPart[] {
  return [
    ...policy.parts.map((part) => describePart(policy, part, tests, context)),
    ...policy.schedules.map((part) => describeSchedules(policy, part, tests, context)),
  ].filter(({ rules }) => rules.length > 0);
}

function describePart(
  policy: Policy,
  part: PolicyPart,
  tests: TestsByRule,
  context: RegisterContext,
): RegisterPart {
  const { activity } = part;
  const rules: readonly (Default | Rule)[] =
    part.default === undefined ? part.rules : [part.default, ...part.rules];
  const title = context.program.activities.get(activity)?.title ?? activity;
  return {
    subject: { kind: 'activity', name: activity, title },
    rules: rules.map((rule) => describeRule({ policy, rule, subject: activity, suffix: '' }, tests, context)),
  };
}

function describeSchedules(
  policy: Policy,
  { record, rules }: SchedulePart,
  tests: TestsByRule,
  context: RegisterContext,
): RegisterPart {
  const title = context.program.records.get(record)?.title ?? spaced(record);
  return {
    subject: { kind: 'record', name: record, title },
    rules: rules.map((rule) => {
      // A rule about every record of a person has the same id in the part of each record type.
      const first = policy.schedules.find((each) => each.rules.some(({ id }) => id === rule.id));
      const suffix = first === undefined || first.record === record ? '' : `:${record}`;
      return describeRule({ policy, rule, subject: record, suffix }, tests, context);
    }),
  };
}

interface RuleTask {
  readonly policy: Policy;
  readonly rule: Default | Rule | ScheduleRule;
  /** The activity or record that it is about. */
  readonly subject: string;
  readonly suffix: string;
}

function describeRule(
  { policy, rule, subject, suffix }: RuleTask,
  tests: TestsByRule,
  context: RegisterContext,
): RegisterRule {
  const overridableBy = 'overridableBy' in rule ? rule.overridableBy?.name : undefined;
  return {
    ...describeProvision(rule, { scope: subject, suffix }, context),
    anchor: `${rule.id}${suffix}`,
    effect: rule.kind === 'schedule' ? rule.action : rule.effect,
    isDefault: rule.kind === 'default',
    absolute: rule.kind === 'schedule' && rule.absolute,
    authority: policy.authority.name,
    ...(overridableBy === undefined ? {} : { overridableBy }),
    counts: daysInAll([policy.inForce, rule.inForce]),
    tests: tests.get(rule.id) ?? [],
  };
}

/** `SuppressionEntry` as words. */
function spaced(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
