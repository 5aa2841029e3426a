import type { Outcome } from './decision.ts';
import type { Part } from './policies.ts';
import type { Reading } from './readings.ts';
import { certainly, possibly } from './readings.ts';

/** Whether a policy applies; where only the claim matters, that has been settled when the part was chosen. */
export function applies<Asked>(part: Part<Asked>, asked: Asked, reading: Reading): boolean {
  return part.isSettled || part.applies(asked, reading);
}

/** The ranks of the highest authorities that mandate; `noMandate` is below them all. */
export interface Mandates {
  certain: number;
  possible: number;
}

export const noMandate = Number.MAX_SAFE_INTEGER;

/** The mandates that count against a policy: under this claim, or under any where the policy does not bind. */
export interface MandatesFor {
  readonly thisClaim: Mandates;
  readonly anyClaim: Mandates;
}

/** Adds what the policies mandate under one claim. */
export function addMandates<Asked>(parts: readonly Part<Asked>[], asked: Asked, mandates: Mandates): void {
  for (const part of parts) {
    const { mandates: mandate, policy } = part;
    if (mandate === undefined || policy.rank >= mandates.certain) continue;
    if (!applies(part, asked, possibly) || !mandate(asked, possibly)) continue;
    mandates.possible = Math.min(mandates.possible, policy.rank);
    if (applies(part, asked, certainly) && mandate(asked, certainly)) mandates.certain = policy.rank;
  }
}

export function mandatesAgainst<Asked>(
  { policy }: Part<Asked>,
  { thisClaim, anyClaim }: MandatesFor,
): Mandates {
  return policy.isBinding ? thisClaim : anyClaim;
}

/** A mandate of a strictly higher authority sets the prohibitions of a policy aside. */
export function isSetAside<Asked>({ policy }: Part<Asked>, mandates: Mandates, reading: Reading): boolean {
  return (reading ? mandates.possible : mandates.certain) < policy.rank;
}

/** The outcome under one claim. */
export function outcomeOf<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  mandates: MandatesFor,
): Outcome {
  let mayForbid = false;
  let mayPermit = false;
  let permits = false;
  for (const part of parts) {
    if (!applies(part, asked, possibly)) continue;
    const isSure = !part.isOpen || applies(part, asked, certainly);
    if (part.forbids?.(asked, possibly) === true) {
      const against = mandatesAgainst(part, mandates);
      const stands = isSure && (!part.isOpen || part.forbids(asked, certainly));
      if (stands && !isSetAside(part, against, possibly)) return 'forbidden';
      if (!isSetAside(part, against, certainly)) mayForbid = true;
    }
    if (!permits && part.permits?.(asked, possibly) === true) {
      mayPermit = true;
      permits = isSure && (!part.isOpen || part.permits(asked, certainly));
    }
  }
  if (mayForbid) return 'undetermined';
  if (!mayPermit) return 'ungoverned';
  return permits && !hasOpenDuty(parts, asked) ? 'permitted' : 'undetermined';
}

/** Whether a case is permitted under one claim, as far as is known what is owed; faster than to ask for the outcome. */
export function isPermitted<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  mandates: MandatesFor,
): boolean {
  return mayPermit(parts, asked, mandates) === 'permitted';
}

/** What some of the policies say that count: all of them together permit where none forbids and one permits. */
export function mayPermit<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  mandates: MandatesFor,
): 'forbidden' | 'permitted' | 'silent' {
  let permits = false;
  for (const part of parts) {
    if (!applies(part, asked, possibly)) continue;
    if (part.forbids?.(asked, possibly) === true) {
      if (!isSetAside(part, mandatesAgainst(part, mandates), certainly)) return 'forbidden';
    }
    if (!permits && part.permits?.(asked, certainly) === true) {
      permits = !part.isOpen || applies(part, asked, certainly);
    }
  }
  return permits ? 'permitted' : 'silent';
}

/** Whether it is not known if something is owed that is not owed as a precaution. */
export function hasOpenDuty<Asked>(parts: readonly Part<Asked>[], asked: Asked): boolean {
  for (const part of parts) {
    if (part.owes && mayOwe(part, asked)) return true;
  }
  return false;
}

function mayOwe<Asked>(part: Part<Asked>, asked: Asked): boolean {
  if (!applies(part, asked, possibly)) return false;
  for (const rule of part.rules) {
    if (!rule.mustBeClear || !rule.stands(asked, possibly)) continue;
    if (!applies(part, asked, certainly) || !rule.stands(asked, certainly)) return true;
  }
  return false;
}
