import { formatDate, formatInstant } from '../dates.ts';
import type { ScheduleReason } from '../schedule.ts';
import { compareText } from '../texts.ts';
import { never } from './bounds.ts';
import type { AnyProvision, Found, Item, Removal } from './items.ts';
import type { Retention } from './retention.ts';
import { longest, shortest } from './retention.ts';
import type { Answer, ByClaim, World } from './windows.ts';
import { boundsIn } from './windows.ts';

/** What became of what: those that something came from, and those that were left less than they ask for. */
export interface Fates {
  readonly decisive: ReadonlySet<Item>;
  readonly cut: ReadonlySet<Item>;
}

export function fatesOf(claims: ByClaim, retention: Retention, others: readonly (readonly Item[])[]): Fates {
  const decisive = new Set<Item>(others.flat());
  const cut = new Set<Item>();
  const isOne = retention.longest === retention.shortest;
  const worlds: readonly (readonly [World, Answer])[] = isOne
    ? [[longest, retention.longest]]
    : [
        [longest, retention.longest],
        [shortest, retention.shortest],
      ];
  const isHeld = worlds.some(([, { state }]) => state === 'on-hold' || state === 'keep-restricted');
  for (const [world, answer] of worlds) {
    if (answer.keepThrough.date !== -never) addAll(decisive, answer.keepThrough.items);
    if (answer.eraseBy.date !== never) addAll(decisive, answer.eraseBy.items);
    for (const [index, items] of claims.entries()) addCut(cut, world, items, answer.claims[index]);
  }
  for (const items of claims) {
    for (const item of items) {
      if (item.action === 'hold' && (isHeld || item.isCertain)) decisive.add(item);
    }
  }
  return { decisive, cut };
}

function addAll(set: Set<Item>, items: readonly Item[]): void {
  for (const item of items) set.add(item);
}

function addCut(
  cut: Set<Item>,
  world: World,
  items: readonly Item[],
  window: Answer['claims'][number] | undefined,
): void {
  if (window === undefined) return;
  const { keeps, erasures } = boundsIn(world, items);
  for (const keep of keeps) if (keep.date > window.keepThrough.date) addAll(cut, keep.items);
  for (const erasure of erasures) if (erasure.date < window.eraseBy.date) addAll(cut, erasure.items);
}

type ReasonOfClaim = Omit<ScheduleReason, 'claims'>;

/** Every rule and exception that counts or may count; equal ones once, with their claims. */
export function reasonsOf(
  { items, removals }: Found,
  fates: Fates,
  claimNames: readonly string[],
): readonly ScheduleReason[] {
  const merged = new Map<string, { reason: ReasonOfClaim; claims: Set<string> }>();
  const add = (reason: ReasonOfClaim, claim: number): void => {
    const { rule, certain, date, decisive, cut, action, kind } = reason;
    const key = `${rule} ${kind} ${action} ${certain} ${date} ${decisive} ${cut}`;
    const entry = merged.get(key) ?? { reason, claims: new Set() };
    merged.set(key, entry);
    const name = claimNames[claim];
    if (name !== undefined) entry.claims.add(name);
  };
  for (const item of items) add(reasonOfItem(item, fates), item.claim);
  for (const removal of removals) add(reasonOfRemoval(removal), removal.claim);
  const reasons = [...merged.values()].map(({ reason, claims }) =>
    Object.freeze({ ...reason, claims: Object.freeze([...claims].sort(compareText)) }),
  );
  const order = ({ claims }: ScheduleReason): string => claims.join(' ');
  return Object.freeze(
    reasons.sort(
      (left, right) => compareText(left.rule, right.rule) || compareText(order(left), order(right)),
    ),
  );
}

function reasonOfItem(item: Item, { decisive, cut }: Fates): ReasonOfClaim {
  return {
    ...described(item.provision, item.rule, item.part.policy),
    certain: item.isCertain,
    date: ownDate(item),
    decisive: decisive.has(item),
    cut: cut.has(item),
  };
}

function reasonOfRemoval({ exception, rule, isCertain }: Removal): ReasonOfClaim {
  return {
    ...described(exception, rule, exception.policy),
    certain: isCertain,
    date: null,
    decisive: isCertain,
    cut: false,
  };
}

function described(
  { id, kind, title, citation }: AnyProvision,
  rule: AnyProvision,
  policy: AnyProvision['policy'],
): Omit<ReasonOfClaim, 'certain' | 'date' | 'decisive' | 'cut'> {
  return {
    rule: id,
    kind: kind === 'rule' || kind === 'lift' ? kind : 'exception',
    action: rule.terms?.action ?? 'keep',
    title,
    citation,
    policy: policy.id,
    policyTitle: policy.title,
    authority: policy.authority,
    source: policy.source ?? null,
  };
}

/** Its own last day, where it is known. */
export function ownDate({ action, earliest, latest, isInstant }: Item): string | 'forever' | null {
  if (action === 'hold' || earliest !== latest) return null;
  if (Number.isFinite(latest)) return isInstant ? formatInstant(latest) : formatDate(latest);
  return action === 'keep' && latest === never ? 'forever' : null;
}
