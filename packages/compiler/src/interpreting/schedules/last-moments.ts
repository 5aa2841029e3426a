import type { Formula, Period, ScheduleAction, Value } from '../../logic/index.ts';
import { constantValue, unitedTraits } from '../../logic/index.ts';
import { invariant } from '../../support/index.ts';
import { evaluateFormula } from '../evaluate-formula.ts';
import { evaluateValue } from '../evaluate-value.ts';
import type { Ask, Known } from '../knowledge.ts';
import { asksOf, distinctAsks, never } from '../knowledge.ts';
import { dateIn, firstDate, firstInstant, lastDate, lastInstant } from '../movements.ts';
import type { Scope } from '../run.ts';

/**
 * The last day (or instant) on which something is to be kept or done: not later than `latest` and not earlier than
 * `earliest`, which are the same where it is known. Infinite for what is never due and for what is kept for ever;
 * minus infinite where it may be due already, or where nothing is to be kept.
 */
export interface LastMoment {
  readonly unit: 'date' | 'instant';
  readonly earliest: number;
  readonly latest: number;
  /** The known days (or instants) among those that it may be: two where it is not known whether it is extended. */
  readonly candidates: readonly number[];
  /** The facts that would tell, where it is not known. */
  readonly asks: readonly Ask[];
  /** The first later instant at which any of this could change by itself. */
  readonly until: number;
}

/** Of a hold, which stands as long as its rule does. */
export const timeless: LastMoment = {
  unit: 'date',
  earliest: Number.POSITIVE_INFINITY,
  latest: Number.POSITIVE_INFINITY,
  candidates: [],
  asks: [],
  until: never,
};

/** "`extend by D when C`: an unknown extension is evaluated both ways." */
export function lastMomentOf(period: Period, action: ScheduleAction, scope: Scope): LastMoment {
  const plain = momentOf(period.until, period, action, scope);
  if (period.extension === undefined) return plain;
  const condition = evaluateFormula(period.extension.condition, scope);
  if (condition.truth === 'false') return { ...plain, until: Math.min(plain.until, condition.until) };
  const extended = momentOf(period.extension.until, period, action, scope);
  const until = Math.min(plain.until, condition.until, extended.until);
  if (condition.truth === 'true') return { ...extended, until };
  return {
    unit: plain.unit,
    earliest: Math.min(plain.earliest, extended.earliest),
    latest: Math.max(plain.latest, extended.latest),
    candidates: [...plain.candidates, ...extended.candidates],
    asks: distinctAsks([...plain.asks, ...condition.asks, ...extended.asks]),
    until,
  };
}

function momentOf(value: Value, { rolling }: Period, action: ScheduleAction, scope: Scope): LastMoment {
  const knowledge = evaluateValue(value, scope);
  const unit = action === 'due' && value.type.kind === 'instant' ? 'instant' : 'date';
  const { until } = knowledge;
  switch (knowledge.kind) {
    case 'unknown':
      return unknownMoment(unit, asksOf(knowledge), until);
    case 'none': {
      const isNothing = action === 'keep' && hasNoLength(value, scope);
      const end = isNothing ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      return { unit, earliest: end, latest: end, candidates: [], asks: [], until };
    }
    case 'known': {
      const moment = momentIn(knowledge, value, unit, scope);
      return rolling === undefined
        ? knownMoment(unit, moment, until)
        : rolledOver(moment, rolling, scope, until);
    }
  }
}

function unknownMoment(unit: LastMoment['unit'], asks: readonly Ask[], until: number): LastMoment {
  const [earliest, latest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { unit, earliest, latest, candidates: [], asks, until };
}

/** What lies beyond the year 9999 never comes. */
function knownMoment(unit: LastMoment['unit'], moment: number, until: number): LastMoment {
  const [first, last] = unit === 'date' ? [firstDate, lastDate] : [firstInstant, lastInstant];
  const end = moment > last ? Number.POSITIVE_INFINITY : Math.max(moment, first);
  const candidates = Number.isFinite(end) ? [end] : [];
  return { unit, earliest: end, latest: end, candidates, asks: [], until };
}

/** "A clock that starts at `none` has not started", and keeps; a length that is none is nothing to keep. */
function hasNoLength(value: Value, scope: Scope): boolean {
  if (value.kind !== 'offset') return false;
  return evaluateValue(value.duration, scope).kind === 'none' || hasNoLength(value.origin, scope);
}

/** The day of an instant is its day where the policy is at home. */
function momentIn({ content }: Known, value: Value, unit: LastMoment['unit'], scope: Scope): number {
  invariant(content.type === 'quantity', 'periods end at dates or instants');
  if (value.type.kind !== 'instant' || unit === 'instant') return content.low;
  if (content.low > lastInstant) return Number.POSITIVE_INFINITY;
  return dateIn(scope.zone, Math.max(content.low, firstInstant));
}

/** "A last day that is no working day moves on to the next one"; past what the calendar covers nothing is known. */
function rolledOver(date: number, rolling: Value, scope: Scope, until: number): LastMoment {
  const calendar = evaluateValue(rolling, scope);
  if (calendar.kind === 'none') return knownMoment('date', date, Math.min(until, calendar.until));
  let lasts = until;
  for (let day = date; day <= lastDate; day += 1) {
    const judgment = evaluateFormula(isWorkingDay(day, rolling), scope);
    lasts = Math.min(lasts, judgment.until);
    if (judgment.truth === 'unknown') return unknownMoment('date', judgment.asks, lasts);
    if (judgment.truth === 'true') return knownMoment('date', day, lasts);
  }
  return knownMoment('date', Number.POSITIVE_INFINITY, lasts);
}

function isWorkingDay(date: number, calendar: Value): Formula {
  const { place } = calendar;
  const value = constantValue(place, { kind: 'date' }, { type: 'date', value: date });
  return {
    kind: 'day-test',
    which: 'working-day',
    place,
    traits: unitedTraits([value, calendar]),
    value,
    calendar,
  };
}
