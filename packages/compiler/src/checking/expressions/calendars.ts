import type { Formula, Value } from '../../logic/index.ts';
import { truth, unitedTraits } from '../../logic/index.ts';
import type { DayTest, Expression } from '../../syntax/index.ts';
import { describeType } from '../vocabulary/types.ts';
import type { Subject } from './comparisons.ts';
import type { Scope } from './scope.ts';
import { complain, placeOf, wordsOf } from './scope.ts';
import { readValueOfKind } from './values.ts';

/** The calendar that a name or a look-up gives. */
export function readCalendar(scope: Scope, expression: Expression): Value | undefined {
  const expected = 'the name of a calendar, or a table that gives one';
  return readValueOfKind(scope, expression, ['calendar'], expected, { kind: 'calendar' });
}

/** `D is a holiday in C`, `D is a working day in C`: unknown outside of what the calendar covers. */
export function dayFormula({ scope, node, left }: Subject, test: DayTest): Formula {
  const place = placeOf(scope, node);
  const calendar = readCalendar(scope, test.calendar);
  if (left.type.kind !== 'date') {
    const values = { expected: 'a date', found: describeType(left.type) };
    const help =
      left.type.kind === 'instant' ? { help: `Write "date of ${wordsOf(scope, node.left)}".` } : {};
    complain(scope, 'type/mismatch', node.left, values, help);
    return truth(place, false);
  }
  if (calendar === undefined) return truth(place, false);
  if (test.which === 'working-day') adviseOnWeekend(scope, test.calendar, calendar);
  const traits = { ...unitedTraits([left, calendar]), canBeUnknown: true, canBeNone: false };
  return { kind: 'day-test', place, traits, which: test.which, value: left, calendar };
}

/** Without a weekend, Sundays are working days: hardly anybody means that. */
export function adviseOnWeekend(scope: Scope, expression: Expression, calendar: Value): void {
  if (calendar.kind !== 'constant' || calendar.constant.type !== 'calendar') return;
  const name = calendar.constant.value;
  const weekend = scope.context.queries.get('calendar', name)?.weekend;
  if (weekend?.length === 0) complain(scope, 'lint/no-weekend', expression, { name });
}
