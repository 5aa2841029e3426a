import type { Constant, ConstantValue, Table, TableColumn, TableRow } from '../../logic/index.ts';
import { formatDate } from '../../runtime/index.ts';
import { invariant } from '../../support/index.ts';
import { calendarConstant, onOneLine } from './calendars.ts';
import { encodedType } from './encoded-types.ts';
import { numberLiteral } from './expressions/constants.ts';
import { durationDoc } from './expressions/durations.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import type { Exported } from './vocabulary.ts';
import { taxonomyConstant, useExported, zoneConstant } from './vocabulary.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, objectDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { valueName } from './writing/names.ts';

/** The constant of a table: `childConsentAgeTable`. */
export function tableConstant(project: Project, name: string): Exported {
  return project.once('table', name, () => {
    const table = tableNamed(project, name);
    const path = `vocabulary/tables/${project.fileNames('tables').take(name)}.ts`;
    const module = project.module(path);
    const constant = module.declare(`${valueName(name)}Table`);
    const zone = useExported(module, zoneConstant(project, table.zone));
    const keys = table.keys.map((key) =>
      key.kind === 'taxonomy'
        ? useExported(module, taxonomyConstant(project, key.taxonomy))
        : textLiteral(key.kind),
    );
    const rows = table.rows.map((row) => rowDoc(project, module, row));
    const options: Doc[] = [
      `name: ${textLiteral(name)},`,
      ...(table.title === undefined ? [] : [`title: ${textLiteral(table.title)},`]),
      zone === 'zone' ? 'zone,' : `zone: ${zone},`,
      ['keys: ', listDoc(keys), ','],
      ['rows: ', rows.length === 0 ? '[]' : ['[', indented(hard, lines(rows)), hard, ']'], ','],
    ];
    module.add(
      docComment([table.title ?? name, table.documentation, `Its dates begin at midnight in ${table.zone}.`]),
      `export const ${constant} = /* @__PURE__ */ ${runtime(module, 'table')}({`,
      indented(hard, lines(options)),
      hard,
      '});',
    );
    return { path, name: constant };
  });
}

export function tableNamed({ program }: Project, name: string): Table {
  const table = program.tables.get(name);
  invariant(table !== undefined, `the program has a table ${name}`);
  return table;
}

export function columnOf(
  table: Table,
  name: string,
): { readonly index: number; readonly column: TableColumn } {
  const index = table.columns.findIndex((column) => column.name === name);
  const column = table.columns[index];
  invariant(column !== undefined, `${table.name} has a column ${name}`);
  return { index, column };
}

/** A row with its citation above it. */
function rowDoc(project: Project, module: Module, { keys, values, from, until, cite }: TableRow): Doc {
  const period: (readonly [string, Doc])[] = [
    ...(from === undefined ? [] : [['from', textLiteral(formatDate(from))] as const]),
    ...(until === undefined ? [] : [['until', textLiteral(formatDate(until))] as const]),
  ];
  const row = objectDoc([
    ['keys', listDoc(keys.map((key) => (key === undefined ? 'null' : keyLiteral(project, key))))],
    ['values', listDoc(values.map((value) => cellDoc(project, module, value)))],
    ...period,
  ]);
  return [cite === undefined ? [] : [`// ${onOneLine(cite)}`, hard], row, ','];
}

function keyLiteral({ program }: Project, key: Constant): string {
  if (key.type === 'term') return textLiteral(key.value);
  return key.type === 'boolean' ? String(key.value ? 1 : 0) : numberLiteral(key, program);
}

/** What a row says, as it stands in facts; `null` for none, `undefined` for nothing. */
function cellDoc(project: Project, module: Module, value: ConstantValue | 'none' | undefined): Doc {
  if (value === undefined) return 'undefined';
  if (value === 'none') return 'null';
  const { constant } = value;
  switch (constant.type) {
    case 'text':
      return textLiteral(constant.value);
    case 'timezone':
      return useExported(module, zoneConstant(project, constant.value));
    case 'calendar':
      return useExported(module, calendarConstant(project, constant.value));
    case 'duration':
      return durationDoc(constant, project, module);
    case 'boolean':
      return runtime(module, constant.value ? 'yes' : 'no');
    default:
      return numberLiteral(constant, project.program);
  }
}

/** The function that looks something up in a column of a table: `childConsentAge(place, date)`. */
export function lookupFunction(project: Project, tableName: string, columnName: string): Exported {
  return project.once('lookup', `${tableName} ${columnName}`, () => {
    const table = tableNamed(project, tableName);
    const { path, name: constant } = tableConstant(project, tableName);
    const module = project.module(path);
    const { index, column } = columnOf(table, columnName);
    const isOnly = table.columns.length === 1;
    const name = module.declare(valueName(isOnly ? tableName : `${tableName}-${columnName}`));
    const names = table.keys.length === 1 ? ['key'] : ['first', 'second', 'third'];
    const parameters = ['date', ...names.slice(0, table.keys.length)].map((local) => module.local(local));
    const call = callDoc(lookupHelper(module, column), [constant, String(index), ...parameters]);
    module.add(
      docComment([`What the table says${isOnly ? '' : ` under "${columnName}"`} on a date.`]),
      callDoc(
        `export function ${name}`,
        parameters.map((parameter) => `${parameter}: number`),
      ),
      `: ${encodedType(project, module, column.type)} {`,
      indented(hard, 'return ', call, ';'),
      hard,
      '}',
    );
    return { path, name };
  });
}

/** What reads a column, by how its values stand in facts. */
function lookupHelper(module: Module, { type }: TableColumn): string {
  const typed = (name: string): string => `${runtime(module, 'valueIn')}<${name}>`;
  switch (type.kind) {
    case 'term':
      return runtime(module, 'termIn');
    case 'text':
      return typed('string');
    case 'timezone':
      return typed(runtimeType(module, 'Zone'));
    case 'duration':
      return typed(runtimeType(module, 'Duration'));
    case 'calendar':
      return typed(runtimeType(module, 'Calendar'));
    default:
      return runtime(module, 'numberIn');
  }
}
