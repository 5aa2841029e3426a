import type { DurationMeasure, Traits, Type, Value } from '../../logic/index.ts';
import { plainTraits, unitedTraits } from '../../logic/index.ts';
import type {
  CalendarEdge,
  ClockReading,
  Expression,
  Extreme,
  LiteralValue,
  Offset,
} from '../../syntax/index.ts';
import type { Span } from '../../text/index.ts';
import { describeType } from '../vocabulary/types.ts';
import { readCalendar } from './calendars.ts';
import type { DurationLiteral } from './literals.ts';
import { checkWorkingDays, errorValue, isErrorValue, workingDaysConstant } from './literals.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { readValue, readValueOfKind } from './values.ts';

/** Whether the time may be read here; claims and derived facts belong to no policy, so they have no zone. */
export function mayReadTime(scope: Scope, span: Span): boolean {
  if (scope.timeless === undefined) return true;
  complain(scope, 'type/timeless', span, { owner: scope.owner });
  return false;
}

/** `now`, `today [in Z]`, `time in Z`, `weekday in Z` */
export function clockValue(scope: Scope, node: ClockReading): Value {
  const place = placeOf(scope, node);
  if (!mayReadTime(scope, node)) return errorValue(place);
  const traits = { ...plainTraits, readsTime: true };
  if (node.reading === 'now') return { kind: 'now', type: { kind: 'instant' }, place, traits };
  const type: Type = { kind: node.reading === 'today' ? 'date' : node.reading };
  if (node.zone === undefined) return { kind: 'clock', type, place, traits, reading: node.reading };
  const zone = readValueOfKind(scope, node.zone, ['timezone'], 'a time zone', { kind: 'timezone' });
  if (zone === undefined) return errorValue(place);
  const zoned = { ...zone.traits, readsTime: true };
  return { kind: 'clock', type, place, traits: zoned, reading: node.reading, zone };
}

/** `end of year of D` */
export function edgeValue(scope: Scope, node: CalendarEdge): Value {
  const place = placeOf(scope, node);
  const of = readValueOfKind(scope, node.operand, ['date'], 'a date');
  if (of === undefined) return errorValue(place);
  return { kind: 'edge', type: of.type, place, traits: of.traits, edge: node.edge, unit: node.unit, of };
}

/** `later of (a, b)` */
export function extremeValue(scope: Scope, node: Extreme): Value {
  const place = placeOf(scope, node);
  const operands: Value[] = [];
  for (const operand of node.operands) {
    const value = readValueOfKind(scope, operand, ['date', 'instant'], 'a date');
    const [first] = operands;
    if (value === undefined) return errorValue(place);
    if (first !== undefined && first.type.kind !== value.type.kind) {
      const values = { expected: describeType(first.type), found: describeType(value.type) };
      complain(scope, 'type/mismatch', operand, values);
      return errorValue(place);
    }
    operands.push(value);
  }
  const [first] = operands;
  if (first === undefined) return errorValue(place);
  const united = unitedTraits(operands);
  // None is left out of the comparison, so that only all of them being none gives none.
  const traits = { ...united, canBeNone: operands.every((operand) => operand.traits.canBeNone) };
  return { kind: 'extreme', type: first.type, place, traits, which: node.which, operands };
}

/** `3 years after D`: dates move by days and longer, instants by hours and shorter. */
export function offsetValue(scope: Scope, node: Offset): Value {
  return movedValue(scope, node, node);
}

/** A date or instant moved by a duration. */
export function movedValue(
  scope: Scope,
  span: Span,
  parts: {
    readonly duration: Expression;
    readonly direction: 'after' | 'before';
    readonly origin: Expression;
  },
): Value {
  const place = placeOf(scope, span);
  const { duration, calendar } = readLength(scope, parts.duration);
  const origin = readValue(scope, parts.origin);
  if (duration === undefined || isErrorValue(origin)) return errorValue(place);
  if (origin.type.kind !== 'date' && origin.type.kind !== 'instant') {
    const values = { expected: 'a date', found: describeType(origin.type) };
    complain(scope, 'type/mismatch', parts.origin, values);
    return errorValue(place);
  }
  if (!fitsMeasure(origin.type, durationMeasure(duration))) {
    reportMixedTime(scope, span, origin, parts);
    return errorValue(place);
  }
  const shared = { type: origin.type, place, origin, duration, direction: parts.direction };
  const given = [origin, duration, ...(calendar === undefined ? [] : [calendar])];
  const traits = movedTraits(given, durationMeasure(duration));
  return { kind: 'offset', ...shared, traits, ...(calendar === undefined ? {} : { calendar }) };
}

/** Working days can lead out of what their calendar covers; a length of any measure may be one of those. */
export function movedTraits(parts: readonly Value[], measure: DurationMeasure): Traits {
  const traits = unitedTraits(parts);
  return measure === 'working-days' || measure === 'any' ? { ...traits, canBeUnknown: true } : traits;
}

/** A length of time; of working days apart from a calendar that is not fixed. */
export function readLength(
  scope: Scope,
  expression: Expression,
): { readonly duration?: Value; readonly calendar?: Value } {
  if (expression.kind === 'literal' && isCountedByTable(expression.value)) {
    const place = placeOf(scope, expression);
    const { value } = expression;
    if (!checkWorkingDays(scope, place, value)) return {};
    const calendar = readCalendar(scope, value.calendar);
    if (calendar === undefined) return {};
    if (calendar.kind !== 'constant') return { duration: workingDaysConstant(place, value), calendar };
  }
  const duration = readValueOfKind(scope, expression, ['duration'], 'a length of time, such as "3 years"');
  return duration === undefined ? {} : { duration };
}

/** `5 working days in (holidays of place)` */
function isCountedByTable(value: LiteralValue): value is DurationLiteral {
  if (value.type !== 'duration' || value.unit !== 'working-day') return false;
  let { calendar } = value;
  while (calendar?.kind === 'parenthesized') calendar = calendar.inner;
  return calendar !== undefined && calendar.kind !== 'path' && calendar.kind !== 'missing-expression';
}

export function durationMeasure(value: Value): DurationMeasure {
  return value.type.kind === 'duration' ? value.type.measure : 'any';
}

/** Hours and minutes belong to instants, days and longer to dates. */
export function fitsMeasure(type: Type, measure: DurationMeasure): boolean {
  return measure === 'any' || (type.kind === 'instant') === (measure === 'exact');
}

export function reportMixedTime(
  scope: Scope,
  span: Span,
  origin: Value,
  parts: { readonly duration: Expression; readonly origin: Expression },
): void {
  const values = {
    duration: wordsOf(scope, parts.duration),
    origin: wordsOf(scope, parts.origin),
    found: describeType(origin.type),
  };
  const help =
    origin.type.kind === 'instant'
      ? `Write "date of ${values.origin}" to count in days, or count in hours.`
      : `"${values.origin}" is a day without a time: count in days, months or years.`;
  complain(scope, 'type/mixed-time', span, values, { help });
}
