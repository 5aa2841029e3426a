import { claimName } from './claims.ts';
import type { AnswerParts, ClaimOutcome, Outcome, Reason, Remark } from './decision.ts';
import type { FindingKind, Findings } from './findings.ts';
import { dutyFound, outcomeFound, reasonFound, remarkFound } from './findings.ts';
import { freeze } from './freezing.ts';
import type { Owing } from './obligations.ts';
import { owedObligations } from './obligations.ts';
import { outcomes } from './outcomes.ts';
import type { Provision } from './policies.ts';
import type { Taxonomy } from './terms.ts';
import { compareText } from './texts.ts';

/** What of a decision follows from what was found. */
export type Assembled = Pick<AnswerParts, 'reasons' | 'claims' | 'remarks'> & {
  readonly obligations: ReturnType<typeof owedObligations>;
};

/** Puts together what was found; `terms` are those of the claims, if there are any. */
export function assemble<Asked>(findings: Findings<Asked>, terms: Taxonomy | undefined): Assembled {
  const owings: Owing[] = [];
  for (let index = 0; index < findings.length; index += 1) {
    const [provision, use] = [findings.provisions[index], findings.uses[index]];
    if (findings.kinds[index] === dutyFound && provision !== undefined && use !== undefined) {
      owings.push({ rule: provision.id, use });
    }
  }
  return {
    reasons: freeze(named(findings, reasonFound, terms).map(reasonOf)),
    remarks: freeze(named(findings, remarkFound, terms).map(remarkOf)),
    claims: claimOutcomes(findings, terms),
    obligations: owedObligations(owings),
  };
}

/** A provision that an answer names, with the claims under which it counts. */
interface Named<Asked> {
  readonly provision: Provision<Asked>;
  readonly claims: readonly string[];
}

/** Each provision once, sorted by id. */
function named<Asked>(
  findings: Findings<Asked>,
  kind: FindingKind,
  terms: Taxonomy | undefined,
): readonly Named<Asked>[] {
  const byId = new Map<string, { provision: Provision<Asked>; claims: Set<string> }>();
  for (let index = 0; index < findings.length; index += 1) {
    const provision = findings.provisions[index];
    if (findings.kinds[index] !== kind || provision === undefined) continue;
    const entry = byId.get(provision.id) ?? { provision, claims: new Set() };
    byId.set(provision.id, entry);
    if (terms !== undefined) entry.claims.add(claimName(terms, findings.claims[index] ?? 0));
  }
  return [...byId.values()]
    .sort((left, right) => compareText(left.provision.id, right.provision.id))
    .map(({ provision, claims }) => ({ provision, claims: freeze([...claims].sort(compareText)) }));
}

function reasonOf<Asked>({ provision, claims }: Named<Asked>): Reason {
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
    claims,
  });
}

function remarkOf<Asked>({ provision: { id, title, citation }, claims }: Named<Asked>): Remark {
  return freeze({ rule: id, title, citation, claims });
}

function claimOutcomes<Asked>(
  findings: Findings<Asked>,
  terms: Taxonomy | undefined,
): readonly ClaimOutcome[] {
  if (terms === undefined) return freeze([]);
  const found: ClaimOutcome[] = [];
  for (let index = 0; index < findings.length; index += 1) {
    if (findings.kinds[index] !== outcomeFound) continue;
    const outcome: Outcome = outcomes[findings.numbers[index] ?? 0] ?? 'undetermined';
    found.push(freeze({ claim: claimName(terms, findings.claims[index] ?? 0), outcome }));
  }
  return freeze(found.sort((left, right) => compareText(left.claim, right.claim)));
}
