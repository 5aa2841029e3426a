import type { Claims } from '../claims.ts';
import { claimName } from '../claims.ts';
import { formatInstant } from '../dates.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Case } from '../policies.ts';
import type { Reviewed } from '../reasoning/cases.ts';
import { known, unknownFor } from '../reasoning/knowledge.ts';
import { lastInstant } from '../reasoning/movements.ts';
import { assumptionsFrom, questionsFor } from '../reasoning/questions.ts';
import { createRun } from '../reasoning/scope.ts';
import type { ClaimSchedule, Schedule } from '../schedule.ts';
import { unknownTerm } from '../terms.ts';
import { compareText } from '../texts.ts';
import { actionsOf } from './actions.ts';
import { never } from './bounds.ts';
import type { DueFindings } from './deadlines.ts';
import { dueIn } from './deadlines.ts';
import type { Found, Item } from './items.ts';
import { findItems } from './items.ts';
import { conditionsLast, itemsTurn, reviewLasts } from './lasting.ts';
import type { RunningOwing } from './obligations.ts';
import { addExceptionOwings, addOwings, runningObligations } from './obligations.ts';
import type { Undetermined } from './questions.ts';
import { openFactsOf } from './questions.ts';
import { markFates, reasonsOf } from './reasons.ts';
import type { Recall } from './remembered.ts';
import { recallSchedule, rememberSchedule } from './remembered.ts';
import type { Retention } from './retention.ts';
import { conflictOf, eraseByOf, isSettled, keepThroughOf, retentionOf, windowsOf } from './retention.ts';
import type { ScheduleReview } from './reviewing.ts';
import { reviewRecord } from './reviewing.ts';
import type { ByClaim } from './windows.ts';

/** What schedules of records of one type need. */
export interface Schedulable<Encoded extends object> extends Reviewed<Case<Encoded>> {
  readonly name: string;
  readonly dispatch: Dispatch<Encoded>;
  /** Some conditions depend on the time, or on what stands in for absent facts. */
  readonly isReviewed: boolean;
  readonly recall: Recall;
}

/** What was found of a record, without what follows from it. */
export interface Evaluated extends Found {
  readonly byClaim: ByClaim;
  readonly claimNames: readonly string[];
  /** The terms that claim it, in their order. */
  readonly claimTerms: readonly number[];
  readonly owings: readonly RunningOwing[];
}

/** Finds out what is to be done with a record, and when. */
export function scheduleCase<Encoded extends object>(
  record: Schedulable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): Schedule {
  const found = evaluate(record, asked, claims);
  if (!found.items.every(isClear)) return assemble(record, asked, found, reviewed(record, asked, found));
  const lasts = lastsFor(record, asked, claims, found);
  if (lasts.isReviewed) return assemble(record, asked, found, reviewed(record, asked, found));
  const recalled = recallSchedule(record.recall, found, asked.now, lasts.until);
  if (recalled !== undefined) return recalled;
  const until = Math.min(lasts.until, itemsTurn(found.items, asked.now));
  const schedule = assemble(record, asked, found, { until, questions: nothing, assumed: nothing });
  rememberSchedule(record.recall, { from: asked.now, until, conditions: lasts.until, schedule });
  return schedule;
}

/** Everything about it is known. */
function isClear(item: Item): boolean {
  return isSettled(item) && item.isDone === item.mayBeDone;
}

/** Finds the items of every claim. */
export function evaluate<Encoded extends object>(
  { dispatch, claim: declared }: Schedulable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
): Evaluated {
  const found: Found = { items: [], removals: [] };
  const byClaim: (readonly Item[])[] = [];
  const claimNames: string[] = [];
  const claimTerms: number[] = [];
  const owings: RunningOwing[] = [];
  const count = claims?.length ?? 1;
  for (let position = 0; position < count; position += 1) {
    const claim = claims?.terms[position] ?? unknownTerm;
    asked.claim = claim;
    claimTerms.push(claim);
    const parts = dispatch.partsFor(claim);
    const before = found.items.length;
    findItems(parts, asked, position, found);
    byClaim.push(before === 0 && count === 1 ? found.items : found.items.slice(before));
    if (declared !== undefined) claimNames.push(claimName(declared.terms, claim));
    for (const part of parts) if (part.owes) addExceptionOwings(part, asked, owings);
  }
  return { items: found.items, removals: found.removals, byClaim, claimNames, claimTerms, owings };
}

