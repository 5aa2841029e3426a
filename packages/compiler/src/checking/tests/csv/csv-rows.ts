import type { Diagnostic } from '../../../diagnostics/index.ts';
import type { Expression, HeaderCell, TableCell, TableRow } from '../../../syntax/index.ts';
import { parseSourceFile } from '../../../syntax/index.ts';
import type { CsvCell, CsvRow } from './read-csv.ts';
import { placeInCell } from './read-csv.ts';

/** The headings of a table in a file, as those of a table in a source file. */
export function headerOf({ cells }: CsvRow): readonly HeaderCell[] {
  return cells.map(({ start, end, text }) => ({
    kind: 'header-cell',
    start,
    end,
    words: [],
    text: text.replace(/\s+/g, ' ').trim(),
  }));
}

/** A row, and what is wrong with what its cells say. */
export interface ReadRow {
  readonly row: TableRow;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RowOptions {
  /** The text of the file. */
  readonly source: string;
  /** Whether what stands in a column is taken as text where it is in no quotation marks of its own. */
  readonly isText: (column: number) => boolean;
  /** Names that stand for values. */
  readonly isLet: (name: string) => boolean;
}

/** Reads the cells of a row as those of a table in a source file are read; what is parsed once is remembered. */
export function createRowReader(options: RowOptions): (row: CsvRow) => ReadRow {
  const parsed = new Map<string, ParsedCell>();
  const parse = (text: string): ParsedCell => {
    const known = parsed.get(text) ?? parseCell(text);
    parsed.set(text, known);
    return known;
  };
  return ({ start, end, cells }) => {
    const diagnostics: Diagnostic[] = [];
    const read = cells.map((cell, column): TableCell => {
      const span = { start: cell.start, end: cell.end };
      if (cell.text.trim() === '') return { kind: 'table-cell', ...span, values: [] };
      const plain = options.isText(column) ? plainText(cell, options) : undefined;
      if (plain !== undefined) return { kind: 'table-cell', ...span, values: [plain] };
      const found = parse(cell.text);
      const place = (offset: number): number => placeInCell(cell, options.source, offset);
      diagnostics.push(...found.diagnostics.map((diagnostic) => relocated(diagnostic, place)));
      return { kind: 'table-cell', ...span, values: found.values.map((value) => moved(value, place)) };
    });
    return { row: { kind: 'table-row', start, end, cells: read }, diagnostics };
  };
}

/** Spreadsheets hold texts without quotation marks; words of the language and names of values stay what they are. */
function plainText({ text, start, end }: CsvCell, { isLet }: RowOptions): Expression | undefined {
  const value = text.trim();
  if (value.startsWith('"') || value === 'unknown' || value === 'none' || isLet(value)) return undefined;
  return { kind: 'literal', start, end, value: { type: 'text', value } };
}

interface ParsedCell {
  /** Places count from the start of the cell's text. */
  readonly values: readonly Expression[];
  readonly diagnostics: readonly Diagnostic[];
}

const lead = 'let cell = [\n';

/** One value or several with commas between them, as in a list. */
function parseCell(text: string): ParsedCell {
  const { declarations } = parseSourceFile({ path: 'cell', text: `${lead}${text}\n]\n` });
  const [first, second] = declarations.filter(({ unit }) => unit.text.trim() !== '');
  if (first === undefined) return { values: [], diagnostics: [] };
  const { tree, diagnostics } = first.unit;
  const place = (offset: number): number =>
    Math.max(0, Math.min(first.start + offset - lead.length, text.length));
  const isWhole = second === undefined && tree.kind === 'let' && tree.value.kind === 'list';
  return {
    values: isWhole ? tree.value.items.map((item) => moved(item, place)) : [missing(text)],
    diagnostics: diagnostics.map((diagnostic) => relocated(diagnostic, place)),
  };
}

/** Nothing more is said about what could not be read. */
function missing({ length }: string): Expression {
  return { kind: 'missing-expression', start: 0, end: length };
}

/** Changes in a cell would have to be written as the file writes them: they are left to the author. */
function relocated(diagnostic: Diagnostic, place: (offset: number) => number): Diagnostic {
  const { start, end } = diagnostic.span;
  return { ...diagnostic, span: { start: place(start), end: place(end) }, related: [], fixes: [] };
}

/** The same tree at another place. */
function moved<Node extends object>(node: Node, place: (offset: number) => number): Node {
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
    if ((key === 'start' || key === 'end') && typeof value === 'number') return [key, place(value)];
    return [key, movedValue(value, place)];
  });
  // Every key keeps a value of its type.
  return Object.fromEntries(entries) as Node;
}

function movedValue(value: unknown, place: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => movedValue(item, place));
  return typeof value === 'object' && value !== null ? moved(value, place) : value;
}
