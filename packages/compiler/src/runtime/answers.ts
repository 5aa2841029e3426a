import type { Outcome, Reason, Remark } from './decision.ts';
import { freeze } from './freezing.ts';
import type { Part, Provision } from './policies.ts';
import { certainly, possibly } from './readings.ts';
import { compareText } from './texts.ts';
import type { MandatesFor } from './weighing.ts';
import { isSetAside, mandatesAgainst } from './weighing.ts';

/** The provisions that an answer names, with the claims under which each counts. */
export interface Named<Asked> {
  readonly provision: Provision<Asked>;
  readonly claims: Set<string>;
}

export type NamedById<Asked> = Map<string, Named<Asked>>;

/** Adds what decided a case with the given outcome, under one claim. */
export function addReasons<Asked>(
  named: NamedById<Asked>,
  outcome: Outcome,
  options: {
    readonly parts: readonly Part<Asked>[];
    readonly asked: Asked;
    readonly mandates: MandatesFor;
    readonly claim: string | null;
  },
): void {
  const { parts, asked, mandates, claim } = options;
  const add = (provision: Provision<Asked>): void => addNamed(named, provision, claim);
  for (const part of parts) {
    if (!part.applies(asked, certainly)) continue;
    if (outcome === 'permitted') addPermissions(part, asked, add);
    else if (outcome === 'forbidden' && !isSetAside(part, mandatesAgainst(part, mandates), certainly)) {
      addProhibitions(part, asked, add);
    }
  }
}

/** Adds the advice that applies, under one claim. */
export function addRemarks<Asked>(
  named: NamedById<Asked>,
  parts: readonly Part<Asked>[],
  asked: Asked,
  claim: string | null,
): void {
  for (const part of parts) {
    if (!part.advises || !part.applies(asked, certainly)) continue;
    for (const rule of part.rules) {
      if (rule.effect === 'advise' && rule.stands(asked, certainly)) addNamed(named, rule, claim);
    }
  }
}

function addNamed<Asked>(named: NamedById<Asked>, provision: Provision<Asked>, claim: string | null): void {
  const entry = named.get(provision.id) ?? { provision, claims: new Set() };
  named.set(provision.id, entry);
  if (claim !== null) entry.claims.add(claim);
}

type Add<Asked> = (provision: Provision<Asked>) => void;

/** All that stands: rules, and the default where nothing in the policy permits or mandates. */
function addProhibitions<Asked>(part: Part<Asked>, asked: Asked, add: Add<Asked>): void {
  const byDefault = part.default;
  if (byDefault?.effect === 'forbid' && byDefault.stands(asked, certainly) && !mayPermit(part, asked))
    add(byDefault);
  for (const rule of part.rules) {
    if (rule.effect === 'forbid' && rule.stands(asked, certainly)) add(rule);
  }
}

function mayPermit<Asked>({ rules }: Part<Asked>, asked: Asked): boolean {
  return rules.some(
    ({ effect, stands }) => (effect === 'permit' || effect === 'mandate') && stands(asked, possibly),
  );
}

/** The default, permits and mandates that allow, and the exceptions that set a prohibition aside. */
function addPermissions<Asked>(part: Part<Asked>, asked: Asked, add: Add<Asked>): void {
  const { default: byDefault, rules } = part;
  if (part.permits?.(asked, certainly) === true) {
    if (byDefault?.effect === 'permit' && byDefault.stands(asked, certainly)) add(byDefault);
    for (const rule of rules) {
      const allows = rule.effect === 'permit' || rule.effect === 'mandate';
      if (allows && rule.stands(asked, certainly)) add(rule);
    }
  }
  if (byDefault?.effect === 'forbid') addFreeing(byDefault, asked, add);
  for (const rule of rules) {
    if (rule.effect === 'forbid') addFreeing(rule, asked, add);
  }
}

/** Exceptions and lifts count where what they stand in would have applied, unless something took their place. */
function addFreeing<Asked>(outer: Provision<Asked>, asked: Asked, add: Add<Asked>): void {
  if (!outer.hasNamedExceptions || !outer.condition(asked, certainly)) return;
  for (const exception of outer.exceptions) {
    if (exception.kind === 'unless') continue;
    const isInPlace = exception.stands(asked, certainly) && exception.prevails(asked, possibly);
    if (exception.role === 'frees' && isInPlace) add(exception);
    addFreeing(exception, asked, add);
  }
}

export function reasonsFrom<Asked>(named: NamedById<Asked>): readonly Reason[] {
  return freeze(inOrder(named).map(({ provision, claims }) => reasonOf(provision, claims)));
}

export function remarksFrom<Asked>(named: NamedById<Asked>): readonly Remark[] {
  return freeze(
    inOrder(named).map(({ provision: { id, title, citation }, claims }) =>
      freeze({ rule: id, title, citation, claims: sortedClaims(claims) }),
    ),
  );
}

function inOrder<Asked>(named: NamedById<Asked>): readonly Named<Asked>[] {
  return [...named.values()].sort((left, right) => compareText(left.provision.id, right.provision.id));
}

function reasonOf<Asked>(provision: Provision<Asked>, claims: Set<string>): Reason {
  const { id, kind, effect, title, citation, policy } = provision;
  return freeze({
    rule: id,
    kind: kind === 'unless' ? 'exception' : kind,
    effect: effect === 'permit' || effect === 'mandate' || effect === 'except' ? effect : 'forbid',
    title,
    citation,
    policy: policy.id,
    policyTitle: policy.title,
    authority: policy.authority,
    source: policy.source ?? null,
    claims: sortedClaims(claims),
  });
}

function sortedClaims(claims: Set<string>): readonly string[] {
  return freeze([...claims].sort(compareText));
}
