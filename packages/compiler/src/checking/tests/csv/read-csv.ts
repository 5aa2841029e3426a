import type { Span } from '../../../text/index.ts';

/** A cell of a table in a file; the span is that of the file, quotation marks included. */
export interface CsvCell extends Span {
  /** What it says: without the quotation marks around it, doubled ones inside halved. */
  readonly text: string;
  readonly isQuoted: boolean;
}

/** A line with its cells; a cell in quotation marks can reach over several lines. */
export interface CsvRow extends Span {
  readonly cells: readonly CsvCell[];
}

export interface CsvTable {
  /** Blank lines are left out. */
  readonly rows: readonly CsvRow[];
  /** Where quotation marks do not fit. */
  readonly problems: readonly CsvProblem[];
}

export interface CsvProblem extends Span {
  readonly problem: string;
}

/**
 * Reads a table as RFC 4180 describes it: with commas, or with the semicolons or tabs that spreadsheets write where the
 * comma is the decimal sign. Lines end with CR LF, LF or CR; a byte order mark is left out.
 */
export function readCsv(text: string): CsvTable {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const reader: Reader = { text, separator: separatorOf(text.slice(start)), at: start, problems: [] };
  const rows: CsvRow[] = [];
  while (reader.at < text.length) {
    const row = readRow(reader);
    if (row.cells.some((cell) => cell.isQuoted || cell.text.trim() !== '')) rows.push(row);
  }
  return { rows, problems: reader.problems };
}

interface Reader {
  readonly text: string;
  readonly separator: string;
  at: number;
  readonly problems: CsvProblem[];
}

/** The first line tells: headings hold no separators. */
function separatorOf(text: string): string {
  const [head = ''] = /^[^\r\n]*/.exec(text) ?? [];
  const plain = head.replace(/"[^"]*"/g, '');
  if (plain.includes(',')) return ',';
  return [';', '\t'].find((separator) => plain.includes(separator)) ?? ',';
}

function readRow(reader: Reader): CsvRow {
  const start = reader.at;
  const cells = [readCell(reader)];
  while (reader.text.charAt(reader.at) === reader.separator) {
    reader.at += 1;
    cells.push(readCell(reader));
  }
  const end = reader.at;
  if (reader.text.startsWith('\r\n', reader.at)) reader.at += 2;
  else reader.at += 1;
  return { start, end, cells };
}

function readCell(reader: Reader): CsvCell {
  const start = reader.at;
  const spaces = /^ */.exec(reader.text.slice(start, start + 1000))?.[0].length ?? 0;
  if (reader.text.charAt(start + spaces) === '"') {
    reader.at = start + spaces;
    return readQuoted(reader);
  }
  while (reader.at < reader.text.length && !endsCell(reader)) reader.at += 1;
  const text = reader.text.slice(start, reader.at);
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + lead + text.trim().length, text: text.trim(), isQuoted: false };
}

function endsCell({ text, at, separator }: Reader): boolean {
  const character = text.charAt(at);
  return character === separator || character === '\n' || character === '\r';
}

function readQuoted(reader: Reader): CsvCell {
  const { text, problems } = reader;
  const start = reader.at;
  let from = start + 1;
  let content = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      problems.push({ start, end: start + 1, problem: 'This quotation mark is never closed' });
      reader.at = text.length;
      return { start, end: text.length, text: content + text.slice(from), isQuoted: true };
    }
    content += text.slice(from, quote);
    from = quote + 1;
    if (text.charAt(from) !== '"') break;
    content += '"';
    from += 1;
  }
  reader.at = from;
  skipBehind(reader);
  return { start, end: from, text: content, isQuoted: true };
}

/** Nothing but spaces may follow the closing quotation mark. */
function skipBehind(reader: Reader): void {
  const start = reader.at;
  while (reader.at < reader.text.length && !endsCell(reader)) reader.at += 1;
  if (reader.text.slice(start, reader.at).trim() === '') return;
  const problem = 'Text follows the closing quotation mark';
  reader.problems.push({ start, end: reader.at, problem });
}

/** Where in the file a character of a cell's text stands. */
export function placeInCell(cell: CsvCell, source: string, offset: number): number {
  if (!cell.isQuoted) return cell.start + Math.min(offset, cell.text.length);
  let place = cell.start + 1;
  for (let count = 0; count < offset && place < cell.end - 1; count += 1) {
    place += source.startsWith('""', place) ? 2 : 1;
  }
  return place;
}
