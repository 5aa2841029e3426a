import { writeFileSync } from 'node:fs';
import { drawChart } from './chart.ts';
import { readable } from './numbers.ts';
import type { Row, Section, StoredResults, Target } from './results.ts';
import { readResults } from './results.ts';
import { verdictOf } from './terminal.ts';

const docs = new URL('../../docs/', import.meta.url);

/** The parts that the page shows, each with its heading. */
const shown: readonly (readonly [part: string, heading: string, about: string])[] = [
  [
    'decide',
    'Decisions',
    'One contact policy in 66 rules (laws of countries and of their parts, of industries, and house rules), and the same shape with 600 and 6,000. Each rule prohibits, over permissions that the laws give by default; decisions name the rules that decided. All contestants gave identical answers to all requests before anything was timed: 20,000 distinct ones, asked in rotation by one thread. What is written by hand is in `bench/rivals`, and meant to be hard to beat.',
  ],
  [
    'schedule',
    'Schedules',
    'Retention and deadlines of 20,000 distinct records, beside the same rules written by hand.',
  ],
  ['compile', 'Compiling', 'How fast text becomes a checked program, in a process that has warmed up.'],
  ['start', 'Cold start', 'Whole processes, as somebody waits for them.'],
];

/** Writes docs/performance.md and its charts from all results that were ever written. */
export function writePage(): void {
  const parts = shown.flatMap(([part, heading, about]) => {
    const results = readResults(part);
    if (results === undefined) return [];
    for (const chart of results.charts) {
      writeFileSync(new URL(`images/${chart.file}.svg`, docs), drawChart(chart));
    }
    return [partText(results, heading, about)];
  });
  writeFileSync(new URL('performance.md', docs), `${[introduction, ...parts].join('\n\n')}\n`);
}

const introduction = `# Performance

What compiled rules cost, beside the same rules written by hand and beside other tools. This page is written by the benchmarks;
repeat them on your machine:

\`\`\`sh
npm run bench -- decide                   # compiled code beside code written by hand, at 66, 600 and 6,000 rules
npm run bench -- decide --peers           # other tools as well; the first time it installs them in bench/peers
npm run bench -- decide --sizes 66 --quick
npm run bench -- decide --instructions    # machine instructions for one answer; needs valgrind
npm run bench -- schedule compile start
npm run bench -- decide --write           # keep the results in bench/results, and write this page anew
\`\`\`

Times differ from machine to machine, and from minute to minute on a busy one. Contestants therefore take turns, round by
round; a figure is the median of the rounds, and a ratio is taken within each round. Read the ratios.`;

function partText(results: StoredResults, heading: string, about: string): string {
  const { date, node, cpu, cores, isQuick } = results;
  const run = `${isQuick ? 'A short run' : 'A full run'} on ${date}: Node.js ${node.slice(1)}, ${cpu}, ${cores} cores.`;
  const charts = results.charts.map(({ file, title }) => `![${title}](images/${file}.svg)`);
  const targets = results.targets.length === 0 ? [] : [targetsText(results.targets)];
  return [`## ${heading}`, about, run, ...targets, ...charts, ...results.sections.map(sectionText)].join(
    '\n\n',
  );
}

function targetsText(targets: readonly Target[]): string {
  const met = targets.filter((target) => verdictOf(target) === 'met').length;
  const rows = targets.map((target) => ({
    target: target.name,
    measured: `${readable(target.measured)} ${target.unit}`.trim(),
    'held to':
      `${target.better === 'lower' ? 'at most' : 'at least'} ${readable(target.limit)} ${target.unit}`.trim(),
    '': verdictOf(target),
  }));
  return `${met} of ${targets.length} targets are met.\n\n${table(rows)}`;
}

function sectionText({ title, about, rows }: Section): string {
  return [`### ${title}`, ...(about === '' ? [] : [about]), table(rows)].join('\n\n');
}

function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rules = columns.map((column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'));
  return [
    line(columns),
    line(rules),
    ...rows.map((row) => line(columns.map((column) => readable(row[column] ?? '')))),
  ].join('\n');
}
