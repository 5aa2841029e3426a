import type { Declared } from '../../binding/index.ts';
import type { Place, Table, TableRow } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { createReach } from './table-reach.ts';
import { fewNames, keyWords, periodWords, plainKey } from './table-words.ts';

/** Reports two rows that count for the same keys on the same day; false where there are any. */
export function checkRows(context: CheckContext, declared: Declared, table: Table): boolean {
  const clashes = pairwise(table, (earlier, later) => {
    if (untilOf(earlier) <= fromOf(later)) return undefined;
    const until = Math.min(untilOf(earlier), untilOf(later));
    return periodWords(later.from, Number.isFinite(until) ? until : undefined);
  });
  for (const { earlier, later, keys, words } of clashes) {
    const [first, second] = earlier.start <= later.start ? [earlier, later] : [later, earlier];
    const related = [{ unit: declared.unit, span: first, text: 'this is the other row' }];
    const values = { what: fewNames(keys), period: words };
    report(context, declared.unit, 'table/two-rows', second, values, { related });
  }
  return clashes.length === 0;
}

/** Days between two rows that no row covers; terms, days and answers that were forgotten. */
export function adviseOnRows(context: CheckContext, declared: Declared, table: Table): void {
  const reach = createReach(context, table);
  const gaps = pairwise(table, (earlier, later) => {
    const [from, until] = [untilOf(earlier), fromOf(later)];
    if (from >= until || reach.isCovered(later.keys, { from, until })) return undefined;
    return periodWords(from, until);
  });
  for (const { later, keys, words } of gaps) {
    const period = words.charAt(0).toUpperCase() + words.slice(1);
    report(context, declared.unit, 'lint/table-gap', later, { what: fewNames(keys), period });
  }
  for (const what of reach.forgotten()) {
    if (declared.unit.tree.kind !== 'table') return;
    report(context, declared.unit, 'lint/missing-rows', declared.unit.tree.name, { name: table.name, what });
  }
}

interface Pair {
  readonly earlier: Place;
  readonly later: Place;
  readonly keys: readonly string[];
  readonly words: string;
}

/** Rows for the same keys that follow one another, where there is something to say; each pair of lines once. */
function pairwise(
  table: Table,
  compare: (earlier: TableRow, later: TableRow) => string | undefined,
): readonly Pair[] {
  const found = new Map<string, Pair & { readonly keys: string[] }>();
  for (const rows of rowsByKeys(table)) {
    for (const [index, later] of rows.entries()) {
      const earlier = rows[index - 1];
      const words = earlier && compare(earlier, later);
      if (earlier === undefined || words === undefined) continue;
      const id = `${earlier.place.start} ${later.place.start} ${words}`;
      const pair = found.get(id) ?? { earlier: earlier.place, later: later.place, keys: [], words };
      pair.keys.push(keyWords(later.keys));
      found.set(id, pair);
    }
  }
  return [...found.values()];
}

/** By what the cells of the keys say; of each the rows by their first day. */
function rowsByKeys({ rows }: Table): readonly (readonly TableRow[])[] {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.keys.map((cell) => plainKey(cell) ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => group.sort((one, other) => fromOf(one) - fromOf(other)));
}

function fromOf({ from }: TableRow): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function untilOf({ until }: TableRow): number {
  return until ?? Number.POSITIVE_INFINITY;
}
