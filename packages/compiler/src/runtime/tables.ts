import type { Calendar } from './calendars.ts';
import type { Zone } from './clock.ts';
import { parseDate } from './dates.ts';
import type { Duration } from './durations.ts';
import type { Answers } from './table-answers.ts';
import { answerAt, createAnswers, unknownAnswer } from './table-answers.ts';
import type { TableKey } from './table-keys.ts';
import { joinedPlace, keyPlace, nonePlace, openPlace } from './table-keys.ts';
import { noneTerm, unknownTerm } from './terms.ts';
import { isNone, noneNumber, unknownNumber } from './values.ts';

/** Values that law gives as a table. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** Where its dates begin. */
  readonly zone: Zone;
  readonly keys: readonly TableKey[];
  readonly rows: readonly TableRow[];
  /** All dates on which a row begins or ends, sorted. */
  readonly changes: readonly number[];
  /** By column: what each row says. */
  readonly columns: readonly (readonly Cell[])[];
  /** The date that was asked about last, with the number of changes up to it. */
  date: number;
  era: number;
  /** What was found out, by era and column; worked out when it is asked for. */
  readonly answers: (Answers | undefined)[];
}

/** A row from a date (included) until another (excluded), in days since 1970-01-01. */
export interface TableRow {
  /** By key: the number of what it names; undefined: whatever it is. */
  readonly keys: readonly (number | undefined)[];
  readonly from: number;
  readonly until: number;
}

/** What a row says: a value as it stands in facts, null for none, undefined for nothing. */
export type Cell = number | string | Zone | Duration | Calendar | null | undefined;

/** A row as it is written: `null` in its keys is whatever it may be; dates as `2024-01-01`. */
export interface TableRowEntry {
  readonly keys: readonly (string | number | null)[];
  readonly values: readonly Cell[];
  readonly from?: string;
  readonly until?: string;
}

export function table(options: {
  readonly name: string;
  readonly title?: string;
  readonly zone: Zone;
  readonly keys: readonly TableKey[];
  readonly rows: readonly TableRowEntry[];
}): Table {
  const { name, title = name, zone, keys } = options;
  const rows = options.rows.map((row) => ({
    keys: row.keys.map((cell, index) => keyNumber(keys[index], cell)),
    from: dateOr(row.from, Number.NEGATIVE_INFINITY),
    until: dateOr(row.until, unknownNumber),
  }));
  const width = options.rows[0]?.values.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    options.rows.map(({ values }) => values[column]),
  );
  const bounds = rows.flatMap(({ from, until }) => [from, until]).filter(Number.isFinite);
  const changes = [...new Set(bounds)].sort((left, right) => left - right);
  return { name, title, zone, keys, rows, changes, columns, date: Number.NaN, era: 0, answers: [] };
}

function keyNumber(key: TableKey | undefined, cell: string | number | null | undefined): number | undefined {
  if (typeof cell !== 'string') return cell ?? undefined;
  return typeof key === 'object' ? (key.numbers.get(cell) ?? noneTerm) : undefined;
}

function dateOr(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : (parseDate(text) ?? otherwise);
}

/** What a column of numbers, dates, steps and the like says on a date. */
export function numberIn(
  within: Table,
  column: number,
  date: number,
  first: number,
  second?: number,
  third?: number,
): number {
  const answer = findRow(within, column, date, first, second, third);
  if (answer < 0) return answer === noneAnswer ? noneNumber : unknownNumber;
  // A column of numbers holds numbers, null and nothing else.
  const cell = within.columns[column]?.[answer] as number | null | undefined;
  return cell ?? noneNumber;
}

/** What a column of terms says on a date. */
export function termIn(
  within: Table,
  column: number,
  date: number,
  first: number,
  second?: number,
  third?: number,
): number {
  const answer = findRow(within, column, date, first, second, third);
  if (answer < 0) return answer === noneAnswer ? noneTerm : unknownTerm;
  // A column of terms holds their numbers, null and nothing else.
  const cell = within.columns[column]?.[answer] as number | null | undefined;
  return cell ?? noneTerm;
}

/** What a column of texts, zones, durations or calendars says on a date. */
export function valueIn<Value extends string | Zone | Duration | Calendar>(
  within: Table,
  column: number,
  date: number,
  first: number,
  second?: number,
  third?: number,
): Value | null | undefined {
  const answer = findRow(within, column, date, first, second, third);
  if (answer < 0) return answer === noneAnswer ? null : undefined;
  // The compiler writes values of one type into a column.
  return within.columns[column]?.[answer] as Value | null | undefined;
}

const noneAnswer = -2;

/** The row that says it, by its position; below 0 where it is none or unknown. */
function findRow(
  within: Table,
  column: number,
  date: number,
  first: number,
  second: number | undefined,
  third: number | undefined,
): number {
  const [one, two, three] = within.keys;
  let place = keyPlace(one, first);
  if (two !== undefined) place = joinedPlace(place, two, second ?? noneNumber);
  if (three !== undefined) place = joinedPlace(place, three, third ?? noneNumber);
  if (place === nonePlace || isNone(date)) return noneAnswer;
  if (place === openPlace || date === unknownNumber) return unknownAnswer;
  return answerAt(answersOn(within, column, date), place);
}

/** What a column says on a date, as far as it was asked. */
export function answersOn(within: Table, column: number, date: number): Answers {
  if (date !== within.date) {
    within.date = date;
    within.era = countUpTo(within.changes, date);
  }
  const slot = within.era * within.columns.length + column;
  const answers = within.answers[slot] ?? createAnswers(within, column, date);
  within.answers[slot] = answers;
  return answers;
}

/** How many of some dates are not after another. */
export function countUpTo(dates: readonly number[], date: number): number {
  let count = 0;
  for (const other of dates) if (other <= date) count += 1;
  return count;
}
