import { formatDate, formatInstant } from '../dates.ts';
import type { ScheduleReason } from '../schedule.ts';
import { compareText } from '../texts.ts';
import { never } from './bounds.ts';
import type { AnyProvision, Found, Item, Removal } from './items.ts';
import type { Retention } from './retention.ts';
import { longest, shortest } from './retention.ts';
import type { Answer, ByClaim, ClaimWindow, World } from './windows.ts';
import { isErasure, isIn } from './windows.ts';

/** Marks those that something came from, and those that were left less than they ask for. */
export function markFates(
  claims: ByClaim,
  { longest: most, shortest: least }: Retention,
  ...others: readonly (readonly Item[])[]
): void {
  markIn(longest, claims, most);
  if (least !== most) markIn(shortest, claims, least);
  for (const items of others) for (const item of items) item.isDecisive = true;
  const isHeld = isHolding(most) || isHolding(least);
  for (const items of claims) {
    for (const item of items) {
      if (item.action === 'hold' && (isHeld || item.isCertain)) item.isDecisive = true;
    }
  }
}

function isHolding({ state }: Answer): boolean {
  return state === 'on-hold' || state === 'keep-restricted';
}

function markIn(world: World, claims: ByClaim, { keepThrough, eraseBy, claims: windows }: Answer): void {
  if (keepThrough.date !== -never) for (const item of keepThrough.items) item.isDecisive = true;
  if (eraseBy.date !== never) for (const item of eraseBy.items) item.isDecisive = true;
  for (const [index, items] of claims.entries()) {
    const window = windows[index];
    if (window !== undefined) markCut(world, items, window);
  }
}

function markCut(world: World, items: readonly Item[], window: ClaimWindow): void {
  for (const item of items) {
    const isKeep = item.action === 'keep';
    if ((!isKeep && !isErasure(item)) || !isIn(item, world, isKeep)) continue;
    const date = world.kept === 'longest' ? item.latest : item.earliest;
    // What has no day, or nothing to keep, is never more than what is left.
    if (isKeep ? date > window.keepThrough.date : date < window.eraseBy.date) item.isCut = true;
  }
}

type ReasonOfClaim = Omit<ScheduleReason, 'claims'>;

/** Every rule and exception that counts or may count; equal ones once, with their claims. */
export function reasonsOf(
  { items, removals }: Found,
  claimNames: readonly string[],
): readonly ScheduleReason[] {
  const all = [...items.map(reasonOfItem), ...removals.map(reasonOfRemoval)];
  const only = Object.freeze(claimNames.slice());
  const reasons =
    claimNames.length < 2
      ? all.map((reason) => withClaims(reason, only))
      : merged(
          all,
          [...items, ...removals].map(({ claim }) => claimNames[claim]),
        );
  return Object.freeze(reasons.sort((left, right) => compareText(left.rule, right.rule)));
}

/** Those of one rule come by their claims. */
function merged(all: readonly ReasonOfClaim[], claims: readonly (string | undefined)[]): ScheduleReason[] {
  const byKey = new Map<string, { reason: ReasonOfClaim; names: Set<string> }>();
  for (const [index, reason] of all.entries()) {
    const { rule, kind, certain, date, decisive, cut } = reason;
    const key = `${rule} ${kind} ${certain} ${date} ${decisive} ${cut}`;
    const entry = byKey.get(key) ?? { reason, names: new Set() };
    byKey.set(key, entry);
    const name = claims[index];
    if (name !== undefined) entry.names.add(name);
  }
  return [...byKey.values()]
    .map(({ reason, names }) => withClaims(reason, Object.freeze([...names].sort(compareText))))
    .sort((left, right) => compareText(left.claims.join(' '), right.claims.join(' ')));
}

function withClaims(reason: ReasonOfClaim, claims: readonly string[]): ScheduleReason {
  return Object.freeze({
    rule: reason.rule,
    kind: reason.kind,
    action: reason.action,
    title: reason.title,
    citation: reason.citation,
    policy: reason.policy,
    policyTitle: reason.policyTitle,
    authority: reason.authority,
    source: reason.source,
    certain: reason.certain,
    date: reason.date,
    decisive: reason.decisive,
    cut: reason.cut,
    claims,
  });
}

function reasonOfItem(item: Item): ReasonOfClaim {
  const { provision, rule, part, isCertain, isDecisive, isCut } = item;
  const fate = { certain: isCertain, date: ownDate(item), decisive: isDecisive, cut: isCut };
  return reasonFor(provision, rule, part.policy, fate);
}

function reasonOfRemoval({ exception, rule, isCertain }: Removal): ReasonOfClaim {
  const fate = { certain: isCertain, date: null, decisive: isCertain, cut: false };
  return reasonFor(exception, rule, exception.policy, fate);
}

function reasonFor(
  { id, kind, title, citation }: AnyProvision,
  rule: AnyProvision,
  policy: AnyProvision['policy'],
  { certain, date, decisive, cut }: Pick<ReasonOfClaim, 'certain' | 'date' | 'decisive' | 'cut'>,
): ReasonOfClaim {
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
    certain,
    date,
    decisive,
    cut,
  };
}

/** Its own last day, where it is known. */
export function ownDate({ action, earliest, latest, isInstant }: Item): string | 'forever' | null {
  if (action === 'hold' || earliest !== latest) return null;
  if (Number.isFinite(latest)) return isInstant ? formatInstant(latest) : formatDate(latest);
  return action === 'keep' && latest === never ? 'forever' : null;
}
