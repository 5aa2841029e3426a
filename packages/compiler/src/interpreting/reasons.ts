import type { Default, Exception, Policy, Rule } from '../logic/index.ts';
import type { Outcome, Reason, Remark } from '../runtime/index.ts';
import { compareText, sortedBy } from '../support/index.ts';
import type { ClaimCase, JudgedPolicy } from './cases.ts';
import type { Judgment } from './judgment.ts';
import { and } from './judgment.ts';
import { rulesOf } from './policies.ts';
import type { ProvisionCase } from './provisions.ts';

/**
 * "`decide` returns all standing prohibitions, or the regimes and permits that allowed, with exceptions and lifts that
 * mattered, sorted"; "equal reasons are listed once, with their claims".
 */
export function reasonsFor(
  outcome: Outcome,
  cases: readonly ClaimCase[],
  policies: readonly Policy[],
): readonly Reason[] {
  const decisive = cases.filter((one) => one.outcome === outcome);
  const found = decisive.flatMap((one) =>
    one.policies.flatMap((holder) =>
      decisiveCases(outcome, holder).map(({ provision, lifter }) => {
        const policy = policies.find(({ id }) => id === lifter) ?? holder.policy;
        return { provision, policy, claim: one.claim };
      }),
    ),
  );
  return mergeByRule(found, ({ provision, policy }, claims) => reasonOf(provision, policy, claims));
}

/** "`rule … { advise … }` adds a remark to the answer and changes nothing else." */
export function remarksOf(cases: readonly ClaimCase[]): readonly Remark[] {
  const found = cases.flatMap((one) =>
    one.policies.flatMap(({ rules, applies }) =>
      rulesOf(rules, 'advise')
        .filter(({ stands }) => and([applies, stands]).truth === 'true')
        .map(({ provision }) => ({ provision, claim: one.claim })),
    ),
  );
  return mergeByRule(found, ({ provision }, claims) => ({
    rule: provision.id,
    title: provision.title,
    citation: citationOf(provision),
    claims,
  }));
}

type Decisive = Rule | Default | Exception;

function decisiveCases(outcome: Outcome, policy: JudgedPolicy): readonly ProvisionCase<Decisive>[] {
  if (outcome === 'forbidden') return prohibitions(policy);
  return outcome === 'permitted' ? permissions(policy) : [];
}

/** What stands, applies and is not certainly set aside. */
function prohibitions(policy: JudgedPolicy): readonly ProvisionCase<Decisive>[] {
  if (policy.applies.truth !== 'true' || policy.setAside.truth === 'true') return [];
  const rules = rulesOf(policy.rules, 'forbid').filter(stands);
  return policy.default !== undefined && policy.forbidsByDefault.truth === 'true'
    ? [policy.default, ...rules]
    : rules;
}

function permissions(policy: JudgedPolicy): readonly ProvisionCase<Decisive>[] {
  const freeing = freeingExceptions(policy);
  if (policy.permits.truth !== 'true') return freeing;
  const rules = policy.rules
    .filter(({ provision }) => ['permit', 'mandate'].includes(provision.effect))
    .filter(stands);
  const permitsByDefault = policy.default?.provision.effect === 'permit' && stands(policy.default);
  return [
    ...(permitsByDefault && policy.default !== undefined ? [policy.default] : []),
    ...rules,
    ...freeing,
  ];
}

/** The exceptions and lifts that set a prohibition aside which would have applied. */
function freeingExceptions(policy: JudgedPolicy): readonly ProvisionCase<Exception>[] {
  const rules: readonly ProvisionCase[] = rulesOf(policy.rules, 'forbid');
  const prohibited = policy.default?.provision.effect === 'forbid' ? [policy.default, ...rules] : rules;
  return prohibited.flatMap((prohibition) => freeingIn(prohibition, policy.applies));
}

function freeingIn(outer: ProvisionCase, context: Judgment): readonly ProvisionCase<Exception>[] {
  const inside = and([context, outer.condition]);
  if (inside.truth !== 'true') return [];
  return outer.exceptions.flatMap((exception) => [
    ...(exception.role === 'frees' && exception.provision.kind !== 'unless' && isInPlace(exception)
      ? [exception]
      : []),
    ...freeingIn(exception, inside),
  ]);
}

/** It stands, and nothing certainly took its place. */
function isInPlace({ stands: itself, prevails }: ProvisionCase): boolean {
  return itself.truth === 'true' && prevails.truth !== 'false';
}

function stands(provision: ProvisionCase): boolean {
  return provision.stands.truth === 'true';
}

function reasonOf(provision: Decisive, policy: Policy, claims: readonly string[]): Reason {
  return {
    rule: provision.id,
    kind: provision.kind === 'unless' ? 'exception' : provision.kind,
    effect: effectOf(provision),
    title: provision.title,
    citation: citationOf(provision),
    policy: policy.id,
    policyTitle: policy.title,
    authority: policy.authority.name,
    source: sourceOf(policy),
    claims,
  };
}

function effectOf(provision: Decisive): Reason['effect'] {
  if (provision.kind !== 'rule' && provision.kind !== 'default') return 'except';
  const { effect } = provision;
  return effect === 'permit' || effect === 'mandate' ? effect : 'forbid';
}

/** Joined by "; ". */
export function citationOf({ cites }: { readonly cites: readonly string[] }): string | null {
  return cites.length === 0 ? null : cites.join('; ');
}

export function sourceOf({ sources }: Policy): string | null {
  return sources.length === 0 ? null : sources.map(({ text }) => text).join('; ');
}

function mergeByRule<Item extends { provision: Decisive; claim: string | null }, Result>(
  items: readonly Item[],
  make: (item: Item, claims: readonly string[]) => Result,
): readonly Result[] {
  const byRule = new Map<string, { item: Item; claims: Set<string> }>();
  for (const item of items) {
    const entry = byRule.get(item.provision.id) ?? { item, claims: new Set() };
    byRule.set(item.provision.id, entry);
    if (item.claim !== null) entry.claims.add(item.claim);
  }
  return sortedBy(byRule, ([id]) => id).map(([, { item, claims }]) =>
    make(item, [...claims].sort(compareText)),
  );
}
