import type { Declared } from '../../binding/index.ts';
import type { Table, TableColumn, TableKey, TableRow, Type } from '../../logic/index.ts';
import type { Name, TableDeclaration, TypeNode } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { resolveName } from '../resolve.ts';
import { adviseOnRows, checkRows } from './table-checks.ts';
import { tableColumns } from './table-columns.ts';
import { readRows } from './table-rows.ts';
import { describeType, errorType, resolveType } from './types.ts';
import { resolveZone } from './zones.ts';

/** A table with its rows: a row that lists several terms stands once for each. */
export function computeTable(context: CheckContext, name: string): Table | undefined {
  const [declared] = context.queries.get('declared', `table:${name}`);
  if (declared?.unit.tree.kind !== 'table') return undefined;
  const { tree } = declared.unit;
  const keys = tableKeys(context, declared, tree);
  const type = cellType(context, declared, tree.type);
  const header = tableColumns(context, declared, tree);
  const zone = resolveZone(context, declared.unit, tree.zone);
  if (keys === undefined || type.kind === 'error' || header === undefined) return undefined;
  const orNone = tree.type.orNone && type.kind !== 'boolean';
  const drafts = header.values.map((column): TableColumn => ({ name: column, type, orNone }));
  const rows = readRows(context, declared, tree, { keys, header, columns: drafts });
  const table: Table = {
    name,
    ...(tree.title === undefined ? {} : { title: tree.title.value }),
    ...(tree.documentation === undefined ? {} : { documentation: tree.documentation.text }),
    zone,
    keys,
    columns: drafts.map((column, index) => measured(column, index, rows)),
    rows,
  };
  if (checkRows(context, declared, table)) adviseOnRows(context, declared, table);
  return table;
}

const mostKeys = 3;

function tableKeys(
  context: CheckContext,
  declared: Declared,
  tree: TableDeclaration,
): readonly TableKey[] | undefined {
  const keys = tree.keys.map((key) => tableKey(context, declared, key));
  if (keys.length > mostKeys) {
    report(context, declared.unit, 'table/too-many-keys', tree.keys[mostKeys] ?? tree.name, {
      name: tree.name.text,
    });
    return undefined;
  }
  const known = keys.flatMap((key) => key ?? []);
  return known.length < keys.length ? undefined : known;
}

function tableKey(context: CheckContext, declared: Declared, name: Name): TableKey | undefined {
  if (name.text === 'weekday' || name.text === 'boolean') return { kind: name.text };
  const isOther = (['record', 'scale', 'group'] as const).some(
    (kind) => context.queries.get('declared', `${kind}:${name.text}`).length > 0,
  );
  if (isOther || otherTypes.has(name.text)) {
    report(context, declared.unit, 'table/key', name, { name: name.text });
    return undefined;
  }
  const found = resolveName(context, declared, 'taxonomy', name);
  return found === undefined ? undefined : { kind: 'taxonomy', taxonomy: name.text };
}

const otherTypes: ReadonlySet<string> = new Set([
  'number',
  'text',
  'date',
  'time',
  'instant',
  'duration',
  'timezone',
  'calendar',
]);

/** What the cells hold; only tables give calendars. */
function cellType(context: CheckContext, declared: Declared, node: TypeNode): Type {
  if (node.form === 'plain' && node.name?.text === 'calendar') return { kind: 'calendar' };
  const type = resolveType(context, declared, node);
  if (type.kind !== 'list' && type.kind !== 'record' && type.kind !== 'scope') return type;
  report(context, declared.unit, 'table/value-kind', node, { found: describeType(type) });
  return errorType;
}

/** Lengths of time that are all in one measure compare with lengths in that measure alone. */
function measured(column: TableColumn, index: number, rows: readonly TableRow[]): TableColumn {
  if (column.type.kind !== 'duration') return column;
  const types = rows.flatMap(({ values }) => {
    const value = values[index];
    return value === undefined || value === 'none' || value.type.kind !== 'duration' ? [] : [value.type];
  });
  const [first] = types;
  const isOne = first !== undefined && types.every(({ measure }) => measure === first.measure);
  return isOne ? { ...column, type: first } : column;
}
