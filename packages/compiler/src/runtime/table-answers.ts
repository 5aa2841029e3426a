import type { Duration } from './durations.ts';
import type { TableKey } from './table-keys.ts';
import { keySize, unknownPlace } from './table-keys.ts';
import type { Cell, Table } from './tables.ts';
import type { Taxonomy } from './terms.ts';

/** What one column of a table says between two changes, as far as it was asked. */
export interface Answers {
  readonly keys: readonly TableKey[];
  readonly cells: readonly Cell[];
  readonly root: Branch;
  /** By key: the terms that rows name. */
  readonly named: readonly ReadonlySet<number>[];
  /** The row that answers, by the position of the keys; `unasked` where nobody has asked yet. */
  readonly rows: Int32Array | undefined;
  /** The same where there are too many positions. */
  readonly few: Map<number, number>;
}

/** Rows by the cell of their next key. */
interface Branch {
  readonly below: Map<number, Branch>;
  row: number;
}

export const unknownAnswer = -1;
const unasked = -3;
const anyCell = -1;
const mostPlaces = 65_536;

export function createAnswers({ keys, rows, columns }: Table, column: number, date: number): Answers {
  const root: Branch = { below: new Map(), row: unknownAnswer };
  const named = keys.map(() => new Set<number>());
  for (const [position, row] of rows.entries()) {
    if (date >= row.from && date < row.until) plant(root, named, row.keys, position);
  }
  const size = keys.reduce((product, key) => product * keySize(key), 1);
  const answers = size > mostPlaces ? undefined : new Int32Array(size).fill(unasked);
  return { keys, cells: columns[column] ?? [], root, named, rows: answers, few: new Map() };
}

function plant(
  root: Branch,
  named: readonly Set<number>[],
  keys: readonly (number | undefined)[],
  row: number,
): void {
  let branch = root;
  for (const [index, key = anyCell] of keys.entries()) {
    const next = branch.below.get(key) ?? { below: new Map(), row: unknownAnswer };
    branch.below.set(key, next);
    named[index]?.add(key);
    branch = next;
  }
  if (branch.row === unknownAnswer) branch.row = row;
}

/** The row that says it for all that the keys at a position may be, or `unknownAnswer`. */
export function answerAt(answers: Answers, place: number): number {
  const { rows, few } = answers;
  const known = rows === undefined ? (few.get(place) ?? unasked) : (rows[place] ?? unknownAnswer);
  if (known !== unasked) return known;
  const answer = commonAnswer(answers, place);
  if (rows !== undefined) rows[place] = answer;
  else {
    if (few.size >= mostPlaces) few.clear();
    few.set(place, answer);
  }
  return answer;
}

/** Whether any of what the keys at a position may be has an answer. */
export function hasAnswer({ keys, named, root, cells }: Answers, place: number): boolean {
  return someTuple(startsAt(keys, named, place), (tuple) => {
    const row = rowFor(root, keys, tuple, 0);
    return row !== unknownAnswer && cells[row] !== undefined;
  });
}

/** What all that the keys may be have in common. */
function commonAnswer({ keys, named, root, cells }: Answers, place: number): number {
  let common = unknownAnswer;
  const isMixed = someTuple(startsAt(keys, named, place), (tuple) => {
    const row = rowFor(root, keys, tuple, 0);
    if (row === unknownAnswer || cells[row] === undefined) return true;
    if (common === unknownAnswer) common = row;
    return !isSameCell(cells[row], cells[common]);
  });
  return isMixed ? unknownAnswer : common;
}

/** By key: what it may be, as far as rows tell it apart. */
function startsAt(
  keys: readonly TableKey[],
  named: readonly ReadonlySet<number>[],
  place: number,
): readonly (readonly number[])[] {
  let rest = place;
  const starts: (readonly number[])[] = [];
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const key = keys[index];
    if (key === undefined) continue;
    starts.push(startsOf(key, rest % keySize(key), named[index] ?? new Set()));
    rest = Math.floor(rest / keySize(key));
  }
  return starts.reverse();
}

function startsOf(key: TableKey, value: number, named: ReadonlySet<number>): readonly number[] {
  if (typeof key === 'object') return finalTerms(key, value, named);
  if (value !== unknownPlace(key)) return [value];
  return key === 'boolean' ? [0, 1] : [1, 2, 3, 4, 5, 6, 7];
}

/** The nearest terms that rows name, above every final term that a term may be: listed ones and unlisted ones. */
function finalTerms(terms: Taxonomy, term: number, named: ReadonlySet<number>): readonly number[] {
  const starts = new Set<number>();
  for (let below = term; below < (terms.ends[term] ?? 0); below += 1) {
    const isFinal = below > 0 && terms.ends[below] === below + 1;
    if (isFinal || terms.complete[below] !== 1) starts.add(nearest(terms, below, named));
  }
  return [...starts];
}

function nearest({ parents }: Taxonomy, term: number, named: ReadonlySet<number>): number {
  let current = term;
  while (current > 0 && !named.has(current)) current = parents[current] ?? 0;
  return current;
}

/** Whether a test holds for some way to choose one of each. */
function someTuple(
  choices: readonly (readonly number[])[],
  test: (tuple: readonly number[]) => boolean,
): boolean {
  const tuple: number[] = [];
  const search = (index: number): boolean => {
    const options = choices[index];
    if (options === undefined) return test(tuple);
    return options.some((option) => {
      tuple[index] = option;
      return search(index + 1);
    });
  };
  return search(0);
}

/** The row that is nearest by the first key and, among those, by the next; one that leads nowhere does not count. */
function rowFor(branch: Branch, keys: readonly TableKey[], tuple: readonly number[], index: number): number {
  const key = keys[index];
  if (key === undefined) return branch.row;
  let value = tuple[index] ?? 0;
  for (;;) {
    const isAny = typeof key === 'object' && value <= 0;
    const next = isAny ? undefined : branch.below.get(value);
    const row = next === undefined ? unknownAnswer : rowFor(next, keys, tuple, index + 1);
    if (row !== unknownAnswer) return row;
    if (typeof key !== 'object' || value <= 0) break;
    value = key.parents[value] ?? 0;
  }
  const rest = branch.below.get(anyCell);
  return rest === undefined ? unknownAnswer : rowFor(rest, keys, tuple, index + 1);
}

function isSameCell(left: Cell, right: Cell): boolean {
  if (left === right) return true;
  return isDuration(left) && isDuration(right) && isSameDuration(left, right);
}

function isDuration(cell: Cell): cell is Duration {
  return typeof cell === 'object' && cell !== null && 'amount' in cell && 'unit' in cell;
}

function isSameDuration(left: Duration, right: Duration): boolean {
  return left.unit === right.unit && left.amount === right.amount && left.calendar === right.calendar;
}

/** The dates on which a row that concerns any of what the keys may be begins or ends. */
export function changesFor({ keys, rows }: Table, places: readonly number[]): readonly number[] {
  const concerned = rows.filter((row) =>
    keys.every((key, index) => concerns(key, row.keys[index], places[index] ?? 0)),
  );
  return concerned.flatMap(({ from, until }) => [from, until]).filter(Number.isFinite);
}

function concerns(key: TableKey, cell: number | undefined, place: number): boolean {
  if (cell === undefined) return true;
  if (typeof key !== 'object') return cell === place || place === unknownPlace(key);
  const { ends } = key;
  return (cell <= place && place < (ends[cell] ?? 0)) || (place <= cell && cell < (ends[place] ?? 0));
}
