import type { Exception, Policy, ScheduleRule } from '../../logic/index.ts';
import type { ScheduleReason } from '../../runtime/index.ts';
import { formatDate, formatInstant } from '../../runtime/index.ts';
import { compareText, sortedBy } from '../../support/index.ts';
import { citationOf, sourceOf } from '../reasons.ts';
import type { Answer } from './answers.ts';
import type { ScheduleCase } from './cases.ts';
import type { Item, Removal } from './items.ts';
import type { Retention } from './retention.ts';
import type { World } from './worlds.ts';
import { erasuresIn, isCertain, keepsIn, longest, shortest } from './worlds.ts';

type ReasonOfClaim = Omit<ScheduleReason, 'claims'>;

/** What became of what: the items that a bound, a deadline or an action came from, and those that were cut. */
export interface Fates {
  readonly decisive: ReadonlySet<Item>;
  readonly cut: ReadonlySet<Item>;
}

/** "Every rule and exception that counts, or may count"; equal reasons are listed once, with their claims. */
export function reasonsOf(
  cases: readonly ScheduleCase[],
  fates: Fates,
  policies: readonly Policy[],
): readonly ScheduleReason[] {
  const merged = new Map<string, { reason: ReasonOfClaim; claims: Set<string> }>();
  for (const { claim, items, removals } of cases) {
    const reasons = [
      ...items.map((item) => reasonOfItem(item, fates)),
      ...removals.map((removal) => reasonOfRemoval(removal, policies)),
    ];
    for (const reason of reasons) {
      const key = JSON.stringify(reason);
      const entry = merged.get(key) ?? { reason, claims: new Set() };
      merged.set(key, entry);
      if (claim !== null) entry.claims.add(claim);
    }
  }
  const all = [...merged.values()].map(({ reason, claims }) => ({
    ...reason,
    claims: [...claims].sort(compareText),
  }));
  return sortedBy(all, ({ claims }) => claims.join(' ')).sort((left, right) =>
    compareText(left.rule, right.rule),
  );
}

/**
 * "A rule that was cut is reported": one that has less than it asks for in the window of its claim. Decisive is what the
 * bounds of the answer came from, a hold that holds, and what gives a deadline or the date of an action.
 */
export function fatesOf(
  cases: readonly ScheduleCase[],
  retention: Retention,
  others: readonly Item[],
): Fates {
  const answers = [retention.longest, retention.shortest];
  const isHeld = answers.some(({ state }) => state === 'on-hold' || state === 'keep-restricted');
  const items = cases.flatMap((one) => one.items);
  const holds = items.filter(({ rule }) => rule.action === 'hold');
  return {
    decisive: new Set([
      ...answers.flatMap(boundingItems),
      ...holds.filter((hold) => isHeld || isCertain(hold)),
      ...others,
    ]),
    cut: new Set([
      ...cutIn(longest, cases, retention.longest),
      ...cutIn(shortest, cases, retention.shortest),
    ]),
  };
}

function boundingItems({ keepThrough, eraseBy }: Answer): readonly Item[] {
  return [
    ...(keepThrough.date === Number.NEGATIVE_INFINITY ? [] : keepThrough.items),
    ...(eraseBy.date === Number.POSITIVE_INFINITY ? [] : eraseBy.items),
  ];
}

function cutIn(world: World, cases: readonly ScheduleCase[], { claims }: Answer): readonly Item[] {
  return cases.flatMap(({ items }, index) => {
    const window = claims[index];
    if (window === undefined) return [];
    const keeps = keepsIn(world, items).filter(({ date }) => date > window.keepThrough.date);
    const erasures = erasuresIn(world, items).filter(({ date }) => date < window.eraseBy.date);
    return [...keeps, ...erasures].flatMap((bound) => bound.items);
  });
}

function reasonOfItem(item: Item, { decisive, cut }: Fates): ReasonOfClaim {
  const { policy, rule, provision } = item;
  return {
    ...describe(policy, rule, provision),
    certain: isCertain(item),
    date: ownDate(item),
    decisive: decisive.has(item),
    cut: cut.has(item),
  };
}

function reasonOfRemoval(
  { policy, rule, exception, truth }: Removal,
  policies: readonly Policy[],
): ReasonOfClaim {
  const speaker = policies.find(({ id }) => id === exception.lifter) ?? policy;
  const isTrue = truth === 'true';
  return {
    ...describe(speaker, rule, exception.provision),
    certain: isTrue,
    date: null,
    decisive: isTrue,
    cut: false,
  };
}

function describe(
  policy: Policy,
  rule: ScheduleRule,
  provision: ScheduleRule | Exception,
): Omit<ReasonOfClaim, 'certain' | 'date' | 'decisive' | 'cut'> {
  return {
    rule: provision.id,
    kind: provision.kind === 'schedule' ? 'rule' : provision.kind === 'lift' ? 'lift' : 'exception',
    action: rule.action,
    title: provision.title,
    citation: citationOf(provision),
    policy: policy.id,
    policyTitle: policy.title,
    authority: policy.authority.name,
    source: sourceOf(policy),
  };
}

/** "Its own last day, before higher authorities": where it is known. */
export function ownDate({ rule, last }: Item): string | 'forever' | null {
  if (rule.action === 'hold' || last.earliest !== last.latest) return null;
  if (Number.isFinite(last.latest)) {
    return last.unit === 'date' ? formatDate(last.latest) : formatInstant(last.latest);
  }
  return rule.action === 'keep' && last.latest === Number.POSITIVE_INFINITY ? 'forever' : null;
}
