import { displayWidth } from '../../text/index.ts';

/** A line of a table; all lines have as many cells as the first one. */
export interface Row {
  readonly cells: readonly string[];
  readonly style?: (line: string) => string;
}

/** A table without lines: the first column to the left, numbers to the right. */
export function layOutColumns(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...rows.map(({ cells }) => displayWidth(cells[column] ?? ''))),
  );
  return rows.map(({ cells, style }) => {
    const line = cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
        return column === 0 ? `${cell}${space}` : `${space}${cell}`;
      })
      .join('  ')
      .trimEnd();
    return style === undefined ? line : style(line);
  });
}
