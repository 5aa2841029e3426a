import type { ClaimSchedule, Schedule } from '../../runtime/index.ts';
import { formatInstant } from '../../runtime/index.ts';
import { sortedBy } from '../../support/index.ts';
import { frozen } from '../frozen.ts';
import { dateIn, lastInstant } from '../movements.ts';
import { assumptionsFrom, questionsFor } from '../questions.ts';
import type { Run } from '../run.ts';
import { withoutStandIns } from '../run.ts';
import { actionsOf } from './actions.ts';
import type { Today } from './bounds.ts';
import type { ScheduleCase } from './cases.ts';
import { evaluateScheduleCases } from './cases.ts';
import type { DeadlineFindings } from './deadlines.ts';
import { deadlineOf } from './deadlines.ts';
import { lastsUntil } from './lasting.ts';
import type { Undetermined } from './questions.ts';
import { openFactsOf } from './questions.ts';
import type { Fates } from './reasons.ts';
import { fatesOf, reasonsOf } from './reasons.ts';
import type { Retention } from './retention.ts';
import { retentionOf } from './retention.ts';
import { runningObligations } from './running-obligations.ts';
import { isCertain } from './worlds.ts';

/** A schedule with the cases that it was drawn from. */
export interface Scheduled {
  readonly schedule: Schedule;
  readonly cases: readonly ScheduleCase[];
  readonly fates: Fates;
}

/** Finds out what is to be done with a record, and when. */
export function schedule(run: Run): Scheduled {
  const { retention, due, cases } = evaluateSchedule(run);
  const today = todayOf(run);
  const items = cases.flatMap((one) => one.items);
  const acting = actionsOf(items, retention, today);
  const fates = fatesOf(cases, retention, [...due.items, ...acting.items]);
  const open = undeterminedIn(retention, due);
  const questions = questionsFor(openFactsOf(cases, open));
  const { assumed, until } = withStandInsOff(run, cases);
  const answer: Schedule = {
    record: run.subject.name,
    state: retention.state,
    mayErase: ['may-erase', 'must-erase', 'overdue'].includes(retention.state),
    onHold: items.some((item) => item.rule.action === 'hold' && isCertain(item)),
    keepThrough: retention.keepThrough,
    eraseBy: retention.eraseBy,
    conflict: retention.conflict,
    due: due.deadline,
    actions: acting.actions,
    obligations: runningObligations(cases, retention.longest.claims, run.program, today),
    reasons: reasonsOf(cases, fates, run.program.policies),
    claims: claimSchedules(cases, today),
    windows: retention.windows,
    missing: questions.map(({ fact }) => fact),
    questions,
    assumed,
    validUntil: until > lastInstant ? null : formatInstant(until),
  };
  return { schedule: frozen(answer), cases, fates };
}

/** What is asked about keeping, erasing and deadlines, and what is not told by the facts. */
export interface EvaluatedSchedule {
  readonly cases: readonly ScheduleCase[];
  readonly retention: Retention;
  readonly due: DeadlineFindings;
}

/** The answer without what goes with it. */
export function evaluateSchedule(run: Run): EvaluatedSchedule {
  const cases = evaluateScheduleCases(run);
  return {
    cases,
    retention: retentionOf(
      cases.map(({ items }) => items),
      todayOf(run),
    ),
    due: deadlineOf(
      cases.flatMap(({ items }) => items),
      run.now,
    ),
  };
}

export function todayOf({ now }: Run): Today {
  return (zone) => dateIn(zone, now);
}

function undeterminedIn({ state }: Retention, { deadline }: DeadlineFindings): Undetermined {
  return { state: state === 'undetermined', due: deadline?.state === 'undetermined' };
}

/** Each claim as if it were the only one. */
function claimSchedules(cases: readonly ScheduleCase[], today: Today): readonly ClaimSchedule[] {
  const claims = cases.flatMap(({ claim, items }) => {
    if (claim === null) return [];
    const { state, keepThrough, eraseBy } = retentionOf([items], today);
    return [{ claim, state, keepThrough, eraseBy }];
  });
  return sortedBy(claims, ({ claim }) => claim);
}

/** "Each use [of `else`] that mattered is reported": without it, something would be undetermined. */
function withStandInsOff(
  run: Run,
  cases: readonly ScheduleCase[],
): { readonly assumed: Schedule['assumed']; readonly until: number } {
  const until = lastsUntil(cases, run);
  if (!run.noticed.standIn) return { assumed: [], until };
  const bare = withoutStandIns(run);
  const { cases: bareCases, retention, due } = evaluateSchedule(bare);
  return {
    assumed: assumptionsFrom(openFactsOf(bareCases, undeterminedIn(retention, due))),
    until: Math.min(until, lastsUntil(bareCases, bare)),
  };
}
