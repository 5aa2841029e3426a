import type { ClaimTrace, ConditionTrace, PolicyTrace, ProvisionTrace } from '../decision.ts';
import { freeze } from '../freezing.ts';
import type { AnyCase, Provision } from '../policies.ts';
import type { Taxonomy } from '../terms.ts';
import { claimName } from '../claims.ts';
import type { Reviewed, ReviewedCase, ReviewedPart } from './cases.ts';
import type { ConditionNode } from './conditions.ts';
import { readingsOf } from './fact-readings.ts';
import { and } from './judgment.ts';
import type { RecordContent } from './knowledge.ts';
import { type JudgedCondition, type JudgedProvision, rulesOf } from './provisions.ts';

/** Every policy, rule and condition that was considered, with its value and what it read. */
export function traceClaims<Asked extends AnyCase>(
  activity: Reviewed<Asked>,
  cases: readonly ReviewedCase<Asked>[],
  asked: Asked,
): readonly ClaimTrace[] {
  const facts: RecordContent = { type: 'record', path: '', record: asked.facts, schema: activity.schema };
  return freeze(
    cases.map(({ claim, outcome, parts }) => {
      const name = activity.claim === undefined ? null : claimName(activity.claim.terms, claim);
      return freeze({ claim: name, outcome, policies: freeze(parts.map((part) => tracePart(part, facts))) });
    }),
  );
}
