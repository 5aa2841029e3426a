import type { HeaderCell, RowsFromClause, ScenariosDeclaration, TableRow } from '../../syntax/index.ts';
import { report } from '../context.ts';
import type { Scope } from '../expressions/scope.ts';
import { complain } from '../expressions/scope.ts';
import { clausesOf } from '../policies/clauses.ts';
import { createRowReader, headerOf } from './csv/csv-rows.ts';
import type { RowFile } from './csv/row-file.ts';
import { rowFilePath } from './csv/row-file.ts';
import type { resolveFactPath } from './references.ts';

/** Where the cells of a column go. */
export type FactTarget = NonNullable<ReturnType<typeof resolveFactPath>>;

/** Rows with their headings, wherever they stand. */
export interface RowTable {
  /** The file as it is named; undefined where the rows stand between the braces. */
  readonly file: string | undefined;
  /** Where messages about them go. */
  readonly scope: Scope;
  readonly header: readonly HeaderCell[];
  /** The rows, read for columns that go to these facts. */
  readonly read: (targets: readonly (FactTarget | undefined)[]) => readonly TableRow[];
}

/** The tables of the files that are named; what is wrong with them is reported. */
export function filedTables(scope: Scope, tree: ScenariosDeclaration): readonly RowTable[] {
  return clausesOf(tree.clauses, 'rows-from-clause').flatMap((clause) => tableOf(scope, clause) ?? []);
}

function tableOf(scope: Scope, { file: name }: RowsFromClause): RowTable | undefined {
  const { context, site } = scope;
  const path = rowFilePath(site.file.path, name.value);
  if (path === undefined) {
    report(context, site.unit, 'test/row-file-outside', name, { file: name.value });
    return undefined;
  }
  const found = context.queries.get('row-file', path);
  if (found === undefined) return undefined;
  if (found.kind === 'unusable') {
    report(context, site.unit, 'test/row-file-unusable', name, { file: name.value, reason: found.reason });
    return undefined;
  }
  const rowScope: Scope = { ...scope, site: { ...site, unit: found.unit } };
  for (const problem of found.table.problems) {
    complain(rowScope, 'test/csv-quotes', problem, { problem: problem.problem });
  }
  return rowsOf(scope, rowScope, found, name);
}

function rowsOf(
  scope: Scope,
  rowScope: Scope,
  { table, unit }: Extract<RowFile, { kind: 'table' }>,
  name: RowsFromClause['file'],
): RowTable | undefined {
  const [head, ...rows] = table.rows;
  if (head === undefined || rows.length === 0) {
    report(scope.context, scope.site.unit, 'test/row-file-empty', name, { file: name.value });
    return undefined;
  }
  return {
    file: name.value,
    scope: rowScope,
    header: headerOf(head),
    read(targets) {
      const { queries } = scope.context;
      const readRow = createRowReader({
        source: unit.text,
        isText: (column) => holdsText(targets[column]),
        isLet: (name_) => queries.get('declared', `let:${name_}`).length > 0,
      });
      return rows.map((row) => {
        const read = readRow(row);
        for (const diagnostic of read.diagnostics) queries.report(unit, diagnostic);
        return read.row;
      });
    },
  };
}

function holdsText(target: FactTarget | undefined): boolean {
  return target?.field.type.kind === 'text' || target?.field.type.kind === 'timezone';
}
