import type { Default, Policy, Rule, ScheduleRule } from '../logic/index.ts';

/** Everything that a policy says: defaults, rules about activities, and rules about records. */
export function rulesOfPolicy({ parts, schedules }: Policy): readonly (Default | Rule | ScheduleRule)[] {
  return [
    ...parts.flatMap(({ default: byDefault, rules }): readonly (Default | Rule)[] =>
      byDefault === undefined ? rules : [byDefault, ...rules],
    ),
    ...schedules.flatMap(({ rules }) => rules),
  ];
}
