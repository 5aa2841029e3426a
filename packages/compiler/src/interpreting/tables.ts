import type { LookupValue, Program, Table, TableKey, TableRow, Taxonomy, Value } from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Ask, Knowledge } from './knowledge.ts';
import { asksOf, earliest, last, never, noneUntil, unknownFor } from './knowledge.ts';
import { dateChanges, dateIn, firstDifference } from './movements.ts';
import { constantKnowledge } from './reading-constants.ts';
import type { Scope } from './run.ts';
import { isInPeriod, isWithin, taxonomyNamed } from './terms.ts';

/**
 * "`T of x` is the row of table T in force today for x or its nearest ancestor, or in force on the day that `counted by`
 * names; for an imprecise x the common value of all terms below, else unknown; no row: unknown." A key or a day that is
 * none gives none. An unknown key may be anything; where it may be none besides, nothing is common.
 */
export function evaluateLookup(value: LookupValue, scope: Scope): Knowledge {
  const table = tableNamed(scope.run.program, value.table);
  const keys = value.keys.map((key) => evaluateValue(key, scope));
  const on = value.on && evaluateValue(value.on, scope);
  const parts = on === undefined ? keys : [...keys, on];
  if (on === undefined && isDated(table)) scope.run.noticed.time = true;
  const nones = parts.filter(({ kind }) => kind === 'none');
  if (nones.length > 0) return noneUntil(last(nones));
  const isOpen = keys.some((key, index) => key.kind === 'unknown' && mayBeNone(value.keys[index]));
  if (isOpen || on?.kind === 'unknown') return unknownFor(parts.flatMap(asksOf), earliest(parts));
  const change = on === undefined ? nextChange(table, keys, scope) : never;
  return commonAnswer({ table, column: value.column, keys, day: dayOf(table, on, scope) }, scope, {
    until: Math.min(earliest(parts), change),
  });
}

/** Of what is given to a define, its traits tell nothing. */
function mayBeNone(key: Value | undefined): boolean {
  return key?.traits.canBeNone === true || key?.traits.facts.some((fact) => fact.startsWith('$')) === true;
}

interface Question {
  readonly table: Table;
  readonly column: string;
  readonly keys: readonly Knowledge[];
  readonly day: number;
}

/** The one answer that all give which the keys may be; where nothing has an answer, the table does not reach. */
function commonAnswer(question: Question, scope: Scope, { until }: { readonly until: number }): Knowledge {
  const { table, column, keys, day } = question;
  const { program } = scope.run;
  const position = table.columns.findIndex(({ name }) => name === column);
  const rows = table.rows.filter((row) => isInPeriod(row, day));
  const possible = table.keys.map((key, index) => possibilities(key, keys[index], table, index, program));
  const answers = combinations(possible).map((cells) => nearestRow(rows, cells, 0)?.values[position]);
  const [first] = answers;
  if (answers.every((answer) => answer === undefined)) return unknownFor([askForTable(table)], until);
  const isCommon = answers.every((answer) => sameAs(answer) === sameAs(first));
  if (first === undefined || !isCommon) return unknownFor(asksFor(keys, table), until);
  if (first === 'none') return noneUntil(until);
  return { ...constantKnowledge(first.constant, program), until };
}

type Answer = TableRow['values'][number];

function sameAs(answer: Answer): string {
  return typeof answer === 'object' ? JSON.stringify(answer.constant) : String(answer);
}

/** What a cell of a key can say; undefined: whatever it may be. */
type Cell = string | number | boolean | undefined;

/** By something that a key may be: the cells that speak about it, the nearest first and the blank one last. */
type Cells = readonly Cell[];

function possibilities(
  key: TableKey,
  knowledge: Knowledge | undefined,
  table: Table,
  index: number,
  program: Program,
): readonly Cells[] {
  if (key.kind === 'taxonomy') {
    const named = new Set(table.rows.map((row) => cellOf(row, index)));
    return termsFor(taxonomyNamed(program, key.taxonomy), knowledge, named);
  }
  if (knowledge?.kind === 'known') return [[plainOf(knowledge), undefined]];
  const all = key.kind === 'weekday' ? [1, 2, 3, 4, 5, 6, 7] : [false, true];
  return all.map((cell) => [cell, undefined]);
}

