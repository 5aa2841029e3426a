import type { NamedById } from './answers.ts';
import { addReasons, addRemarks, reasonsFrom, remarksFrom } from './answers.ts';
import type { Claims } from './claims.ts';
import { claimName } from './claims.ts';
import { formatInstant } from './dates.ts';
import type { AnswerParts, Assumption, ClaimOutcome, Decision, Outcome } from './decision.ts';
import type { Dispatch } from './dispatch.ts';
import { addDuties, addDutiesOfRefusal } from './duties.ts';
import { freeze } from './freezing.ts';
import { createObligations } from './obligations.ts';
import type { Case, Part } from './policies.ts';
import type { Review, Reviewed } from './reasoning/cases.ts';
import { lastsUntil, reviewCases } from './reasoning/cases.ts';
import { lastInstant } from './reasoning/movements.ts';
import { assumptionsFrom, openFacts, questionsFor } from './reasoning/questions.ts';
import { compareText } from './texts.ts';
import type { Mandates, MandatesFor } from './weighing.ts';
import { addMandates, noMandate, outcomeOf } from './weighing.ts';

/** What decisions about an activity need. */
export interface Decidable<Encoded extends object> extends Reviewed<Case<Encoded>> {
  readonly name: string;
  readonly dispatch: Dispatch<Encoded>;
}

/** A case under one claim. */
export interface ClaimCase<Encoded> {
  readonly claim: number;
  /** Null where the activity has no claims. */
  readonly name: string | null;
  readonly parts: readonly Part<Case<Encoded>>[];
  readonly mandates: MandatesFor;
  readonly outcome: Outcome;
}

export interface Decided<Encoded> {
  readonly decision: Decision;
  readonly cases: readonly ClaimCase<Encoded>[];
}

/** Decides a case under each claim; the strictest answer counts. */
export function decideCase<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): Decided<Encoded> {
  const cases = casesOf(activity, asked, claims);
  const outcome = strictest(cases);
  const review = reviewOf(activity, asked, outcome);
  const parts: AnswerParts = {
    activity: activity.name,
    reasons: reasonsOf(cases, outcome, asked),
    claims: claimOutcomes(cases),
    assumed: review === undefined ? nothing : assumedIn(review),
    remarks: remarksOf(cases, asked),
    validUntil: review === undefined ? null : validUntil(review),
  };
  return { decision: answer(cases, outcome, parts, { asked, review }), cases };
}

/** The outcome alone. */
export function outcomeOfCase<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): Outcome {
  return strictest(casesOf(activity, asked, claims));
}

const nothing: readonly never[] = Object.freeze([]);

function casesOf<Encoded extends object>(
  { dispatch, claim }: Decidable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): readonly ClaimCase<Encoded>[] {
  const terms = claims === undefined ? [0] : claims.terms.slice(0, claims.length);
  const anyClaim = emptyMandates();
  const mandated = terms.map((term) => {
    asked.claim = term;
    const thisClaim = emptyMandates();
    const parts = dispatch.partsFor(term);
    if (dispatch.mandates) {
      addMandates(parts, asked, thisClaim);
      addMandates(parts, asked, anyClaim);
    }
    return { term, parts, mandates: { thisClaim, anyClaim } };
  });
  return mandated.map(({ term, parts, mandates }) => {
    asked.claim = term;
    const name = claim === undefined ? null : claimName(claim.terms, term);
    return { claim: term, name, parts, mandates, outcome: outcomeOf(parts, asked, mandates) };
  });
}

function emptyMandates(): Mandates {
  return { certain: noMandate, possible: noMandate };
}

const strictness: readonly Outcome[] = ['forbidden', 'undetermined', 'ungoverned', 'permitted'];

/** No claim at all is ungoverned. */
function strictest<Encoded>(cases: readonly ClaimCase<Encoded>[]): Outcome {
  return strictness.find((outcome) => cases.some((one) => one.outcome === outcome)) ?? 'ungoverned';
}

interface FullReview<Encoded> {
  readonly withStandIns: Review<Case<Encoded>>;
  /** With every `else` switched off, if one stood in for something. */
  readonly without: Review<Case<Encoded>> | undefined;
}

