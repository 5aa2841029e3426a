import type { CalendarFact } from '../calendars.ts';
import { nextWorkingDay } from '../calendars.ts';
import type { Zone } from '../clock.ts';
import { dateOf } from '../clock.ts';
import { parseDate } from '../dates.ts';
import { lastInstant } from '../reasoning/movements.ts';
import { isNone, unknownNumber } from '../values.ts';
import type { ScheduleAction } from './terms.ts';

/**
 * The last day (or instant) of something: not before `earliest` and not after `latest`. Infinite for what never ends or
 * is never due; minus infinite for what may be due already, or where there is nothing to keep.
 */
export interface Moment {
  earliest: number;
  latest: number;
}

const firstDate = parseDate('0001-01-01') ?? 0;
const lastDate = parseDate('9999-12-31') ?? 0;
const firstInstant = firstDate * 86_400_000;

/** What a period comes to, once it is worked out. */
export interface WorkedOutPeriod {
  /** Unknown and none have their own signs. */
  readonly until: number;
  readonly isInstant: boolean;
  readonly isNothing: boolean;
  /** Left out where the day does not roll over. */
  readonly rolling?: CalendarFact;
}

/** Sets the moment at which a period ends. */
export function setMoment(moment: Moment, period: WorkedOutPeriod, action: ScheduleAction, zone: Zone): void {
  const end = endOf(period, action, zone);
  moment.earliest = end === undefined ? -unknownNumber : end;
  moment.latest = end === undefined ? unknownNumber : end;
}

/** Undefined where it is not known. */
function endOf(period: WorkedOutPeriod, action: ScheduleAction, zone: Zone): number | undefined {
  const { until, isInstant, isNothing, rolling } = period;
  if (until === unknownNumber) return undefined;
  if (isNone(until)) return isNothing && action === 'keep' ? -unknownNumber : unknownNumber;
  if (isInstant && action === 'due') return within(until, firstInstant, lastInstant);
  if (isInstant && until > lastInstant) return unknownNumber;
  const day = isInstant ? dateOf(Math.max(until, firstInstant), zone) : until;
  // What never comes does not roll over, whatever the calendar.
  if (!('rolling' in period) || rolling === null || day > lastDate) return within(day, firstDate, lastDate);
  const rolled = rolling === undefined ? unknownNumber : nextWorkingDay(rolling, day);
  return Number.isFinite(rolled) ? within(rolled, firstDate, lastDate) : undefined;
}

/** What lies beyond the years that can be written never comes. */
function within(value: number, first: number, last: number): number {
  return value > last ? unknownNumber : Math.max(value, first);
}

/** Either of two moments. */
export function widen(moment: Moment, other: Moment): void {
  moment.earliest = Math.min(moment.earliest, other.earliest);
  moment.latest = Math.max(moment.latest, other.latest);
}
