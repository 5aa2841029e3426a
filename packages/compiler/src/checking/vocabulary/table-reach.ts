import type { Constant, Table, TableKey, TableRow, Taxonomy, Term } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { weekdays } from '../expressions/literals.ts';
import type { Cell, Setting } from './table-cases.ts';
import { chainOf, combinations, everyCaseSays } from './table-cases.ts';
import { fewNames, keyWords, plainKey } from './table-words.ts';

interface Days {
  readonly from: number;
  readonly until: number;
}

/** Tells what the rows of a table cover. */
export interface Reach {
  /** Whether one row, perhaps a more general one, counts for these keys on all of these days. */
  isCovered(keys: readonly Cell[], days: Days): boolean;
  /** What has no row although nearly all others have one, in words: terms, days of the week, yes and no. */
  forgotten(): readonly string[];
  /** Whether every column says something for all that these keys may be, on every day. */
  isComplete(keys: readonly Cell[], column: number): boolean;
  /** The listed final terms at or below some terms that no row concerns, on any day. */
  termsWithout(key: number, below: readonly Term[]): readonly Term[];
}

export function createReach(context: CheckContext, table: Table): Reach {
  const taxonomies = new Map<string, Taxonomy>();
  for (const key of table.keys) {
    const taxonomy = key.kind === 'taxonomy' ? context.queries.get('taxonomy', key.taxonomy) : undefined;
    if (taxonomy !== undefined) taxonomies.set(taxonomy.name, taxonomy);
  }
  const setting: Setting = { table, taxonomies };
  return {
    isCovered: (keys, days) => table.rows.some((row) => isInAll(row, days) && isAbove(setting, row, keys)),
    forgotten: () => [
      ...forgottenAnswers(setting),
      ...table.keys.flatMap((key, index) =>
        key.kind === 'taxonomy' ? forgottenTerms(setting, key.taxonomy, index) : [],
      ),
    ],
    isComplete: (keys, column) => everyCaseSays(setting, keys, column),
    termsWithout: (key, below) => termsWithout(setting, key, below),
  };
}

function isInAll(row: TableRow, { from, until }: Days): boolean {
  return (row.from ?? Number.NEGATIVE_INFINITY) <= from && until <= (row.until ?? Number.POSITIVE_INFINITY);
}

/** Whether a row counts wherever these keys do: its cells are the same or more general. */
function isAbove({ taxonomies }: Setting, row: TableRow, keys: readonly Cell[]): boolean {
  return row.keys.every((cell, index) => {
    const key = keys[index];
    if (cell === undefined) return true;
    if (key?.type === 'term' && cell.type === 'term') {
      const taxonomy = taxonomies.get(cell.taxonomy);
      return taxonomy !== undefined && chainOf(taxonomy, key.value).some(({ name }) => name === cell.value);
    }
    return key !== undefined && plainKey(key) === plainKey(cell);
  });
}

/** Days of the week and answers are few: all of them have a row, wherever a term has one. */
function forgottenAnswers({ table, taxonomies }: Setting): readonly string[] {
  const missing = new Set<string>();
  for (const row of table.rows) {
    const choices = table.keys.map((key, index): readonly Cell[] =>
      key.kind === 'taxonomy' ? [row.keys[index]] : allAnswers(key),
    );
    for (const keys of combinations(choices)) {
      const isCovered = table.rows.some((other) => isAbove({ table, taxonomies }, other, keys));
      if (!isCovered) missing.add(keyWords(keys));
    }
  }
  return missing.size === 0 ? [] : [fewNames([...missing])];
}

function allAnswers(key: TableKey): readonly Constant[] {
  return key.kind === 'weekday'
    ? weekdays.map((_, day) => ({ type: 'weekday', value: day + 1 }))
    : [false, true].map((value) => ({ type: 'boolean', value }));
}

/** Few rows of many say nothing about the others; where most terms have one, the rest may be forgotten. */
function forgottenTerms(setting: Setting, taxonomy: string, index: number): readonly string[] {
  const terms = setting.taxonomies.get(taxonomy)?.terms ?? [];
  const without = termsWithout(
    setting,
    index,
    terms.filter(({ parent }) => parent < 0),
  );
  const covered = terms.filter(({ final }) => final).length - without.length;
  return without.length === 0 || covered < 2 * without.length
    ? []
    : [fewNames(without.map(({ name }) => name))];
}

function termsWithout(
  { table, taxonomies }: Setting,
  index: number,
  below: readonly Term[],
): readonly Term[] {
  const key = table.keys[index];
  const taxonomy = key?.kind === 'taxonomy' ? taxonomies.get(key.taxonomy) : undefined;
  if (taxonomy === undefined) return [];
  const named = new Set(table.rows.map((row) => plainKey(row.keys[index])));
  if (named.has(undefined)) return [];
  return taxonomy.terms.filter(
    (term) =>
      term.final &&
      below.some((above) => above.index <= term.index && term.index < above.end) &&
      !chainOf(taxonomy, term.name).some(({ name }) => named.has(name)),
  );
}
