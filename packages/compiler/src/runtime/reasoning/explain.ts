import { claimName } from '../claims.ts';
import type { ClaimTrace } from '../decision.ts';
import type { Cases } from '../outcomes.ts';
import type { Case } from '../policies.ts';
import type { Reviewed } from './cases.ts';
import { claimsOf } from './cases.ts';
import { createRun } from './scope.ts';
import { traceClaims } from './trace.ts';

/** The whole trace of a case that was decided. */
export function explainCases<Encoded extends object>(
  activity: Reviewed<Case<Encoded>>,
  asked: Case<Encoded>,
  cases: Cases<Encoded>,
): readonly ClaimTrace[] {
  const run = createRun(activity, asked, 'used');
  const known = activity.claim === undefined ? [] : claimsOf(run, activity.claim.operands);
  const claims = cases.all.slice(0, cases.length).map(({ claim, outcome }) => {
    const knowledge = known.find((one) => one.claim === claim)?.knowledge;
    const name = activity.claim === undefined ? null : claimName(activity.claim.terms, claim);
    return { claim, name, outcome, knowledge };
  });
  return traceClaims(activity.parts, claims, { asked, run, zone: run.derivedZone });
}
