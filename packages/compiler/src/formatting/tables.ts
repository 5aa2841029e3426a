import type { TableRows } from '../syntax/index.ts';
import { displayWidth } from '../text/index.ts';
import type { Doc, FillItem } from './document.ts';
import { concat, fill } from './document.ts';
import { expressionPart } from './expressions.ts';
import { gapBefore, lineAfterOpening, lineBetween } from './gaps.ts';
import { closeLines } from './lists.ts';
import { printFlat } from './page.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { next, take } from './pieces.ts';

/** Prints rows with the pipes below one another. */
export function printRows(cursor: Cursor, node: TableRows): Doc {
  const values = node.rows.map((row) => row.cells.flatMap((cell) => cell.values));
  const rows = [[], ...values].map((cellValues, index) => {
    const separator = index === 0 ? '' : lineBetween(gapBefore(cursor));
    return {
      separator,
      cells: takeRow(
        cursor,
        cellValues.map((value) => expressionPart(cursor, value)),
      ),
    };
  });
  const widths = columnWidths(rows.map(({ cells }) => cells));
  return fill(
    rows.map(({ separator, cells }): FillItem => ({ separator, content: joinCells(cells, widths) })),
  );
}

/** Prints rows that stand between braces of their own. */
export function printRowsInBraces(cursor: Cursor, node: TableRows): Doc {
  const opening = take(cursor);
  const first = lineAfterOpening(gapBefore(cursor));
  return closeLines(cursor, {
    opening,
    first,
    items: [{ separator: '', content: concat([printRows(cursor, node)]) }],
  });
}

/** The cells of the row that starts here; it ends with its line. */
function takeRow(cursor: Cursor, parts: readonly Part[]): string[] {
  const line = next(cursor)?.line;
  const cells: string[] = [];
  take(cursor);
  while (next(cursor)?.line === line) {
    cells.push(printFlat(printPhrase(cursor, nextPipe(cursor), parts)));
    take(cursor);
  }
  return cells;
}

function nextPipe(cursor: Cursor): number {
  let index = cursor.index;
  while (index < cursor.pieces.length && cursor.pieces[index]?.text !== '|') index += 1;
  return cursor.pieces[index]?.start ?? cursor.text.length;
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  }
  return widths;
}

function joinCells(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)));
  return `| ${padded.join(' | ')} |`;
}
