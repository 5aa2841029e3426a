import { displayWidth } from '@privacy-lang/compiler';
import type { Position, TextEdit } from 'vscode-languageserver';
import type { TextSnapshot } from '../model/snapshot.ts';

/** What makes the columns of a table move: the end of a cell, and the end of a row. */
export const onTypeTriggers = ['|', '\n'] as const;

/** Puts the pipes of the table around a place below one another, also while its last row is being written. */
export function formatOnType(text: TextSnapshot, position: Position, typed: string): TextEdit[] {
  const lines = new Lines(text);
  const line = typed === '\n' ? position.line - 1 : position.line;
  if (!isRow(lines.at(line))) return [];
  let first = line;
  while (isRow(lines.at(first - 1))) first -= 1;
  let last = line;
  while (isRow(lines.at(last + 1))) last += 1;
  const rows = Array.from({ length: last - first + 1 }, (_, index) => cellsOf(lines.at(first + index) ?? ''));
  const indent = /^\s*/.exec(lines.at(first) ?? '')?.[0] ?? '';
  const widths = columnWidths(rows);
  return rows.flatMap((row, index) => {
    const before = lines.at(first + index) ?? '';
    const after = `${indent}${writeRow(row, widths)}`;
    if (before === after) return [];
    const range = {
      start: { line: first + index, character: 0 },
      end: text.positions.toPosition(lines.startOf(first + index) + before.length),
    };
    return [{ range, newText: after }];
  });
}

class Lines {
  readonly #text: TextSnapshot;

  constructor(text: TextSnapshot) {
    this.#text = text;
  }

  startOf(line: number): number {
    return this.#text.positions.lineStarts()[line] ?? 0;
  }

  at(line: number): string | undefined {
    const starts = this.#text.positions.lineStarts();
    const [start, end] = [starts[line], starts[line + 1]];
    return start === undefined ? undefined : this.#text.source.text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}

/** Two pipes at least, the first in front: one alone may be anything. */
function isRow(line: string | undefined): line is string {
  return line !== undefined && /^\s*\|.*\|/.test(line);
}

interface Row {
  readonly cells: readonly string[];
  /** What stands behind the last pipe: a comment, or a cell that has no end yet. */
  readonly rest: string;
}

function cellsOf(line: string): Row {
  const parts: string[] = [];
  let part = '';
  for (const [piece] of line
    .trim()
    .slice(1)
    .matchAll(/"(?:[^"\\]|\\.)*"?|\/\/.*$|[^"|/]+|\||\//g)) {
    if (piece === '|') {
      parts.push(part.trim());
      part = '';
    } else part += piece;
  }
  return { cells: parts, rest: part.trim() };
}

function columnWidths(rows: readonly Row[]): number[] {
  const widths: number[] = [];
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    }
  }
  return widths;
}

function writeRow({ cells, rest }: Row, widths: readonly number[]): string {
  const written = cells.map((cell, column) => {
    return ` ${cell}${' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))} `;
  });
  return `|${written.map((cell) => `${cell}|`).join('')}${rest === '' ? '' : ` ${rest}`}`;
}