/** Until when the conditions hold, and whether more has to be looked at than they. */
function lastsFor<Encoded extends object>(
  record: Schedulable<Encoded>,
  asked: Case<Encoded>,
  claims: Claims | undefined,
  { byClaim }: Evaluated,
): { readonly until: number; readonly isReviewed: boolean } {
  if (!record.isReviewed) return { until: never, isReviewed: false };
  const run = createRun(record, asked, 'used');
  let until = never;
  let isReviewed = false;
  for (const [position, items] of byClaim.entries()) {
    asked.claim = claims?.terms[position] ?? unknownTerm;
    const knowledge =
      asked.claim === unknownTerm ? unknownFor([]) : known({ type: 'term', term: asked.claim });
    const claim = record.claim === undefined ? undefined : knowledge;
    const scope = { asked, run, zone: run.derivedZone, claim, shared: new Map() };
    const lasts = conditionsLast(record.dispatch.partsFor(asked.claim), items, scope);
    until = Math.min(until, lasts.until);
    isReviewed ||= lasts.dates;
  }
  return { until, isReviewed: isReviewed || run.noticedStandIn };
}

/** What only looking at every condition again can tell. */
interface Details {
  readonly until: number;
  readonly questions: Schedule['questions'];
  readonly assumed: Schedule['assumed'];
}

function reviewed<Encoded extends object>(
  record: Schedulable<Encoded>,
  asked: Case<Encoded>,
  { byClaim, items }: Evaluated,
): Details {
  const review = reviewRecord(record, asked, 'used');
  const bare = review.noticedStandIn ? reviewRecord(record, asked, 'switched-off') : undefined;
  const until = Math.min(
    reviewLasts(review, asked.now),
    bare === undefined ? never : reviewLasts(bare, asked.now),
  );
  const open = undeterminedIn(retentionOf(byClaim, asked.now), dueIn(items, asked.now));
  const questions = questionsFor(openFactsOf(review, open)).map(({ rules, ...question }) =>
    Object.freeze({ ...question, rules: Object.freeze([...rules]) }),
  );
  return { until, questions, assumed: bare === undefined ? [] : assumedIn(bare, asked.now) };
}

function undeterminedIn({ state }: Retention, due: DueFindings): Undetermined {
  return { state: state === 'undetermined', due: due.state === 'undetermined' };
}

/** Each use of `else` without which something would be undetermined. */
function assumedIn<Asked>(bare: ScheduleReview<Asked>, now: number): Schedule['assumed'] {
  const byClaim = bare.claims.map(({ items }) => items);
  const open = undeterminedIn(retentionOf(byClaim, now), dueIn(byClaim.flat(), now));
  return assumptionsFrom(openFactsOf(bare, open)).map(({ rules, ...rest }) =>
    Object.freeze({ ...rest, rules: Object.freeze([...rules]) }),
  );
}

function assemble<Encoded extends object>(
  { name }: Schedulable<Encoded>,
  { now }: Case<Encoded>,
  found: Evaluated,
  { until, questions, assumed }: Details,
): Schedule {
  const { items, byClaim, claimNames } = found;
  const retention = retentionOf(byClaim, now);
  const { state } = retention;
  const due = dueIn(items, now);
  const acting = actionsOf(items, retention, now);
  const isOne = byClaim.length === 1;
  markFates(byClaim, retention, due.items, acting.items);
  const owings = found.owings.slice();
  addOwings(items, retention.longest.claims, now, owings);
  return Object.freeze({
    record: name,
    state,
    mayErase: state === 'may-erase' || state === 'must-erase' || state === 'overdue',
    onHold: items.some((item) => item.action === 'hold' && item.isCertain),
    keepThrough: keepThroughOf(retention),
    eraseBy: eraseByOf(retention),
    conflict: conflictOf(retention, now),
    due: due.deadline,
    actions: acting.actions,
    obligations: runningObligations(owings),
    reasons: reasonsOf(found, claimNames),
    claims: claimSchedules(found, isOne ? retention : undefined, now),
    windows: windowsOf(retention),
    missing: questions.length === 0 ? nothing : Object.freeze(questions.map(({ fact }) => fact)),
    questions: Object.freeze(questions),
    assumed: Object.freeze(assumed),
    validUntil: until > lastInstant ? null : formatInstant(until),
  });
}

const nothing: readonly never[] = Object.freeze([]);

/** Each claim as if it were the only one. */
function claimSchedules(
  { byClaim, claimNames }: Evaluated,
  only: Retention | undefined,
  now: number,
): readonly ClaimSchedule[] {
  if (claimNames.length === 0) return nothing;
  const claims = claimNames.map((claim, position) => {
    const retention = only ?? retentionOf([byClaim[position] ?? []], now);
    const { state } = retention;
    const [keepThrough, eraseBy] = [keepThroughOf(retention), eraseByOf(retention)];
    return Object.freeze({ claim, state, keepThrough, eraseBy });
  });
  return Object.freeze(claims.sort((left, right) => compareText(left.claim, right.claim)));
}
