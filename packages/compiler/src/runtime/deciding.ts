import { findReasons, findRemarks } from './answers.ts';
import type { Assembled } from './assembling.ts';
import { assemble } from './assembling.ts';
import { formatInstant } from './dates.ts';
import type { Assumption, Decision, Outcome } from './decision.ts';
import { findDuties, findDutiesOfRefusal } from './duties.ts';
import type { Findings } from './findings.ts';
import { freeze } from './freezing.ts';
import type { Cases } from './outcomes.ts';
import { outcomes } from './outcomes.ts';
import type { Case } from './policies.ts';
import type { Reaching } from './reaching.ts';
import type { Review, Reviewed } from './reasoning/cases.ts';
import { lastsUntil, reviewCases } from './reasoning/cases.ts';
import { never } from './reasoning/knowledge.ts';
import { casesLast } from './reasoning/lasting.ts';
import { lastInstant } from './reasoning/movements.ts';
import { assumptionsFrom, openFacts, questionsFor } from './reasoning/questions.ts';
import type { Remembered } from './remembered.ts';
import { recall, remember } from './remembered.ts';

/** What decisions about an activity need. */
export interface Decidable<Encoded extends object> extends Reviewed<Case<Encoded>> {
  readonly name: string;
  readonly reaching: Reaching<Encoded>;
  readonly remembered: Remembered;
  /** Some answers depend on the time, or on what stands in for absent facts. */
  readonly isReviewed: boolean;
}

/** Decides what is asked, once its cases have been weighed. */
export function decideCases<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  cases: Cases<Encoded>,
  findings: Findings<Case<Encoded>>,
): Decision {
  findAll(cases, asked, findings);
  if (cases.outcome === 'undetermined') return decideInFull(activity, asked, cases.outcome, findings);
  const lasts = activity.isReviewed ? casesLast(activity, cases, asked) : { until: never, hasStandIn: false };
  if (lasts.hasStandIn) return decideInFull(activity, asked, cases.outcome, findings);
  const known = recall(activity.remembered, findings, lasts.until);
  if (known !== undefined) return known;
  const assembled = assemble(findings, activity.claim?.terms);
  const decision = answer(cases.outcome, activity.name, {
    ...assembled,
    until: lasts.until,
    assumed: nothing,
  });
  remember(activity.remembered, findings, lasts.until, decision);
  return decision;
}

const nothing: readonly never[] = Object.freeze([]);

/** Finds everything that the answer names. */
function findAll<Encoded extends object>(
  cases: Cases<Encoded>,
  asked: Case<Encoded>,
  findings: Findings<Case<Encoded>>,
): void {
  findings.clear();
  for (let index = 0; index < cases.length; index += 1) {
    const one = cases.all[index];
    if (one === undefined) continue;
    const { claim, parts, outcome, mandates } = one;
    asked.claim = claim;
    findings.claim = claim;
    findings.outcome(outcomes.indexOf(outcome));
    findRemarks(parts, asked, findings);
    if (outcome !== cases.outcome || (outcome !== 'permitted' && outcome !== 'forbidden')) continue;
    findReasons(parts, outcome, asked, mandates, findings);
    for (const part of parts) {
      if (!part.owes) continue;
      if (outcome === 'permitted') findDuties(part, asked, findings);
      else findDutiesOfRefusal(part, asked, findings);
    }
  }
}

/** Looks at every condition again, to tell what is open, what was assumed, and until when the answer holds. */
function decideInFull<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  outcome: Outcome,
  findings: Findings<Case<Encoded>>,
): Decision {
  const assembled = assemble(findings, activity.claim?.terms);
  const review = reviewCases(activity, asked, 'used');
  const without = review.noticedStandIn ? reviewCases(activity, asked, 'switched-off') : undefined;
  const until = Math.min(lastsUntil(review.cases), lastsUntil((without ?? review).cases));
  const parts = { ...assembled, until, assumed: assumedIn(without) };
  return outcome === 'undetermined'
    ? undetermined(activity.name, parts, review)
    : answer(outcome, activity.name, parts);
}

interface DecisionParts extends Assembled {
  readonly until: number;
  readonly assumed: readonly Assumption[];
}

function answer(
  outcome: Outcome,
  activity: string,
  { obligations, reasons, claims, assumed, remarks, until }: DecisionParts,
): Decision {
  const parts = { activity, reasons, claims, assumed, remarks, validUntil: instantText(until) };
  if (outcome === 'permitted' || outcome === 'forbidden') return freeze({ outcome, ...parts, obligations });
  return freeze({ outcome: 'ungoverned', ...parts });
}

function undetermined<Asked>(
  activity: string,
  { reasons, claims, assumed, remarks, until }: DecisionParts,
  review: Review<Asked>,
): Decision {
  const questions = questionsFor(review.cases.flatMap(openFacts)).map(({ rules, ...question }) =>
    freeze({ ...question, rules: freeze([...rules]) }),
  );
  return freeze({
    outcome: 'undetermined',
    activity,
    reasons,
    claims,
    assumed,
    remarks,
    validUntil: instantText(until),
    missing: freeze(questions.map(({ fact }) => fact)),
    questions: freeze(questions),
  });
}

function instantText(until: number): string | null {
  return until > lastInstant ? null : formatInstant(until);
}

/** Each use of `else` without which the answer would be undetermined. */
function assumedIn<Asked>(without: Review<Asked> | undefined): readonly Assumption[] {
  if (without === undefined || strictestOf(without) !== 'undetermined') return nothing;
  const assumptions = assumptionsFrom(without.cases.flatMap(openFacts));
  return freeze(assumptions.map(({ rules, ...rest }) => freeze({ ...rest, rules: freeze([...rules]) })));
}

function strictestOf<Asked>({ cases }: Review<Asked>): Outcome {
  return outcomes.find((outcome) => cases.some((one) => one.outcome === outcome)) ?? 'ungoverned';
}
