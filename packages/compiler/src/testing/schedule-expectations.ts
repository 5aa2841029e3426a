import type { ExpectedNames, ScheduleExpectation } from '../logic/index.ts';
import type { Schedule } from '../runtime/index.ts';
import { formatInstant } from '../runtime/index.ts';
import { listed } from './because.ts';
import { isMet } from './expectations.ts';
import type { TestFailure } from './run-tests.ts';
import { becauseOfDeadline, becauseOfState, stateInWords } from './schedule-because.ts';

/** What a schedule has otherwise than expected. */
export function checkSchedule(
  expectation: ScheduleExpectation,
  schedule: Schedule,
  line: number,
): readonly TestFailure[] {
  const wrongStates = [...wrongState(expectation, schedule, line), ...wrongDue(expectation, schedule, line)];
  if (wrongStates.length > 0) return wrongStates;
  return [
    ...valueChecks.flatMap((check) => wrongValue(check, expectation, schedule, line)),
    ...nameChecks.flatMap((check) => wrongNames(check, expectation, schedule, line)),
  ];
}

/** A test of a record that says nothing about the record, or about the day. */
export function failureWithoutSchedule(what: 'facts' | 'now', found: string, line: number): TestFailure {
  if (what === 'facts') {
    const message = `The facts of this test are not what the record has: ${found}`;
    return { what, expected: 'facts of the record', actual: found, message, line };
  }
  const message =
    'The rules read the date, and this test does not say which day it is: add "on", for example "on 2026-03-02".';
  return { what, expected: 'a day', actual: 'none', message, line };
}

function wrongState(
  { state, keepThrough, eraseBy, by }: ScheduleExpectation,
  schedule: Schedule,
  line: number,
): readonly TestFailure[] {
  if (state === undefined || state === schedule.state) return [];
  const parts = [
    state,
    ...(typeof keepThrough === 'string'
      ? [keepThrough === 'forever' ? 'for ever' : `through ${keepThrough}`]
      : []),
    ...(typeof eraseBy === 'string' ? [`with erasure by ${eraseBy}`] : []),
    ...(by !== undefined && by.names.length > 0 ? [`by ${listed(by.names)}`] : []),
  ];
  const expected = parts.join(' ');
  const message = `Expected ${expected}, but ${stateInWords(schedule)}, because ${becauseOfState(schedule)}.`;
  return [{ what: 'state', expected, actual: schedule.state, message, line }];
}

function wrongDue(
  { due, dueBy }: ScheduleExpectation,
  schedule: Schedule,
  line: number,
): readonly TestFailure[] {
  const actual = schedule.due?.state ?? 'none';
  if (due === undefined || due === actual) return [];
  const expected = dueBy === undefined || dueBy === null ? due : `${due} through ${dateText(dueBy)}`;
  const because = becauseOfDeadline(schedule.due, schedule);
  const found = actual === 'none' ? 'nothing is due' : `it is ${actual}`;
  const message = `Expected ${expected}, but ${found}, because ${because}.`;
  return [{ what: 'due', expected, actual, message, line }];
}

interface ValueCheck {
  readonly what: 'keep-through' | 'erase-by' | 'due-by' | 'may-erase';
  /** Absent where nothing is expected of it. */
  readonly expected: (expectation: ScheduleExpectation) => string | undefined;
  readonly actual: (schedule: Schedule) => string;
  readonly because: (schedule: Schedule) => string;
}

const valueChecks: readonly ValueCheck[] = [
  {
    what: 'keep-through',
    expected: ({ keepThrough }) => dateText(keepThrough),
    actual: ({ keepThrough, windows }) =>
      keepThrough ?? (windows?.longest.keepThrough === windows?.shortest.keepThrough ? 'none' : 'not known'),
    because: becauseOfState,
  },
  {
    what: 'erase-by',
    expected: ({ eraseBy }) => dateText(eraseBy),
    actual: ({ eraseBy, windows }) =>
      eraseBy ?? (windows?.longest.eraseBy === windows?.shortest.eraseBy ? 'none' : 'not known'),
    because: becauseOfState,
  },
  {
    what: 'due-by',
    expected: ({ dueBy }) => dateText(dueBy),
    actual: ({ due }) =>
      due?.dueBy ?? (due?.state === 'undetermined' || due?.state === 'overdue' ? 'not known' : 'none'),
    because: (schedule) => becauseOfDeadline(schedule.due, schedule),
  },
  {
    what: 'may-erase',
    expected: ({ mayErase }) => (mayErase === undefined ? undefined : yesOrNo(mayErase)),
    actual: ({ mayErase }) => yesOrNo(mayErase),
    because: becauseOfState,
  },
];

function wrongValue(
  check: ValueCheck,
  expectation: ScheduleExpectation,
  schedule: Schedule,
  line: number,
): readonly TestFailure[] {
  const expected = check.expected(expectation);
  const actual = check.actual(schedule);
  if (expected === undefined || expected === actual) return [];
  const { what } = check;
  const message = `Expected ${what} ${expected}, but it is ${actual}, because ${check.because(schedule)}.`;
  return [{ what, expected, actual, message, line }];
}

function dateText(value: string | number | null | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 'none';
  return typeof value === 'number' ? formatInstant(value) : value;
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

interface NameCheck {
  readonly what: 'by' | 'missing' | 'owing' | 'assumed' | 'claim';
  readonly actual: (schedule: Schedule) => readonly string[];
  /** The sentence that says what there is instead. */
  readonly words: (schedule: Schedule, expected: string, actual: string) => string;
}

const nameChecks: readonly NameCheck[] = [
  {
    what: 'by',
    actual: ({ reasons }) => reasons.filter(({ decisive }) => decisive).map(({ rule }) => rule),
    words: ({ state }, expected, actual) =>
      `Expected ${state} by ${expected}, but it is ${state} by ${actual}.`,
  },
  {
    what: 'missing',
    actual: ({ missing }) => missing,
    words: (_, expected, actual) =>
      `Expected that ${expected} is asked for, but what is missing is ${actual}.`,
  },
  {
    what: 'owing',
    actual: ({ obligations }) => obligations.map(({ obligation }) => obligation),
    words: (_, expected, actual) => `Expected that ${expected} is owed, but what is owed is ${actual}.`,
  },
  {
    what: 'assumed',
    actual: ({ assumed }) => assumed.map(({ fact }) => fact),
    words: (_, expected, actual) => `Expected an assumption about ${expected}, but assumed is ${actual}.`,
  },
  {
    what: 'claim',
    actual: ({ claims, state }) => claims.filter((one) => one.state === state).map(({ claim }) => claim),
    words: ({ state }, expected, actual) =>
      `Expected ${state} under the claim of ${expected}, but it is ${state} under ${actual}.`,
  },
];

function wrongNames(
  { what, actual, words }: NameCheck,
  expectation: ScheduleExpectation,
  schedule: Schedule,
  line: number,
): readonly TestFailure[] {
  const names: ExpectedNames | undefined = expectation[what];
  const found = [...new Set(actual(schedule))];
  if (names === undefined || isMet(names, found)) return [];
  const only = names.exact && names.names.length > 0 ? ' alone' : '';
  const expected = `${listed(names.names)}${only}`;
  const message = words(schedule, expected, listed(found));
  return [{ what, expected, actual: listed(found), message, line }];
}
