import type { Declared } from '../../binding/index.ts';
import type { TableColumn, TableKey, TableRow } from '../../logic/index.ts';
import type { TableCell, TableDeclaration, TableRow as TableRowNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { placeOf } from '../expressions/scope.ts';
import { checkUntil } from '../policies/periods.ts';
import { periodDays } from './groups.ts';
import { combinations } from './table-cases.ts';
import { citeCell, keyCell, reportCell, valueCell } from './table-cells.ts';
import type { TableHeader } from './table-columns.ts';

/** What the cells of a table have to fit. */
export interface TableShape {
  readonly keys: readonly TableKey[];
  readonly header: TableHeader;
  readonly columns: readonly TableColumn[];
}

/** The rows in the order of the source; one that names several terms or days stands once for each. */
export function readRows(
  context: CheckContext,
  declared: Declared,
  tree: TableDeclaration,
  shape: TableShape,
): readonly TableRow[] {
  const scope: Scope = {
    context,
    site: declared,
    locals: new Map(),
    facts: new Map(),
    owner: `the table "${tree.name.text}"`,
    timeless: 'derived',
    depth: 0,
    counter: { next: 1 },
  };
  return tree.rows.rows.flatMap((row) => readRow(scope, row, shape));
}

function readRow(scope: Scope, node: TableRowNode, shape: TableShape): readonly TableRow[] {
  const { keys, header, columns } = shape;
  const { cells } = node;
  if (cells.length !== header.width) {
    const values = { found: cells.length, wanted: header.width };
    report(scope.context, scope.site.unit, 'table/row-length', node, values);
    return [];
  }
  const choices = keys.map((key, index) => {
    const cell = cells[index];
    return cell === undefined ? [] : keyCell(scope, cell, key, header.keys[index] ?? '');
  });
  const values = columns.map((column, index) => {
    const cell = cells[keys.length + index];
    return cell === undefined ? undefined : valueCell(scope, cell, column);
  });
  const cite = header.cite === undefined ? undefined : citeCell(scope, cells[header.cite]);
  const period = header.inForce === undefined ? {} : periodCell(scope, cells[header.inForce]);
  const rest = { values, ...period, ...(cite === undefined ? {} : { cite }), place: placeOf(scope, node) };
  return combinations(choices).map((combination) => ({ keys: combination, ...rest }));
}

/** `in force`: a period, or blank. */
function periodCell(scope: Scope, cell: TableCell | undefined): { from?: number; until?: number } {
  if (cell === undefined) return {};
  if (cell.period === undefined) {
    const [value] = cell.values;
    const date = value?.kind === 'literal' && value.value.type === 'date' ? value.value.value : '2024-01-01';
    if (value !== undefined) {
      const details = { help: `Write "since ${date}", "until ${date}" or "through ${date}".` };
      reportCell(scope, cell, { expected: 'a period', column: 'in force' }, details);
    }
    return {};
  }
  checkUntil(scope, { period: cell.period });
  return periodDays(scope.context, scope.site, cell.period);
}
