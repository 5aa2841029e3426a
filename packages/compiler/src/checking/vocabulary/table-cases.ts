import type { Constant, Table, TableKey, TableRow, Taxonomy, Term } from '../../logic/index.ts';
import { weekdays } from '../expressions/literals.ts';
import { plainKey } from './table-words.ts';

/** A table with the taxonomies of its keys, by name. */
export interface Setting {
  readonly table: Table;
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
}

/** A key of a row, or what it is asked for; undefined: whatever it may be. */
export type Cell = Constant | undefined;

/** So many cases are looked at one by one; beyond that, something may be unknown. */
const mostCases = 20_000;

/** Whether a column says something for all that these keys may be, on every day. */
export function everyCaseSays(setting: Setting, keys: readonly Cell[], column: number): boolean {
  const { table } = setting;
  const choices = table.keys.map((key, index) => startsOf(setting, key, index, keys[index]));
  const days = [
    Number.NEGATIVE_INFINITY,
    ...new Set(table.rows.flatMap(({ from, until }) => [from ?? [], until ?? []].flat())),
  ];
  const cases = choices.reduce((count, options) => count * options.length, days.length);
  if (cases > mostCases) return false;
  return days.every((day) => {
    const rows = table.rows.filter(
      ({ from, until }) => (from === undefined || from <= day) && (until === undefined || day < until),
    );
    return everyCase(choices, (chains) => nearestRow(rows, chains, 0)?.values[column] !== undefined);
  });
}

/** What a row names, from the nearest to the farthest; undefined stands for every cell that is blank. */
type Chain = readonly (string | number | boolean | undefined)[];

/** By all that a key may be, as far as rows tell it apart. */
function startsOf(setting: Setting, key: TableKey, index: number, known: Cell): readonly Chain[] {
  if (key.kind === 'weekday') {
    const days = known === undefined ? weekdays.map((_, day) => day + 1) : [plainKey(known)];
    return days.map((day) => [day, undefined]);
  }
  if (key.kind === 'boolean') {
    const answers = known === undefined ? [false, true] : [plainKey(known)];
    return answers.map((answer) => [answer, undefined]);
  }
  const taxonomy = setting.taxonomies.get(key.taxonomy);
  if (taxonomy === undefined) return [[undefined]];
  const named = new Set(setting.table.rows.map((row) => plainKey(row.keys[index])));
  const from = known === undefined ? undefined : taxonomy.termsByName.get(String(plainKey(known)));
  const chains = new Map<string, Chain>();
  if (from === undefined && !taxonomy.complete) chains.set('', [undefined]);
  for (const term of taxonomy.terms.slice(from?.index ?? 0, from?.end)) {
    // A listed final term, or the unlisted one below this term.
    if (!term.final && term.complete) continue;
    const chain = chainOf(taxonomy, term.name).flatMap(({ name }) => (named.has(name) ? [name] : []));
    chains.set(chain[0] ?? '', [...chain, undefined]);
  }
  return [...chains.values()];
}

function everyCase(
  choices: readonly (readonly Chain[])[],
  test: (chains: readonly Chain[]) => boolean,
): boolean {
  const [first, ...rest] = choices;
  if (first === undefined) return test([]);
  return first.every((chain) => everyCase(rest, (chains) => test([chain, ...chains])));
}

/** The row nearest by the first key and, among those, by the next. */
function nearestRow(
  rows: readonly TableRow[],
  chains: readonly Chain[],
  index: number,
): TableRow | undefined {
  const chain = chains[index];
  if (chain === undefined) return rows[0];
  for (const value of chain) {
    const found = nearestRow(
      rows.filter(({ keys }) => plainKey(keys[index]) === value),
      chains,
      index + 1,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A term and those above it, the nearest first. */
export function chainOf(taxonomy: Taxonomy, name: string): readonly Term[] {
  const chain: Term[] = [];
  for (let term = taxonomy.termsByName.get(name); term !== undefined; term = taxonomy.terms[term.parent]) {
    chain.push(term);
  }
  return chain;
}

/** Every way to choose one of each. */
export function combinations<Item>(choices: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return choices.reduce<readonly (readonly Item[])[]>(
    (starts, options) => starts.flatMap((start) => options.map((option) => [...start, option])),
    [[]],
  );
}
