import type { Claims } from './claims.ts';
import type { Dispatch } from './dispatch.ts';
import { findDuties } from './duties.ts';
import type { DutySink } from './findings.ts';
import { clearMandates, emptyMandates } from './outcomes.ts';
import type { Case } from './policies.ts';
import type { Mandates, MandatesFor } from './weighing.ts';
import { addMandates, isPermitted } from './weighing.ts';

/** What `permits` keeps from call to call, so that it allocates nothing. */
export interface PermitScratch<Asked> extends DutySink<Asked> {
  fulfils: readonly string[];
  isFulfilled: boolean;
  readonly mandates: MandatesFor;
}

export function createPermitScratch<Asked>(): PermitScratch<Asked> {
  const scratch: PermitScratch<Asked> = {
    fulfils: [],
    isFulfilled: true,
    mandates: { thisClaim: emptyMandates(), anyClaim: emptyMandates() },
    owe(_, { of }) {
      if (!scratch.fulfils.includes(of.name)) scratch.isFulfilled = false;
    },
  };
  return scratch;
}

/** Whether a case is permitted under every claim, and nothing is owed that the caller does not fulfil. */
export function isPermittedCase<Encoded>(
  dispatch: Dispatch<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
  scratch: PermitScratch<Case<Encoded>>,
): boolean {
  const { thisClaim, anyClaim } = scratch.mandates;
  if (claims === undefined) {
    gatherMandates(dispatch, asked, thisClaim);
    copyMandates(thisClaim, anyClaim);
    return isPermittedUnder(dispatch, asked, scratch);
  }
  if (claims.length === 0) return false;
  if (dispatch.mandates) {
    clearMandates(anyClaim);
    for (let index = 0; index < claims.length; index += 1) {
      asked.claim = claims.terms[index] ?? 0;
      addMandates(dispatch.partsFor(asked.claim), asked, anyClaim);
    }
  }
  for (let index = 0; index < claims.length; index += 1) {
    asked.claim = claims.terms[index] ?? 0;
    gatherMandates(dispatch, asked, thisClaim);
    if (!isPermittedUnder(dispatch, asked, scratch)) return false;
  }
  return true;
}

function isPermittedUnder<Encoded>(
  dispatch: Dispatch<Encoded>,
  asked: Case<Encoded>,
  scratch: PermitScratch<Case<Encoded>>,
): boolean {
  const parts = dispatch.partsFor(asked.claim);
  if (!isPermitted(parts, asked, scratch.mandates)) return false;
  scratch.isFulfilled = true;
  for (const part of parts) {
    if (part.owes) findDuties(part, asked, scratch);
  }
  return scratch.isFulfilled;
}

function gatherMandates<Encoded>(
  dispatch: Dispatch<Encoded>,
  asked: Case<Encoded>,
  mandates: Mandates,
): void {
  if (!dispatch.mandates) return;
  clearMandates(mandates);
  addMandates(dispatch.partsFor(asked.claim), asked, mandates);
}

function copyMandates(from: Mandates, into: Mandates): void {
  into.certain = from.certain;
  into.possible = from.possible;
}