function plainOf(knowledge: Knowledge): Cell {
  invariant(knowledge.kind === 'known', 'a key is known');
  const { content } = knowledge;
  if (content.type === 'boolean') return content.value;
  invariant(content.type === 'quantity', 'days of the week are counted');
  return content.low;
}

/**
 * By every final term that is listed at or below a term, and by the unlisted ones: "below every inner term there is one
 * more, unless it is declared `complete`". Terms that no row tells apart are looked at once.
 */
function termsFor(
  taxonomy: Taxonomy,
  knowledge: Knowledge | undefined,
  named: ReadonlySet<Cell>,
): readonly Cells[] {
  const term =
    knowledge?.kind === 'known' && knowledge.content.type === 'term' ? knowledge.content.term : undefined;
  const found = new Map<Cell, Cells>();
  if (term === undefined && !taxonomy.complete) found.set(undefined, [undefined]);
  for (const below of taxonomy.terms) {
    if (term !== undefined && !isWithin(below, term)) continue;
    if (!below.final && below.complete) continue;
    const cells: Cell[] = [];
    for (let above = taxonomy.terms[below.index]; above !== undefined; above = taxonomy.terms[above.parent]) {
      if (named.has(above.name)) cells.push(above.name);
    }
    found.set(cells[0], [...cells, undefined]);
  }
  return [...found.values()];
}

/** "The row nearest by the first key and, among those, by the second": an ancestor counts where a row goes on from it. */
function nearestRow(rows: readonly TableRow[], keys: readonly Cells[], index: number): TableRow | undefined {
  const cells = keys[index];
  if (cells === undefined) return rows[0];
  for (const cell of cells) {
    const row = nearestRow(
      rows.filter((candidate) => cellOf(candidate, index) === cell),
      keys,
      index + 1,
    );
    if (row !== undefined) return row;
  }
  return undefined;
}

function cellOf(row: TableRow, index: number): Cell {
  const cell = row.keys[index];
  const isPlain = cell?.type === 'term' || cell?.type === 'weekday' || cell?.type === 'boolean';
  return isPlain ? cell.value : undefined;
}

function combinations(choices: readonly (readonly Cells[])[]): readonly (readonly Cells[])[] {
  return choices.reduce<readonly (readonly Cells[])[]>(
    (starts, options) => starts.flatMap((start) => options.map((option) => [...start, option])),
    [[]],
  );
}

/** What would tell more about the keys; where nothing would, the table does not say enough. */
function asksFor(keys: readonly Knowledge[], table: Table): readonly Ask[] {
  const asks = keys.flatMap(asksOf);
  if (asks.length > 0) return asks;
  const origins = keys.flatMap((key) =>
    key.kind === 'known' && key.origin !== undefined ? [key.origin] : [],
  );
  return origins.length > 0 ? origins : [askForTable(table)];
}

/** "`missing` names a calendar or table that does not reach." */
function askForTable({ name, title = name }: Table): Ask {
  return { path: name, title };
}

function isDated({ rows }: Table): boolean {
  return rows.some(({ from, until }) => from !== undefined || until !== undefined);
}

/** "Its dates begin at 00:00 there": today in the zone of the table, or the day that is counted by. */
function dayOf({ zone }: Table, on: Knowledge | undefined, { run }: Scope): number {
  if (on === undefined) return dateIn(zone, run.now);
  invariant(on.kind === 'known' && on.content.type === 'quantity', 'tables are counted by dates');
  return on.content.low;
}

/** The first later instant at which a row that concerns the keys begins or ends. */
function nextChange(table: Table, keys: readonly Knowledge[], { run }: Scope): number {
  const { program, now } = run;
  const cells = table.keys.map(
    (key, index) => new Set(possibilities(key, keys[index], table, index, program).flat()),
  );
  const concerned = table.rows.filter((row) => cells.every((own, index) => own.has(cellOf(row, index))));
  const dates = concerned.flatMap(({ from, until }) => [from, until].filter((date) => date !== undefined));
  const passed = (instant: number): number => {
    const today = dateIn(table.zone, instant);
    return dates.filter((date) => date <= today).length;
  };
  return firstDifference(
    now,
    dateChanges(table.zone, dates, now),
    (instant) => passed(instant) !== passed(now),
  );
}

function tableNamed(program: Program, name: string): Table {
  const table = program.tables.get(name);
  invariant(table !== undefined, `the program has a table ${name}`);
  return table;
}
