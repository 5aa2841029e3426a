import type { DiagnosticSource, LocatedDiagnostic, LocatedSpan } from '../locate.ts';
import type { LineMark } from './excerpt-line.ts';
import { layOutExcerptLine } from './excerpt-line.ts';
import type { Palette } from './palette.ts';
import { visibleText } from './visible-text.ts';

export interface ExcerptOptions {
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The lines of source that a diagnostic points at, one excerpt a file, that of the mistake first. */
export function renderExcerpts(diagnostic: LocatedDiagnostic, options: ExcerptOptions): readonly string[] {
  const labels = excerptLabels(diagnostic, options.palette);
  const groups = new Map<string, ExcerptLabel[]>();
  for (const label of labels) {
    const group = groups.get(label.place.source.path) ?? [];
    group.push(label);
    groups.set(label.place.source.path, group);
  }
  const lastLine = Math.max(...labels.map((label) => lastLineOf(label.place)));
  const gutter = String(lastLine).length + 1;
  return [...groups.values()].flatMap((group) => renderExcerpt(group, gutter, options));
}

interface ExcerptLabel {
  readonly place: LocatedSpan;
  readonly text: string;
  readonly stroke: string;
  readonly style: (text: string) => string;
}

function excerptLabels(diagnostic: LocatedDiagnostic, palette: Palette): readonly ExcerptLabel[] {
  const primary: ExcerptLabel = {
    place: diagnostic.place,
    text: diagnostic.label ?? '',
    stroke: '^',
    style: palette.severity[diagnostic.severity],
  };
  const related = diagnostic.related.map(
    ({ place, text }): ExcerptLabel => ({ place, text, stroke: '-', style: palette.related }),
  );
  return [primary, ...related];
}

/** A span that ends right after a line break ends on the line before. */
function lastLineOf({ from, to }: LocatedSpan): number {
  return to.line > from.line && to.column === 1 ? to.line - 1 : to.line;
}

function renderExcerpt(
  labels: readonly ExcerptLabel[],
  gutter: number,
  options: ExcerptOptions,
): readonly string[] {
  const { frame } = options.palette;
  const first = labels[0];
  if (first === undefined) return [];
  const { source, from } = first.place;
  const tall = labels.find(isTall);
  const empty = `${' '.repeat(gutter)} ${frame('│')}`;
  const lines = [
    `${' '.repeat(gutter)} ${frame('┌─')} ${visibleText(source.path)}:${from.line}:${from.column}`,
    empty,
  ];
  let previous: number | undefined;
  for (const number of shownLines(labels, tall)) {
    if (previous !== undefined && number > previous + 1) lines.push(`${' '.repeat(gutter)} ${frame('·')}`);
    lines.push(...renderLine(source, number, { labels, tall, gutter, options }));
    previous = number;
  }
  return [...lines, empty];
}

/** Only the first label that reaches over several lines has a bracket; of others the first line is underlined. */
function isTall({ place }: ExcerptLabel): boolean {
  return lastLineOf(place) > place.from.line;
}

function shownLines(labels: readonly ExcerptLabel[], tall: ExcerptLabel | undefined): readonly number[] {
  const shown = new Set(labels.map(({ place }) => place.from.line));
  if (tall !== undefined) {
    const last = lastLineOf(tall.place);
    for (let line = tall.place.from.line; line <= Math.min(last, tall.place.from.line + 2); line += 1)
      shown.add(line);
    shown.add(last);
  }
  for (const line of [...shown]) if (shown.has(line + 2)) shown.add(line + 1);
  return [...shown].sort((left, right) => left - right);
}

interface LineContext {
  readonly labels: readonly ExcerptLabel[];
  readonly tall: ExcerptLabel | undefined;
  readonly gutter: number;
  readonly options: ExcerptOptions;
}

function renderLine(source: DiagnosticSource, number: number, context: LineContext): readonly string[] {
  const { tall, gutter, options } = context;
  const { frame } = options.palette;
  const text = source.lines.lineText(number);
  const marks = context.labels
    .filter((label) => label !== tall && label.place.from.line === number)
    .map((label) => lineMark(label, text, number));
  const bracket = tall === undefined ? undefined : bracketOf(tall, number);
  const width = options.width - gutter - 3 - (tall === undefined ? 0 : 2);
  const line = layOutExcerptLine(text, marks, width);
  const below = bracket === undefined ? '' : `${bracket.below} `;
  const lead = `${' '.repeat(gutter)} ${frame('│')} `;
  const rows = [
    `${frame(String(number).padStart(gutter))} ${frame('│')} ${bracket === undefined ? '' : `${bracket.beside} `}${line.text}`,
    ...line.rows.map((row) => `${lead}${below}${row}`),
    ...(bracket?.closing === undefined ? [] : [`${lead}${bracket.closing}`]),
  ];
  return rows.map((row) => row.trimEnd());
}

function lineMark(label: ExcerptLabel, text: string, number: number): LineMark {
  const start = Math.min(label.place.from.column - 1, text.length);
  const end = label.place.to.line === number ? Math.min(label.place.to.column - 1, text.length) : text.length;
  return { start, end, text: label.text, stroke: label.stroke, style: label.style };
}

interface Bracket {
  readonly beside: string;
  readonly below: string;
  readonly closing?: string;
}

/** The part of the bracket at the left of a line. */
function bracketOf({ place, style, stroke, text }: ExcerptLabel, line: number): Bracket {
  const last = lastLineOf(place);
  if (line < place.from.line || line > last) return { beside: ' ', below: ' ' };
  if (line === place.from.line) return { beside: style('╭'), below: style('│') };
  if (line < last) return { beside: style('│'), below: style('│') };
  return {
    beside: style('│'),
    below: style('│'),
    closing: style(`╰─${stroke} ${visibleText(text)}`.trimEnd()),
  };
}
