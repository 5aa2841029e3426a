import type { AnswerParts, ClaimOutcome, Decision } from '../runtime/index.ts';
import { formatInstant } from '../runtime/index.ts';
import { sortedBy } from '../support/index.ts';
import type { ClaimCase, JudgedPolicy } from './cases.ts';
import { evaluateCases, strictest } from './cases.ts';
import { dutiesOfForbidden, dutiesOfPermitted } from './duties.ts';
import { frozen } from './frozen.ts';
import { earliest } from './knowledge.ts';
import { lastInstant } from './movements.ts';
import { owedObligations } from './obligations.ts';
import type { ProvisionCase } from './provisions.ts';
import { assumptionsFrom, openFacts, questionsFor } from './questions.ts';
import { reasonsFor, remarksOf } from './reasons.ts';
import type { Run } from './run.ts';
import { withoutStandIns } from './run.ts';

/** A decision with the cases that it was drawn from. */
export interface Decided {
  readonly decision: Decision;
  readonly cases: readonly ClaimCase[];
}

/** Decides: over all policies, under each claim, and the strictest answer counts. */
export function decide(run: Run): Decided {
  const cases = evaluateCases(run);
  const withoutElse = run.noticed.standIn ? evaluateCases(withoutStandIns(run)) : cases;
  const until = Math.min(lastsUntil(cases), lastsUntil(withoutElse));
  const parts: AnswerParts = {
    activity: run.subject.name,
    reasons: reasonsFor(strictest(cases), cases, run.program.policies),
    claims: claimOutcomes(cases),
    assumed: run.noticed.standIn ? assumed(withoutElse, run) : [],
    remarks: remarksOf(cases),
    validUntil: until > lastInstant ? null : formatInstant(until),
  };
  return { decision: frozen(answer(run, cases, parts)), cases };
}

function answer(run: Run, cases: readonly ClaimCase[], parts: AnswerParts): Decision {
  const { program } = run;
  const outcome = strictest(cases);
  switch (outcome) {
    case 'permitted': {
      const duties = cases.flatMap((one) => dutiesOfPermitted(one, program));
      return { outcome, ...parts, obligations: owedObligations(duties, program) };
    }
    case 'forbidden': {
      const refused = cases.filter((one) => one.outcome === 'forbidden');
      return { outcome, ...parts, obligations: owedObligations(refused.flatMap(dutiesOfForbidden), program) };
    }
    case 'undetermined': {
      const questions = questionsFor(cases.flatMap((one) => openFacts(one, program)));
      return { outcome, ...parts, missing: questions.map(({ fact }) => fact), questions };
    }
    case 'ungoverned':
      return { outcome, ...parts };
  }
}

function claimOutcomes(cases: readonly ClaimCase[]): readonly ClaimOutcome[] {
  const outcomes = cases.flatMap(({ claim, outcome }) => (claim === null ? [] : [{ claim, outcome }]));
  return sortedBy(outcomes, ({ claim }) => claim);
}

/** "Each use [of `else`] that mattered is reported": without it, the answer would be undetermined. */
function assumed(withoutElse: readonly ClaimCase[], { program }: Run): AnswerParts['assumed'] {
  if (strictest(withoutElse) !== 'undetermined') return [];
  return assumptionsFrom(withoutElse.flatMap((one) => openFacts(one, program)));
}

/** "The first later instant at which a date, time or in-force test it read could change." */
function lastsUntil(cases: readonly ClaimCase[]): number {
  return earliest(
    cases.flatMap(({ policies }) => policies.map((policy) => ({ until: policyLasts(policy) }))),
  );
}

/** Of a policy that does not apply, nothing else counts. */
function policyLasts({ applies, default: byDefault, rules }: JudgedPolicy): number {
  if (applies.truth === 'false') return applies.until;
  const provisions: readonly ProvisionCase[] = byDefault === undefined ? rules : [byDefault, ...rules];
  return Math.min(applies.until, ...provisions.map(provisionLasts));
}

/** Of a rule whose condition does not hold, its exceptions do not count. */
function provisionLasts({ condition, exceptions }: ProvisionCase): number {
  if (condition.truth === 'false') return condition.until;
  return Math.min(condition.until, ...exceptions.map(provisionLasts));
}
