import type { Outcome } from './decision.ts';
import type { Part } from './policies.ts';
import type { Reading } from './readings.ts';
import { certainly, possibly } from './readings.ts';

/** The ranks of the highest authorities that mandate; `none` is below them all. */
export interface Mandates {
  certain: number;
  possible: number;
}

export const noMandate = Number.POSITIVE_INFINITY;

/** Adds what the policies mandate under one claim. */
export function addMandates<Asked>(parts: readonly Part<Asked>[], asked: Asked, mandates: Mandates): void {
  for (const { mandates: mandate, applies, policy } of parts) {
    const { rank } = policy;
    if (mandate === undefined || rank >= mandates.certain) continue;
    if (!applies(asked, possibly) || !mandate(asked, possibly)) continue;
    mandates.possible = Math.min(mandates.possible, rank);
    if (applies(asked, certainly) && mandate(asked, certainly)) mandates.certain = rank;
  }
}

/** A mandate of a strictly higher authority sets the prohibitions of a policy aside. */
export function isSetAside(
  { policy }: { readonly policy: { readonly rank: number } },
  mandates: Mandates,
  reading: Reading,
): boolean {
  return (reading ? mandates.possible : mandates.certain) < policy.rank;
}

/** The mandates that count against a policy: under this claim, or under any where the policy does not bind. */
export interface MandatesFor {
  readonly thisClaim: Mandates;
  readonly anyClaim: Mandates;
}

export function mandatesAgainst<Asked>(
  { policy }: Part<Asked>,
  { thisClaim, anyClaim }: MandatesFor,
): Mandates {
  return policy.isBinding ? thisClaim : anyClaim;
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
    if (!part.applies(asked, possibly)) continue;
    const applies = part.applies(asked, certainly);
    const against = mandatesAgainst(part, mandates);
    if (
      part.forbids !== undefined &&
      !isSetAside(part, against, certainly) &&
      part.forbids(asked, possibly)
    ) {
      const isCertain = applies && !isSetAside(part, against, possibly) && part.forbids(asked, certainly);
      if (isCertain) return 'forbidden';
      mayForbid = true;
    }
    if (!permits && part.permits !== undefined && part.permits(asked, possibly)) {
      mayPermit = true;
      permits = applies && part.permits(asked, certainly);
    }
  }
  if (mayForbid) return 'undetermined';
  if (!mayPermit) return 'ungoverned';
  return permits && !parts.some((part) => hasOpenDuty(part, asked)) ? 'permitted' : 'undetermined';
}

/** Whether it is not known if something is owed that is not owed as a precaution. */
export function hasOpenDuty<Asked>({ rules, owes, applies }: Part<Asked>, asked: Asked): boolean {
  if (!owes || !applies(asked, possibly)) return false;
  for (const rule of rules) {
    if (rule.effect !== 'require' || rule.obligations.every(({ of }) => of.isPrecautionary)) continue;
    if (rule.stands(asked, possibly) && !(applies(asked, certainly) && rule.stands(asked, certainly)))
      return true;
  }
  return false;
}

/** Whether a case is permitted under one claim; a faster way to ask, without the other outcomes. */
export function isPermitted<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  mandates: MandatesFor,
): boolean {
  let permits = false;
  for (const part of parts) {
    if (!part.applies(asked, possibly)) continue;
    if (part.forbids?.(asked, possibly) === true) {
      if (!isSetAside(part, mandatesAgainst(part, mandates), certainly)) return false;
    }
    if (!permits && part.permits !== undefined && part.permits(asked, certainly))
      permits = part.applies(asked, certainly);
  }
  if (!permits) return false;
  for (const part of parts) {
    if (hasOpenDuty(part, asked)) return false;
  }
  return true;
}
