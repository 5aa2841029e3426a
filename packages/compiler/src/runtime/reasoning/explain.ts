import { claimName } from '../claims.ts';
import { zone } from '../clock.ts';
import type { ClaimCase, Decidable } from '../deciding.ts';
import type { ClaimTrace } from '../decision.ts';
import type { Case } from '../policies.ts';
import { claimsOf } from './cases.ts';
import type { Run } from './scope.ts';
import { traceClaims } from './trace.ts';

/** The whole trace of a case that was decided. */
export function explainCase<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  cases: readonly ClaimCase<Encoded>[],
): readonly ClaimTrace[] {
  const facts = { type: 'record', path: '', record: asked.facts, schema: activity.schema } as const;
  const run: Run = {
    facts,
    now: asked.now,
    standIns: 'used',
    derivedZone: zone('UTC'),
    noticedStandIn: false,
  };
  const known = activity.claim === undefined ? [] : claimsOf(run, activity.claim.operands);
  const claims = cases.map(({ claim, outcome }) => {
    const knowledge = known.find((one) => one.claim === claim)?.knowledge;
    const name = activity.claim === undefined ? null : claimName(activity.claim.terms, claim);
    return { claim, name, outcome, knowledge };
  });
  return traceClaims(activity.parts, claims, { asked, run, zone: run.derivedZone });
}
