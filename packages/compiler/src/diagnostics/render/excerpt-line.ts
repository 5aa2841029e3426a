import { displayWidth } from '../../text/index.ts';
import type { Cell } from './visible-text.ts';
import { layOutCells, visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** A part of one line to underline, in UTF-16 offsets from the start of the line. */
export interface LineMark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stroke: string;
  readonly style: (text: string) => string;
}

/** A line of source as it is printed, and the rows of carets and labels below it. */
export interface ExcerptLine {
  readonly text: string;
  readonly rows: readonly string[];
}

/** Lays out one line and its marks in `width` columns; of a longer line only the part around the marks is shown. */
export function layOutExcerptLine(line: string, marks: readonly LineMark[], width: number): ExcerptLine {
  const cells = layOutCells(line);
  const shown = chooseWindow(cells, marks, Math.max(width, minimumWidth));
  const placed = marks.map((mark) => placeMark(mark, shown)).sort((left, right) => left.from - right.from);
  const rows = overlap(placed) ? placed.flatMap((mark) => markRows([mark], width)) : markRows(placed, width);
  return { text: shown.text, rows };
}

const minimumWidth = 30;
const ellipsis = '…';

/** The cells that are shown; columns count from the first of them. */
interface Window {
  readonly text: string;
  readonly width: number;
  columnOf(offset: number): number;
}

function chooseWindow(cells: readonly Cell[], marks: readonly LineMark[], width: number): Window {
  const columns = cellColumns(cells);
  const total = columns.at(-1) ?? 0;
  if (total <= width) return createWindow(cells, 0, cells.length);
  const focus = columns[cellAt(cells, marks[0]?.start ?? 0)] ?? 0;
  const wanted = Math.max(0, Math.min(focus - Math.floor(width / 3), total - width + 1));
  const first = wanted === 0 ? 0 : columns.findIndex((column) => column >= wanted);
  const room = width - (first === 0 ? 1 : 2);
  let last = first;
  while (last < cells.length && (columns[last + 1] ?? 0) - (columns[first] ?? 0) <= room) last += 1;
  return createWindow(cells, first, last);
}

/** The column at which each cell starts, and one more: the width of all. */
function cellColumns(cells: readonly Cell[]): readonly number[] {
  const columns = [0];
  for (const cell of cells) columns.push((columns.at(-1) ?? 0) + cell.width);
  return columns;
}

function cellAt(cells: readonly Cell[], offset: number): number {
  const index = cells.findIndex((cell) => offset < cell.end);
  return index === -1 ? cells.length : index;
}

function createWindow(cells: readonly Cell[], first: number, last: number): Window {
  const shown = cells.slice(first, last);
  const before = first > 0 ? ellipsis : '';
  const after = last < cells.length ? ellipsis : '';
  const columns = cellColumns(shown).map((column) => column + before.length);
  const width = columns.at(-1) ?? 0;
  return {
    text: before + shown.map((cell) => cell.text).join('') + after,
    width,
    columnOf(offset) {
      const index = cellAt(cells, offset) - first;
      return index < 0 ? 0 : (columns[index] ?? width);
    },
  };
}

interface PlacedMark {
  readonly from: number;
  readonly width: number;
  readonly mark: LineMark;
}

function placeMark(mark: LineMark, shown: Window): PlacedMark {
  const from = shown.columnOf(mark.start);
  const to = mark.end > mark.start ? shown.columnOf(mark.end) : from;
  return { from, width: Math.max(1, to - from), mark };
}

function overlap(marks: readonly PlacedMark[]): boolean {
  return marks.some((mark, index) => {
    const next = marks[index + 1];
    return next !== undefined && next.from < mark.from + mark.width;
  });
}

/** One row of carets; the last label stands behind it, the others hang below their carets. */
function markRows(marks: readonly PlacedMark[], width: number): readonly string[] {
  let carets = '';
  let column = 0;
  for (const { from, width: length, mark } of marks) {
    carets += ' '.repeat(from - column) + mark.style(mark.stroke.repeat(length));
    column = from + length;
  }
  const last = marks.at(-1);
  const text = visibleText(last?.mark.text ?? '');
  const fits = column + 1 + displayWidth(text) <= width;
  if (last === undefined) return [];
  if (text !== '' && fits)
    return [`${carets} ${last.mark.style(text)}`, ...hangingRows(marks.slice(0, -1), width)];
  return [carets, ...hangingRows(marks, width)];
}

function hangingRows(marks: readonly PlacedMark[], width: number): readonly string[] {
  const labelled = marks.filter(({ mark }) => mark.text !== '');
  const rows: string[] = [];
  for (let index = labelled.length - 1; index >= 0; index -= 1) {
    const { from, mark } = labelled[index] ?? {};
    if (from === undefined || mark === undefined) continue;
    const bars = labelled.slice(0, index);
    if (index === labelled.length - 1 && marks.length > 1) rows.push(barRow(labelled).text);
    const room = Math.min(displayWidth(visibleText(mark.text)), longestLabel);
    const indent = Math.max(barRow(bars).column, Math.min(from, Math.max(0, width - room)));
    for (const line of wrapText(mark.text, width - indent)) {
      const { text, column } = barRow(bars);
      rows.push(text + ' '.repeat(indent - column) + mark.style(line));
    }
  }
  return rows;
}

/** A label at the right edge is moved left until it has this much room for its words. */
const longestLabel = 40;

function barRow(marks: readonly PlacedMark[]): { readonly text: string; readonly column: number } {
  let text = '';
  let column = 0;
  for (const { from, mark } of marks) {
    text += ' '.repeat(from - column) + mark.style('│');
    column = from + 1;
  }
  return { text, column };
}