/** Looks at everything again where it matters what is open, or until when the answer holds. */
function reviewOf<Encoded extends object>(
  activity: Decidable<Encoded>,
  asked: Case<Encoded>,
  outcome: Outcome,
): FullReview<Encoded> | undefined {
  if (outcome !== 'undetermined' && !activity.parts.some(({ isReviewed }) => isReviewed)) return undefined;
  const withStandIns = reviewCases(activity, asked, 'used');
  const without = withStandIns.noticedStandIn ? reviewCases(activity, asked, 'switched-off') : undefined;
  return { withStandIns, without };
}

function validUntil<Encoded>({ withStandIns, without = withStandIns }: FullReview<Encoded>): string | null {
  const until = Math.min(lastsUntil(withStandIns.cases), lastsUntil(without.cases));
  return until > lastInstant ? null : formatInstant(until);
}

/** Each use of `else` without which the answer would be undetermined. */
function assumedIn<Encoded>({ without }: FullReview<Encoded>): readonly Assumption[] {
  if (without === undefined || strictestOf(without) !== 'undetermined') return nothing;
  const assumptions = assumptionsFrom(without.cases.flatMap(openFacts));
  return freeze(assumptions.map(({ rules, ...rest }) => freeze({ ...rest, rules: freeze([...rules]) })));
}

function strictestOf<Asked>({ cases }: Review<Asked>): Outcome {
  return strictness.find((outcome) => cases.some((one) => one.outcome === outcome)) ?? 'ungoverned';
}

function reasonsOf<Encoded>(
  cases: readonly ClaimCase<Encoded>[],
  outcome: Outcome,
  asked: Case<Encoded>,
): AnswerParts['reasons'] {
  if (outcome !== 'permitted' && outcome !== 'forbidden') return nothing;
  const named: NamedById<Case<Encoded>> = new Map();
  for (const one of cases) {
    if (one.outcome !== outcome) continue;
    asked.claim = one.claim;
    addReasons(named, outcome, { parts: one.parts, asked, mandates: one.mandates, claim: one.name });
  }
  return reasonsFrom(named);
}

function remarksOf<Encoded>(
  cases: readonly ClaimCase<Encoded>[],
  asked: Case<Encoded>,
): AnswerParts['remarks'] {
  const named: NamedById<Case<Encoded>> = new Map();
  for (const { claim, name, parts } of cases) {
    asked.claim = claim;
    addRemarks(named, parts, asked, name);
  }
  return named.size === 0 ? nothing : remarksFrom(named);
}

function claimOutcomes<Encoded>(cases: readonly ClaimCase<Encoded>[]): readonly ClaimOutcome[] {
  const outcomes = cases.flatMap(({ name, outcome }) =>
    name === null ? [] : [freeze({ claim: name, outcome })],
  );
  return freeze(outcomes.sort((left, right) => compareText(left.claim, right.claim)));
}

function answer<Encoded>(
  cases: readonly ClaimCase<Encoded>[],
  outcome: Outcome,
  parts: AnswerParts,
  { asked, review }: { readonly asked: Case<Encoded>; readonly review: FullReview<Encoded> | undefined },
): Decision {
  switch (outcome) {
    case 'permitted':
    case 'forbidden':
      return freeze({ outcome, ...parts, obligations: obligationsOf(cases, outcome, asked) });
    case 'undetermined': {
      const questions = questionsFor(review?.withStandIns.cases.flatMap(openFacts) ?? []);
      const frozen = questions.map(({ rules, ...rest }) => freeze({ ...rest, rules: freeze([...rules]) }));
      return freeze({
        outcome,
        ...parts,
        missing: freeze(questions.map(({ fact }) => fact)),
        questions: freeze(frozen),
      });
    }
    case 'ungoverned':
      return freeze({ outcome, ...parts });
  }
}

function obligationsOf<Encoded>(
  cases: readonly ClaimCase<Encoded>[],
  outcome: 'permitted' | 'forbidden',
  asked: Case<Encoded>,
): ReturnType<ReturnType<typeof createObligations>['list']> {
  const sink = createObligations();
  for (const one of cases) {
    if (one.outcome !== outcome) continue;
    asked.claim = one.claim;
    for (const part of one.parts) {
      if (outcome === 'permitted') addDuties(part, asked, sink);
      else addDutiesOfRefusal(part, asked, sink);
    }
  }
  return sink.list();
}
