import type { ConstantValue, Duration, Place, Type, Value } from '../../logic/index.ts';
import { constantValue } from '../../logic/index.ts';
import { parseDate, parseInstant, parseTime } from '../../runtime/index.ts';
import type { Expression, Literal, LiteralValue } from '../../syntax/index.ts';
import { isZoneId } from '../../time/index.ts';
import { errorType } from '../vocabulary/types.ts';
import { reportUnknownZone } from '../vocabulary/zones.ts';
import { adviseOnWeekend, readCalendar } from './calendars.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf } from './scope.ts';

/** Stands in for what could not be understood; it fits everywhere, so that one mistake makes one message. */
export function errorValue(place: Place): Value {
  return constantValue(place, errorType, { type: 'boolean', value: false });
}

export function isErrorValue(value: Value): boolean {
  return value.type.kind === 'error';
}

/** The constant of a literal. A text becomes a time zone where one is expected. */
export function literalValue(scope: Scope, node: Literal, expected?: Type): Value {
  const place = placeOf(scope, node);
  const { value } = node;
  switch (value.type) {
    case 'boolean':
      return constantValue(place, { kind: 'boolean' }, { type: 'boolean', value: value.value });
    case 'number':
      return constantValue(place, { kind: 'number' }, { type: 'number', value: value.value });
    case 'text':
      return textValue(scope, place, value.value, expected);
    case 'date':
      return dated(place, 'date', parseDate(value.value));
    case 'time':
      return dated(place, 'time', parseTime(value.value));
    case 'instant':
      return dated(place, 'instant', parseInstant(value.value));
    case 'duration':
      return durationValue(scope, place, value);
    case 'none':
      complain(scope, 'type/none-as-value', node, {});
      return errorValue(place);
    case 'unknown':
      complain(scope, 'type/unknown-as-value', node, {});
      return errorValue(place);
  }
}

function textValue(scope: Scope, place: Place, value: string, expected: Type | undefined): Value {
  if (expected?.kind !== 'timezone') return constantValue(place, { kind: 'text' }, { type: 'text', value });
  if (!isZoneId(value)) reportUnknownZone(scope.context, scope.site.unit, place, value);
  return constantValue(place, expected, { type: 'timezone', value });
}

/** An impossible date is reported where it is read from the text; here it only stays silent. */
function dated(place: Place, kind: 'date' | 'time' | 'instant', value: number | undefined): Value {
  return value === undefined ? errorValue(place) : constantValue(place, { kind }, { type: kind, value });
}

export type DurationLiteral = Extract<LiteralValue, { type: 'duration' }>;

function durationValue(scope: Scope, place: Place, literal: DurationLiteral): Value {
  if (literal.unit === 'working-day') return workingDaysValue(scope, place, literal);
  const duration = durationOf(literal);
  return constantValue(place, { kind: 'duration', measure: measureOf(duration) }, duration);
}

/** Working days in a calendar that is named; where a table gives it, they are no fixed value. */
function workingDaysValue(scope: Scope, place: Place, literal: DurationLiteral): Value {
  if (!checkWorkingDays(scope, place, literal)) return errorValue(place);
  const calendar = readCalendar(scope, literal.calendar);
  if (calendar === undefined) return errorValue(place);
  if (calendar.kind === 'constant' && calendar.constant.type === 'calendar') {
    adviseOnWeekend(scope, literal.calendar, calendar);
    return workingDaysConstant(place, literal, calendar.constant.value);
  }
  complain(scope, 'type/not-constant', literal.calendar, {});
  return errorValue(place);
}

/** A number of working days, in a calendar that is named or stands apart. */
export function workingDaysConstant(
  place: Place,
  { amount }: DurationLiteral,
  calendar?: string,
): ConstantValue {
  const duration: Duration = {
    type: 'duration',
    amount,
    unit: 'working-days',
    ...(calendar === undefined ? {} : { calendar }),
  };
  return constantValue(place, { kind: 'duration', measure: 'working-days' }, duration);
}

/** Whether it is a whole number of working days in some calendar. */
export function checkWorkingDays(
  scope: Scope,
  place: Place,
  literal: DurationLiteral,
): literal is DurationLiteral & { readonly calendar: Expression } {
  if (!Number.isInteger(literal.amount)) complain(scope, 'calendar/part-of-a-day', place, {});
  else if (literal.calendar === undefined) {
    complain(scope, 'calendar/working-days', place, { amount: literal.amount });
  } else return true;
  return false;
}

/** The amount of a duration in the unit that evaluation counts in. */
export function durationOf({ amount, unit }: DurationLiteral): Duration {
  switch (unit) {
    case 'year':
      return { type: 'duration', amount: amount * 12, unit: 'months' };
    case 'month':
      return { type: 'duration', amount, unit: 'months' };
    case 'week':
      return { type: 'duration', amount: amount * 7, unit: 'days' };
    case 'day':
      return { type: 'duration', amount, unit: 'days' };
    case 'hour':
      return { type: 'duration', amount: amount * 3_600_000, unit: 'milliseconds' };
    case 'minute':
      return { type: 'duration', amount: amount * 60_000, unit: 'milliseconds' };
    case 'second':
      return { type: 'duration', amount: amount * 1000, unit: 'milliseconds' };
    case 'millisecond':
      return { type: 'duration', amount, unit: 'milliseconds' };
    case 'working-day':
      return { type: 'duration', amount, unit: 'working-days' };
  }
}

function measureOf(duration: Duration): 'months' | 'days' | 'exact' | 'working-days' {
  return duration.unit === 'milliseconds' ? 'exact' : duration.unit;
}

/** The constant value of an expression that has to be one. */
export function requireConstant(scope: Scope, value: Value, node: Expression): ConstantValue | undefined {
  if (value.kind === 'constant') return value;
  if (!isErrorValue(value)) complain(scope, 'type/not-constant', node, {});
  return undefined;
}

export function weekdayNumber(name: string): number | undefined {
  const index = weekdays.indexOf(name);
  return index < 0 ? undefined : index + 1;
}

export const weekdays: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
