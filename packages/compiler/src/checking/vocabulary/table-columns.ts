import type { Declared } from '../../binding/index.ts';
import type { HeaderCell, Name, TableDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { checkSpelling } from './fields.ts';

/** Where the columns of a table stand. */
export interface TableHeader {
  /** The names above the keys, in their order: for people only. */
  readonly keys: readonly string[];
  /** The names of the columns with values; they stand behind the keys. */
  readonly values: readonly string[];
  readonly width: number;
  readonly inForce?: number;
  readonly cite?: number;
}

/** Reads the first row: a column for each key, columns with values, and at the end `in force` and `cite`. */
export function tableColumns(
  context: CheckContext,
  declared: Declared,
  tree: TableDeclaration,
): TableHeader | undefined {
  const { header } = tree.rows;
  const count = tree.keys.length;
  const isPlain = ({ text }: HeaderCell): boolean => text !== '' && !closing.has(text);
  let end = header.length;
  while (end > 0 && closing.has(header[end - 1]?.text ?? '')) end -= 1;
  const keys = header.slice(0, count);
  const values = header.slice(count, end);
  const last = header.slice(end).map(({ text }) => text);
  const isWhole = keys.length === count && values.length > 0 && new Set(last).size === last.length;
  const odd = values.find((cell) => !isPlain(cell));
  if (!isWhole || odd !== undefined || keys.some(({ text }) => closing.has(text))) {
    const place = odd !== undefined && odd.end > odd.start ? odd : (header[0] ?? tree.rows);
    const values = { name: tree.name.text, keys: tree.keys.map(({ text }) => `"${text}"`).join(', ') };
    report(context, declared.unit, 'table/header', place, values);
    return undefined;
  }
  return {
    keys: keys.map(({ text }) => text),
    values: valueNames(context, declared, values),
    width: header.length,
    ...position(header, 'in force', 'inForce', end),
    ...position(header, 'cite', 'cite', end),
  };
}

const closing: ReadonlySet<string> = new Set(['in force', 'cite']);

function position<Key extends string>(
  header: readonly HeaderCell[],
  text: string,
  key: Key,
  from: number,
): { readonly [Own in Key]?: number } {
  const index = header.findIndex((cell, place) => place >= from && cell.text === text);
  // The result has the key that the caller names, or none.
  return (index < 0 ? {} : { [key]: index }) as { readonly [Own in Key]?: number };
}

/** Names of columns with values can be written after a dot. */
function valueNames(
  context: CheckContext,
  declared: Declared,
  cells: readonly HeaderCell[],
): readonly string[] {
  const seen = new Set<string>();
  for (const cell of cells) {
    const name: Name = { kind: 'name', start: cell.start, end: cell.end, text: cell.text };
    if (seen.has(cell.text)) {
      report(context, declared.unit, 'name/duplicate', name, { what: 'column', name: cell.text });
    } else checkSpelling(context, declared, name, 'kebab');
    seen.add(cell.text);
  }
  return cells.map(({ text }) => text);
}
