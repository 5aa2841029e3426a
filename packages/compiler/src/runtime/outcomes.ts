import type { Claims } from './claims.ts';
import type { Outcome } from './decision.ts';
import type { Case, Part } from './policies.ts';
import type { Reaching } from './reaching.ts';
import { reachedParts } from './reaching.ts';
import { unknownTerm } from './terms.ts';
import type { Mandates, MandatesFor } from './weighing.ts';
import { addMandates, noMandate, outcomeOf } from './weighing.ts';

/** From the strictest, whose outcome counts, to the least strict. */
export const outcomes: readonly Outcome[] = ['forbidden', 'undetermined', 'ungoverned', 'permitted'];

/** A case under one claim. */
export interface ClaimCase<Encoded> {
  claim: number;
  readonly parts: Part<Case<Encoded>>[];
  readonly mandates: MandatesFor;
  outcome: Outcome;
}

/** The cases of what is asked, one for each claim; what stands behind `length` is left over from earlier ones. */
export interface Cases<Encoded> {
  readonly all: ClaimCase<Encoded>[];
  length: number;
  readonly anyClaim: Mandates;
  /** No claim at all is ungoverned. */
  outcome: Outcome;
}

export function createCases<Encoded>(): Cases<Encoded> {
  return { all: [], length: 0, anyClaim: emptyMandates(), outcome: 'ungoverned' };
}

export function emptyMandates(): Mandates {
  return { certain: noMandate, possible: noMandate };
}

export function clearMandates(mandates: Mandates): void {
  mandates.certain = noMandate;
  mandates.possible = noMandate;
}

/** Decides the outcome under each claim; the strictest counts. */
export function weighCases<Encoded>(
  cases: Cases<Encoded>,
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): void {
  const { all, anyClaim } = cases;
  const situation = reaching.entry.situationOf(asked.facts);
  cases.length = claims === undefined ? 1 : claims.length;
  if (reaching.mandates) clearMandates(anyClaim);
  for (let index = 0; index < cases.length; index += 1) {
    const one = all[index] ?? createCase<Encoded>(anyClaim);
    all[index] = one;
    one.claim = claims?.terms[index] ?? unknownTerm;
    asked.claim = one.claim;
    reachedParts(reaching, asked, situation, one.parts);
    if (reaching.mandates) findMandates(one, anyClaim, asked);
  }
  let strictest = outcomes.length;
  for (let index = 0; index < cases.length; index += 1) {
    const one = all[index];
    if (one === undefined) continue;
    asked.claim = one.claim;
    one.outcome = outcomeOf(one.parts, asked, one.mandates);
    strictest = Math.min(strictest, outcomes.indexOf(one.outcome));
  }
  cases.outcome = outcomes[strictest] ?? 'ungoverned';
}

function createCase<Encoded>(anyClaim: Mandates): ClaimCase<Encoded> {
  const mandates = { thisClaim: emptyMandates(), anyClaim };
  return { claim: unknownTerm, parts: [], mandates, outcome: 'ungoverned' };
}

function findMandates<Encoded>(
  { claim, parts, mandates }: ClaimCase<Encoded>,
  anyClaim: Mandates,
  asked: Case<Encoded>,
): void {
  asked.claim = claim;
  clearMandates(mandates.thisClaim);
  addMandates(parts, asked, mandates.thisClaim);
  anyClaim.certain = Math.min(anyClaim.certain, mandates.thisClaim.certain);
  anyClaim.possible = Math.min(anyClaim.possible, mandates.thisClaim.possible);
}
