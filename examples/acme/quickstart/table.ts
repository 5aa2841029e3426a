/** A cell: its text, and how it is coloured on a terminal. */
export interface Cell {
  readonly text: string;
  readonly color?: Color;
}

export type Color = 'green' | 'red' | 'yellow' | 'blue' | 'gray' | 'bold';

const codes: Readonly<Record<Color, string>> = {
  green: '32',
  red: '31',
  yellow: '33',
  blue: '34',
  gray: '90',
  bold: '1',
};

/** How wide the columns are and whether there is colour. */
export interface Layout {
  readonly widths: readonly number[];
  readonly color: boolean;
}

/** Rows in columns; a text that is too long for its column goes on below. */
export function renderRow(cells: readonly Cell[], layout: Layout): string {
  const columns = cells.map((cell, index) => wrapped(cell.text, layout.widths[index] ?? 20));
  const height = Math.max(...columns.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    cells.map((cell, index) => {
      const width = layout.widths[index] ?? 20;
      const text = (columns[index]?.[line] ?? '').padEnd(width);
      return painted(text, cell.color, layout.color);
    }),
  );
  return lines.map((parts) => `  ${parts.join('  ')}`.trimEnd()).join('\n');
}

/** A line that belongs to the row above it, set in below its answer. */
export function renderAside(text: string, { widths, color }: Layout): string {
  const [indent = 0, ...others] = widths;
  const width = others.reduce((sum, column) => sum + column + 2, -2);
  const lines = wrapped(text, width).map((line) => painted(line, 'gray', color));
  return lines.map((line) => `${' '.repeat(indent + 4)}${line}`).join('\n');
}

export function painted(text: string, color: Color | undefined, isColored: boolean): string {
  return color === undefined || !isColored || text.trim() === ''
    ? text
    : `\u001b[${codes[color]}m${text}\u001b[0m`;
}

/** Breaks a text at blanks; a word that is longer than a line stands alone on one. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line === '') {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

/** Columns for a terminal of that width: answer, request, reason, source. */
export function columnWidths(total: number): readonly number[] {
  const answer = 14;
  const rest = Math.max(90, total) - answer - 8;
  const request = Math.floor(rest * 0.42);
  const reason = Math.floor(rest * 0.34);
  return [answer, request, reason, rest - request - reason];
}
