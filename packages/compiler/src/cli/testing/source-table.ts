import { visibleText, xmlElement } from '../../diagnostics/render/index.ts';
import type { CoverageItem, FileCoverage, Gap } from '../../testing/index.ts';
import { gapsOf } from '../../testing/index.ts';
import { createLineMap } from '../../text/index.ts';

/** The source of a file, line by line, with marks and below each line what no test came across. */
export function sourceTable(file: FileCoverage, idOf: (line: number) => string): string {
  const map = createLineMap(file.text);
  const items = file.subjects.flatMap((subject) => subject.items);
  const marks = nested(items);
  const gaps = file.subjects.flatMap(gapsOf);
  const rows: string[] = [];
  const last = file.text.endsWith('\n') ? map.lineCount - 1 : map.lineCount;
  for (let line = 1; line <= last; line += 1) {
    const start = map.lineStart(line);
    const code = markedLine(map.lineText(line), start, marks);
    rows.push(`<tr id="${idOf(line)}"><th scope="row">${line}</th><td><code>${code}</code></td></tr>`);
    rows.push(...gaps.filter(({ item }) => item.line === line).map(noteRow));
  }
  return `<table class="source"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function noteRow({ about, sentence }: Gap): string {
  return `<tr class="note"><td></td>${xmlElement('td', {}, `${about}: ${sentence}`)}</tr>`;
}

/** Marks that lie in each other; the few that overlap otherwise are left out, because no element could show them. */
function nested(items: readonly CoverageItem[]): readonly CoverageItem[] {
  const open: CoverageItem[] = [];
  return items.filter((item) => {
    while ((open.at(-1)?.end ?? item.end) <= item.start && open.length > 0) open.pop();
    const around = open.at(-1);
    if (around !== undefined && item.end > around.end) return false;
    open.push(item);
    return true;
  });
}

/** One line with the parts of all marks that lie on it. */
function markedLine(text: string, offset: number, marks: readonly CoverageItem[]): string {
  const end = offset + text.length;
  const from = offset + text.length - text.trimStart().length;
  const own = marks.filter((mark) => mark.start < end && from < mark.end);
  return `${text.slice(0, from - offset)}${between(text, { offset, from, to: end }, own)}`;
}

interface Stretch {
  /** Where the line starts in the file. */
  readonly offset: number;
  readonly from: number;
  readonly to: number;
}

function between(text: string, { offset, from, to }: Stretch, marks: readonly CoverageItem[]): string {
  const [mark, ...others] = marks;
  if (mark === undefined) return escaped(text.slice(from - offset, to - offset));
  const [start, end] = [Math.max(from, mark.start), Math.min(to, mark.end)];
  const inside = others.filter((other) => other.end <= mark.end);
  const behind = others.filter((other) => other.start >= mark.end);
  return [
    escaped(text.slice(from - offset, start - offset)),
    `<span class="${levelOf(mark)}" title="${titleOf(mark)}">`,
    between(text, { offset, from: start, to: end }, inside),
    '</span>',
    between(text, { offset, from: end, to }, behind),
  ].join('');
}

function levelOf({ outcomes }: CoverageItem): 'all' | 'some' | 'none' {
  if (outcomes.every(({ tests }) => tests > 0)) return 'all';
  return outcomes.every(({ tests }) => tests === 0) ? 'none' : 'some';
}

/** `true in 3 tests, false in 1 test` */
function titleOf({ outcomes }: CoverageItem): string {
  return outcomes
    .map(({ truth, tests }) => `${truth} in ${tests} ${tests === 1 ? 'test' : 'tests'}`)
    .join(', ');
}

function escaped(text: string): string {
  return visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
