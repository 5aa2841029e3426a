import type {
  Default,
  Exception,
  Formula,
  Period,
  Policy,
  Program,
  Rule,
  ScheduleRule,
  Value,
} from '../../logic/index.ts';

/** Whatever a policy states that can stand or not. */
export type AnyProvision = Default | Rule | Exception | ScheduleRule;

/** A rule, default, exception or lift, and where it counts. */
export interface ProvisionSite {
  readonly provision: AnyProvision;
  /** The policy in which it takes effect; that of a lift is the policy that is lifted. */
  readonly policy: Policy;
  readonly kind: PartSite['kind'];
  /** The activity or the record that it is about. */
  readonly subject: string;
  /** When the policy applies to that subject. */
  readonly applies: Formula;
  /** What it stands in, from the rule inward; empty for rules and defaults. */
  readonly outer: readonly AnyProvision[];
}

/** When a policy applies to an activity or a record. */
export interface PartSite {
  readonly policy: Policy;
  /** Which questions it answers. */
  readonly kind: 'decision' | 'schedule';
  readonly subject: string;
  readonly applies: Formula;
  readonly provisions: readonly AnyProvision[];
}

/** What all policies say, subject by subject. Whoever adds a kind of list of rules to policies adds it here. */
export function partSites({ policies }: Pick<Program, 'policies'>): readonly PartSite[] {
  return policies.flatMap((policy) => [
    ...policy.parts.map(({ activity, applies, default: byDefault, rules }) => {
      const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
      return { policy, kind: 'decision', subject: activity, applies, provisions } as const;
    }),
    ...policy.schedules.map(({ record, applies, rules }) => {
      return { policy, kind: 'schedule', subject: record, applies, provisions: rules } as const;
    }),
  ]);
}

/** Everything that can stand or not, each rule followed by what stands in it. */
export function provisionSites(program: Pick<Program, 'policies'>): readonly ProvisionSite[] {
  return partSites(program).flatMap((part) =>
    part.provisions.flatMap((provision) => sitesIn(provision, part, [])),
  );
}

function sitesIn(
  provision: AnyProvision,
  part: PartSite,
  outer: readonly AnyProvision[],
): readonly ProvisionSite[] {
  const { policy, kind, subject, applies } = part;
  const inside = [...outer, provision];
  return [
    { provision, policy, kind, subject, applies, outer },
    ...provision.exceptions.flatMap((exception) => sitesIn(exception, part, inside)),
  ];
}

/** The conditions and values that a provision itself is made of, without its exceptions. */
export function rootsOf(provision: AnyProvision): readonly (Formula | Value)[] {
  switch (provision.kind) {
    case 'default':
    case 'rule':
      return [provision.condition];
    case 'schedule':
      return [
        provision.condition,
        ...rootsOfPeriod(provision.period),
        ...(provision.doneWhen === undefined ? [] : [provision.doneWhen]),
      ];
    default:
      return [provision.condition, ...rootsOfPeriod(provision.instead)];
  }
}

function rootsOfPeriod(period: Period | undefined): readonly (Formula | Value)[] {
  if (period === undefined) return [];
  const { until, rolling, extension } = period;
  return [
    until,
    ...(rolling === undefined ? [] : [rolling]),
    ...(extension === undefined ? [] : [extension.condition, extension.until]),
  ];
}
