import type { Constant, Location, Place, Program, Table, TableRow } from '../logic/index.ts';
import { formatDate } from '../runtime/index.ts';
import type { RegisterWord } from './model.ts';
import { titleOrName, word } from './word-entries.ts';

/** A table with its rows: what law gives as numbers and lengths of time is for people to check, too. */
export function tableWord(table: Table, program: Program, locate: (place: Place) => Location): RegisterWord {
  const { name, title, documentation, rows } = table;
  const lines = rows.slice(0, mostRows).map((row) => rowText(row, table, { program, locate }));
  const more = rows.length > mostRows ? [`and ${rows.length - mostRows} more rows`] : [];
  const details = [...lines, ...more];
  return word({ id: `table.${name}`, kind: 'table', name, title, documentation, details });
}

const mostRows = 100;

interface RowContext {
  readonly program: Program;
  readonly locate: (place: Place) => Location;
}

/** `Germany: 8 years, since 2025-01-01 (BEG IV)` */
function rowText(
  { keys, values, from, until, cite }: TableRow,
  { columns }: Table,
  context: RowContext,
): string {
  const key = keys.map((each) => (each === undefined ? 'any' : keyText(each, context.program))).join(', ');
  const shown = values.flatMap((value, index) => {
    if (value === undefined) return [];
    const text = value === 'none' ? 'none' : context.locate(value.place).text;
    return [columns.length === 1 ? text : `${columns[index]?.name ?? ''} ${text}`];
  });
  const dates = [
    ...(from === undefined ? [] : [`since ${formatDate(from)}`]),
    ...(until === undefined ? [] : [`until ${formatDate(until)}`]),
  ];
  return `${key}: ${[...shown, ...dates].join(', ')}${cite === undefined ? '' : ` (${cite})`}`;
}

function keyText(key: Constant, { taxonomies }: Program): string {
  switch (key.type) {
    case 'term': {
      const term = taxonomies.get(key.taxonomy)?.termsByName.get(key.value);
      return term === undefined ? key.value : titleOrName(term);
    }
    case 'boolean':
      return key.value ? 'yes' : 'no';
    case 'weekday':
      return weekdays[key.value - 1] ?? String(key.value);
    default:
      return 'value' in key ? String(key.value) : '';
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
