import type { Calendar, DayTestFormula, Duration, Program } from '../logic/index.ts';
import { weekdayOf } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import { knownPart, settle } from './comparisons.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import { decided, open } from './judgment.ts';
import type { Ask, Knowledge } from './knowledge.ts';
import { earliest, knownQuantity, unknownFor } from './knowledge.ts';
import type { Scope } from './run.ts';

/** `D is a holiday in C`, `D is a working day in C`: "outside what it covers the answer is unknown". */
export function evaluateDayTest(formula: DayTestFormula, scope: Scope): Judgment {
  const sides = [evaluateValue(formula.value, scope), evaluateValue(formula.calendar, scope)];
  return settle(sides, () => {
    const [day, named] = sides.map(knownPart);
    invariant(day?.content.type === 'quantity' && named !== undefined, 'a day is looked for in a calendar');
    const calendar = calendarOf(named, scope.run.program);
    const date = day.content.low;
    const until = earliest(sides);
    if (!isCovered(calendar, date)) return open([askForCalendar(calendar)], until);
    const answer = formula.which === 'holiday' ? isHoliday(calendar, date) : isWorkingDay(calendar, date);
    return decided(answer, until);
  });
}

/** The calendar in which a length counts: the one that it names, or the one that a table has given. */
export function calendarFor(length: Duration, given: Knowledge | undefined, scope: Scope): Calendar {
  if (given !== undefined) return calendarOf(given, scope.run.program);
  invariant(length.calendar !== undefined, 'working days are counted in a calendar');
  return calendarNamed(scope.run.program, length.calendar);
}

interface WorkingDays {
  readonly count: number;
  readonly direction: 'after' | 'before';
  readonly from: number;
}

/** `5 working days in C after D`: unknown where that leads out of what the calendar covers. */
export function workingDayKnowledge(calendar: Calendar, days: WorkingDays, until: number): Knowledge {
  const date = moveByWorkingDays(calendar, days);
  return date === undefined ? unknownFor([askForCalendar(calendar)], until) : knownQuantity(date, { until });
}

/** The working day that comes so many after (before) a day, which does not count itself. None at all is the day itself. */
function moveByWorkingDays(calendar: Calendar, { count, direction, from }: WorkingDays): number | undefined {
  const step = direction === 'after' ? 1 : -1;
  let date = from;
  for (let left = count; left > 0; ) {
    date += step;
    if (!isCovered(calendar, date)) return undefined;
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/** A working day is neither a day of the weekend nor a holiday. */
function isWorkingDay(calendar: Calendar, date: number): boolean {
  return !calendar.weekend.includes(weekdayOf(date)) && !isHoliday(calendar, date);
}

function isHoliday({ days }: Calendar, date: number): boolean {
  return days.some((day) => day.date === date);
}

function isCovered({ from, until }: Calendar, date: number): boolean {
  return from <= date && date < until;
}

/** "`missing` names a calendar or table that does not reach." */
function askForCalendar({ name, title = name }: Calendar): Ask {
  return { path: name, title };
}

function calendarOf(knowledge: Knowledge, program: Program): Calendar {
  invariant(knowledge.kind === 'known' && knowledge.content.type === 'text', 'calendars go by their names');
  return calendarNamed(program, knowledge.content.value);
}

function calendarNamed(program: Program, name: string): Calendar {
  const calendar = program.calendars.get(name);
  invariant(calendar !== undefined, `the program has a calendar ${name}`);
  return calendar;
}
