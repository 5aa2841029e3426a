import { createPalette, formatWorkflowCommand } from '../../diagnostics/render/index.ts';
import type { MutantResult, Notice } from '../../testing/index.ts';
import { percentOf } from '../../testing/index.ts';
import type { Layout } from '../explanation/index.ts';
import { layOut } from '../explanation/index.ts';
import type { TestReportFormat } from '../test-report.ts';
import type { Row } from './columns.ts';
import { layOutColumns } from './columns.ts';

export interface ResultCounts {
  readonly noticed: number;
  readonly missed: number;
  readonly unreached: number;
  readonly alike: number;
}

/** Lays out what became of all changes. There is no form of JUnit for it: then nothing is written. */
export function renderMutation(
  results: readonly MutantResult[],
  format: TestReportFormat,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  switch (format) {
    case 'json':
      return renderJson(results);
    case 'github':
      return results
        .filter(({ outcome }) => outcome === 'missed')
        .map((result) => `${workflowCommand(result)}\n`)
        .join('');
    default:
      return renderForPeople(results, { palette: createPalette({ color }), width });
  }
}

export function countResults(results: readonly MutantResult[]): ResultCounts {
  const count = (wanted: MutantResult['outcome']): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return {
    noticed: count('noticed'),
    missed: count('missed'),
    unreached: count('unreached'),
    alike: count('alike'),
  };
}

/** Changes that make no difference are not held against the tests. */
export function noticedPercent({ noticed, missed, unreached }: ResultCounts): number {
  return percentOf({ covered: noticed, total: noticed + missed + unreached });
}

function renderForPeople(results: readonly MutantResult[], layout: Layout): string {
  const { palette } = layout;
  if (results.length === 0) return 'There is nothing to change.\n';
  const owners = [...new Set(results.map(({ owner }) => owner))];
  const table: readonly Row[] = [
    { cells: ['Changes', 'all', 'noticed', 'missed', 'unreached', 'alike', 'score'], style: palette.strong },
    ...owners.map((owner) =>
      rowOf(
        owner,
        results.filter((result) => result.owner === owner),
      ),
    ),
    rowOf('Everything', results),
  ];
  const missed = results.filter(({ outcome }) => outcome === 'missed');
  const heading = missed.length === 0 ? [] : ['', palette.strong('No test notices')];
  const lines = [...layOutColumns(table), ...heading, ...missedLines(missed, layout), '', summary(results)];
  return `${lines.join('\n')}\n`;
}

function rowOf(name: string, results: readonly MutantResult[]): Row {
  const { noticed, missed, unreached, alike } = countResults(results);
  const numbers = [results.length, noticed, missed, unreached, alike].map(String);
  const percent = noticedPercent({ noticed, missed, unreached, alike });
  return { cells: [name, ...numbers, `${percent.toFixed(1)} %`] };
}

function missedLines(missed: readonly MutantResult[], layout: Layout): readonly string[] {
  const files = [...new Set(missed.map(({ file }) => file))];
  return files.flatMap((file) => [
    '',
    layout.palette.frame(file),
    ...missed.filter((result) => result.file === file).flatMap((result) => missedLine(result, layout)),
  ]);
}

function missedLine(result: MutantResult, layout: Layout): readonly string[] {
  const { palette } = layout;
  const mark = String(result.line).padStart(4);
  const item = { indent: 2, mark, markStyle: palette.faint };
  return [
    ...layOut({ ...item, text: `${shortened(result.text)} — ${result.change}` }, layout),
    ...(result.notice === undefined
      ? []
      : layOut({ indent: 7, text: noticeSentence(result.notice), style: palette.faint }, layout)),
  ];
}

/** Which test would notice it. */
function noticeSentence({ test, changes, under, difference }: Notice): string {
  const change = changes.length === 0 ? '' : `, but with ${changes.join(', and with ')},`;
  return `A test like "${test}"${change} under ${under.join(', ')} would notice: ${difference}.`;
}

const longest = 100;

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function summary(results: readonly MutantResult[]): string {
  const counts = countResults(results);
  const percent = noticedPercent(counts).toFixed(1);
  const unreached =
    counts.unreached === 0
      ? ''
      : ` No test comes across ${counts.unreached} of them: privacy test --coverage says where.`;
  const alike = counts.alike === 0 ? '' : ` ${counts.alike} make no difference that could be found.`;
  return `${results.length} changes, ${percent} % of those that make a difference are noticed.${unreached}${alike}`;
}

function renderJson(results: readonly MutantResult[]): string {
  const counts = countResults(results);
  const summary = { ...counts, percent: noticedPercent(counts) };
  const changes = results.map(({ notice, ...result }) => ({ ...result, notice: notice ?? null }));
  return `${JSON.stringify({ version: 1, summary, changes }, null, 2)}\n`;
}

function workflowCommand({ file, line, text, change, notice }: MutantResult): string {
  const hint = notice === undefined ? '' : ` ${noticeSentence(notice)}`;
  const message = `"${shortened(text)}": ${change} every test still passes.${hint}`;
  return formatWorkflowCommand('warning', { file, line, title: 'No test notices' }, message);
}
