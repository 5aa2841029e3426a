import type { Duration, Period, Place, ScheduleAction, Value } from '../../logic/index.ts';
import { constantValue } from '../../logic/index.ts';
import type {
  Expression,
  ExtendByClause,
  PeriodInsteadClause,
  RuleClause,
  ScheduleClause,
} from '../../syntax/index.ts';
import { readFormula } from '../expressions/formulas.ts';
import { isErrorValue } from '../expressions/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain, placeOf, wordsOf } from '../expressions/scope.ts';
import { durationMeasure, fitsMeasure, movedTraits, movedValue, readLength } from '../expressions/times.ts';
import { readValue, readValueOfKind } from '../expressions/values.ts';
import { describeType } from '../vocabulary/types.ts';
import { singleClause } from './clauses.ts';

/** How long, counted from when; or by when. */
export interface StatedPeriod {
  readonly clause: ScheduleClause | PeriodInsteadClause;
  readonly period: Expression | undefined;
  readonly countedFrom: Expression | undefined;
  readonly deadline: Expression | undefined;
}

/** What `rolling over` and `extend by` add to a last day. */
export interface PeriodParts {
  readonly stated: StatedPeriod;
  readonly clauses: readonly RuleClause[];
  /** Counts where the clauses have no `rolling over`. */
  readonly rolling: Expression | undefined;
}

/** The last day that a rule or exception states, read in its scope; undefined after a mistake. */
export function periodOf(scope: Scope, { stated, clauses, rolling }: PeriodParts): Period | undefined {
  const { context, site } = scope;
  const until = untilOf(scope, stated);
  const rollingClause = singleClause(context, site, clauses, 'rolling-clause', 'rolling over');
  const extendBy = singleClause(context, site, clauses, 'extend-by-clause', 'extend by');
  const calendar = rollingClause?.calendar ?? (until?.type.kind === 'date' ? rolling : undefined);
  const rolled = calendar && rollingOf(scope, calendar, until);
  const extension = extendBy && extensionOf(scope, extendBy, until);
  if (until === undefined) return undefined;
  return {
    until,
    ...(rolled === undefined ? {} : { rolling: rolled }),
    ...(extension === undefined ? {} : { extension }),
  };
}

function untilOf(scope: Scope, { clause, period, countedFrom, deadline }: StatedPeriod): Value | undefined {
  if (deadline !== undefined) return deadlineOf(scope, deadline);
  if (period === undefined || countedFrom === undefined) return undefined;
  const until = movedValue(scope, clause, { duration: period, direction: 'after', origin: countedFrom });
  return isErrorValue(until) ? undefined : until;
}

function deadlineOf(scope: Scope, expression: Expression): Value | undefined {
  const value = readValue(scope, expression);
  if (isErrorValue(value)) return undefined;
  if (value.type.kind === 'date' || value.type.kind === 'instant') return value;
  const words = wordsOf(scope, expression);
  const help =
    value.type.kind === 'duration'
      ? `Say what it is counted from: "at the latest ${words} after …".`
      : 'Write a date, such as "3 years after last-contact-on".';
  const values = { expected: 'a date', found: describeType(value.type) };
  complain(scope, 'type/mismatch', expression, values, { help });
  return undefined;
}

function rollingOf(scope: Scope, calendar: Expression, until: Value | undefined): Value | undefined {
  if (until?.type.kind === 'instant') {
    complain(scope, 'schedule/rolling-over-hours', calendar, {});
    return undefined;
  }
  return readValueOfKind(scope, calendar, ['calendar'], 'a calendar', { kind: 'calendar' });
}

/** `extend by D when C`: the deadline counted from the same day, by the sum of both where that can be said. */
function extensionOf(
  scope: Scope,
  clause: ExtendByClause,
  until: Value | undefined,
): Period['extension'] | undefined {
  const { duration, calendar } = readLength(scope, clause.duration);
  const condition = readFormula(scope, clause.condition);
  if (until === undefined || duration === undefined) return undefined;
  if (!fitsExtension(until, duration)) {
    const counted = until.kind === 'offset' ? until.duration : undefined;
    const values = { extension: wordsOf(scope, clause.duration), measure: measureWords(until, counted) };
    complain(scope, 'schedule/extension-measure', clause.duration, values);
    return undefined;
  }
  return { until: extended(placeOf(scope, clause), until, { duration, calendar }), condition };
}

function fitsExtension(until: Value, extension: Value): boolean {
  const own = until.kind === 'offset' ? durationMeasure(until.duration) : 'any';
  const other = durationMeasure(extension);
  if (!fitsMeasure(until.type, other)) return false;
  return own === 'any' || other === 'any' || own === other;
}

function measureWords(until: Value, counted: Value | undefined): string {
  const measure = counted === undefined ? 'any' : durationMeasure(counted);
  switch (measure) {
    case 'months':
      return 'months or years';
    case 'days':
      return 'days or weeks';
    case 'working-days':
      return 'working days';
    case 'exact':
      return 'hours';
    case 'any':
      return until.type.kind === 'instant' ? 'hours' : 'days, months or years';
  }
}

interface Length {
  readonly duration: Value;
  /** Of working days, where a table gives the calendar. */
  readonly calendar: Value | undefined;
}

function extended(place: Place, until: Value, { duration, calendar }: Length): Value {
  const isCounted = until.kind === 'offset' && until.direction === 'after';
  const sum =
    isCounted && until.calendar === undefined && calendar === undefined
      ? sumOf(until.duration, duration)
      : undefined;
  if (until.kind === 'offset' && sum !== undefined) {
    return { ...until, place, duration: constantValue(place, until.duration.type, sum) };
  }
  const given = [until, duration, ...(calendar === undefined ? [] : [calendar])];
  const traits = movedTraits(given, durationMeasure(duration));
  return {
    kind: 'offset',
    type: until.type,
    place,
    traits,
    origin: until,
    duration,
    direction: 'after',
    ...(calendar === undefined ? {} : { calendar }),
  };
}

/** One month and two months are three, counted at once: the end of a month would cut them twice. */
function sumOf(one: Value, other: Value): Duration | undefined {
  if (one.kind !== 'constant' || other.kind !== 'constant') return undefined;
  const [first, second] = [one.constant, other.constant];
  if (first.type !== 'duration' || second.type !== 'duration') return undefined;
  if (first.unit !== second.unit || first.calendar !== second.calendar) return undefined;
  return { ...first, amount: first.amount + second.amount };
}

/** The period or deadline of a clause; the origin of what surrounds it counts where it names none. */
export function statedBy(
  clause: ScheduleClause | PeriodInsteadClause,
  countedFrom?: Expression,
): StatedPeriod {
  return {
    clause,
    period: clause.period,
    countedFrom: clause.countedFrom ?? countedFrom,
    deadline: clause.deadline,
  };
}

/** Whether a period is stated the way that the action wants: a keep for how long, everything else by when. */
export function checkForm(scope: Scope, stated: StatedPeriod, action: ScheduleAction): boolean {
  const isKeep = action === 'keep';
  const wrong = isKeep ? stated.deadline : stated.period;
  if (wrong === undefined) return true;
  const words = isKeep ? 'at the latest' : 'for at least';
  const help = isKeep
    ? 'Write for how long at least: "for at least 6 years counted from …".'
    : 'Write by when: "at the latest 3 years after …".';
  complain(scope, 'schedule/clause-does-not-fit', stated.clause, { words, action }, { help });
  return false;
}
