import type { Claims } from './claims.ts';
import { findDuties } from './duties.ts';
import type { DutySink } from './findings.ts';
import { clearMandates, emptyMandates } from './outcomes.ts';
import type { Case, Part } from './policies.ts';
import type { Plan, Reaching } from './reaching.ts';
import { planFor, reachedParts } from './reaching.ts';
import { possibly } from './readings.ts';
import { unknownTerm } from './terms.ts';
import type { MandatesFor } from './weighing.ts';
import { addMandates, hasOpenDuty, isPermitted, mayPermit } from './weighing.ts';

/** What `permits` keeps from call to call, so that it allocates nothing. */
export interface PermitScratch<Encoded> extends DutySink<Case<Encoded>> {
  fulfils: readonly string[];
  isFulfilled: boolean;
  readonly mandates: MandatesFor;
  readonly parts: Part<Case<Encoded>>[];
}

export function createPermitScratch<Encoded>(): PermitScratch<Encoded> {
  const scratch: PermitScratch<Encoded> = {
    fulfils: [],
    isFulfilled: true,
    mandates: { thisClaim: emptyMandates(), anyClaim: emptyMandates() },
    parts: [],
    owe(_, { of }) {
      if (!scratch.fulfils.includes(of.name)) scratch.isFulfilled = false;
    },
  };
  return scratch;
}

/** Whether a case is permitted under every claim, and nothing is owed that the caller does not fulfil. */
export function isPermittedCase<Encoded>(
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
  scratch: PermitScratch<Encoded>,
): boolean {
  const situation = reaching.entry.situationOf(asked.facts);
  const count = claims === undefined ? 1 : claims.length;
  if (reaching.mandates) findMandates(reaching, asked, situation, claims, scratch);
  for (let index = 0; index < count; index += 1) {
    asked.claim = claims?.terms[index] ?? unknownTerm;
    const isPermittedHere = reaching.mandates
      ? isPermittedBeside(reaching, asked, situation, scratch)
      : isPermittedUnder(reaching, asked, situation, scratch);
    if (!isPermittedHere) return false;
  }
  return count > 0;
}

/** Whether a case is permitted under one claim where nobody mandates anything: what settles most comes first. */
function isPermittedUnder<Encoded>(
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  situation: number,
  scratch: PermitScratch<Encoded>,
): boolean {
  const { ways } = reaching;
  let permits = false;
  for (let index = 0; index < ways.length; index += 1) {
    const way = ways[index];
    if (way === undefined) continue;
    const plan = planFor(reaching, way, asked, situation);
    if (isForbiddenBy(reaching, plan, asked)) return false;
    if (plan.permits) permits = true;
    if (plan.open.length === 0) continue;
    const verdict = mayPermit(plan.open, asked, scratch.mandates);
    if (verdict === 'forbidden' || !owesNothing(plan.open, asked, scratch)) return false;
    if (verdict === 'permitted') permits = true;
  }
  return permits;
}

function isForbiddenBy<Encoded>(
  { entry }: Reaching<Encoded>,
  { isForbidden, hasLimits, limits, prohibitions }: Plan<Encoded>,
  asked: Case<Encoded>,
): boolean {
  if (isForbidden) return true;
  if (hasLimits && !entry.isWithin(asked.facts, limits)) return true;
  for (let index = 0; index < prohibitions.length; index += 1) {
    if (prohibitions[index]?.(asked, possibly) === true) return true;
  }
  return false;
}

/** It is known what is owed, and the caller fulfils it. */
function owesNothing<Encoded>(
  parts: readonly Part<Case<Encoded>>[],
  asked: Case<Encoded>,
  scratch: PermitScratch<Encoded>,
): boolean {
  if (hasOpenDuty(parts, asked)) return false;
  scratch.isFulfilled = true;
  for (const part of parts) {
    if (part.owes) findDuties(part, asked, scratch);
  }
  return scratch.isFulfilled;
}

/** The same where mandates set prohibitions aside: those under any claim come first. */
function isPermittedBeside<Encoded>(
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  situation: number,
  scratch: PermitScratch<Encoded>,
): boolean {
  const { parts, mandates } = scratch;
  reachedParts(reaching, asked, situation, parts);
  clearMandates(mandates.thisClaim);
  addMandates(parts, asked, mandates.thisClaim);
  return isPermitted(parts, asked, mandates) && owesNothing(parts, asked, scratch);
}

function findMandates<Encoded>(
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  situation: number,
  claims: Claims | undefined,
  { parts, mandates: { anyClaim } }: PermitScratch<Encoded>,
): void {
  clearMandates(anyClaim);
  const count = claims === undefined ? 1 : claims.length;
  for (let index = 0; index < count; index += 1) {
    asked.claim = claims?.terms[index] ?? unknownTerm;
    reachedParts(reaching, asked, situation, parts);
    addMandates(parts, asked, anyClaim);
  }
}
