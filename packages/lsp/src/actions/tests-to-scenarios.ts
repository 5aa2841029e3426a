import type { Expectation, ObjectValue, TestDeclaration } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ActionPlace } from './action-place.ts';
import { actionOf } from './action-place.ts';

/** Turns a test and its neighbors about the same activity into the rows of one table. */
export function testsToScenarios(place: ActionPlace): CodeAction[] {
  const { file, unit } = place;
  if (unit.tree.kind !== 'test') return [];
  const all = file.source.declarations;
  const index = all.findIndex(({ unit: each }) => each === unit);
  const first = readRow(unit.tree, unit.text);
  if (first === undefined || unit.comments.length > 0) return [];
  let [from, to] = [index, index];
  const rowAt = (at: number): Row | undefined => {
    const each = all[at]?.unit;
    const row =
      each?.tree.kind === 'test' && each.comments.length === 0 ? readRow(each.tree, each.text) : undefined;
    return row?.subject === first.subject && row.under === first.under ? row : undefined;
  };
  while (rowAt(from - 1) !== undefined) from -= 1;
  while (rowAt(to + 1) !== undefined) to += 1;
  const rows = Array.from({ length: to - from + 1 }, (_, step) => rowAt(from + step)).filter(
    (row) => row !== undefined,
  );
  const [start, end] = [all[from], all[to]];
  if (rows.length < 2 || start === undefined || end === undefined) return [];
  const span = { start: start.start + start.unit.tree.start, end: end.start + end.unit.tree.end };
  const edit = { range: file.positions.toRange(span), newText: writeTable(first, rows) };
  const title = `Turn these ${rows.length} tests into a table`;
  return [actionOf(place, title, CodeActionKind.RefactorRewrite, [edit])];
}

interface Row {
  readonly title: string;
  readonly subject: string;
  readonly under: string;
  /** Headings and what the row says under them. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Undefined where a test says what no row can say. */
function readRow({ title, under, clauses }: TestDeclaration, text: string): Row | undefined {
  const cells = new Map<string, string>();
  let subject = '';
  for (const clause of clauses) {
    const isSecond = (heading: string): boolean => cells.has(heading);
    if (clause.kind === 'moment-clause') {
      if (isSecond(clause.which)) return undefined;
      cells.set(clause.which, text.slice(clause.value.start, clause.value.end));
    } else if (clause.kind === 'case') {
      if (subject !== '' || clause.facts.entries.length === 0) return undefined;
      subject = clause.subject.text;
      readFacts(clause.facts, text, { path: '', cells });
    } else if (isSecond('expect') || !readExpectation(clause, text, cells)) return undefined;
  }
  const isComplete =
    subject !== '' && cells.has('expect') && ![...cells.values()].some((cell) => /[|\r\n]/.test(cell));
  const names = under.map((reference) => reference.text).join(', ');
  return isComplete ? { title: title.value, subject, under: names, cells } : undefined;
}

/** Values that a cell cannot hold, such as lists of records, make the whole test unfit: they span lines or braces. */
function readFacts(
  { entries }: ObjectValue,
  text: string,
  { path, cells }: { readonly path: string; readonly cells: Map<string, string> },
): void {
  for (const { key, value } of entries) {
    const name = path === '' ? key.text : `${path}.${key.text}`;
    if (value.kind === 'object') readFacts(value, text, { path: name, cells });
    else cells.set(name, text.slice(value.start, value.end));
  }
}

function readExpectation(
  { outcome, checks }: Expectation,
  text: string,
  cells: Map<string, string>,
): boolean {
  cells.set('expect', outcome.text);
  for (const { what, only, references, value } of checks) {
    const heading = `${only ? 'only ' : ''}${what.text}`;
    if (cells.has(heading)) return false;
    const written = references.map((reference) => reference.text).join(', ');
    cells.set(heading, value === undefined ? written || 'none' : text.slice(value.start, value.end));
  }
  return true;
}

function writeTable({ subject, under, title }: Row, rows: readonly Row[]): string {
  const headings = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const rank = (heading: string): number =>
    heading === 'now' || heading === 'on' ? 0 : isCheck(heading) ? 2 : 1;
  const ordered = headings.sort((left, right) => rank(left) - rank(right));
  const table = [ordered, ...rows.map(({ cells }) => ordered.map((heading) => cells.get(heading) ?? ''))];
  const widths = ordered.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const lines = table.map(
    (cells) => `  | ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const head = `scenarios ${JSON.stringify(title)} for ${subject}${under === '' ? '' : ` under ${under}`} {`;
  return [head, ...lines, '}'].join('\n');
}

const checkHeadings = new Set(['expect', 'by', 'missing', 'owing', 'remarks', 'assumed', 'claim']);

function isCheck(heading: string): boolean {
  return checkHeadings.has(heading.replace(/^only /, ''));
}
