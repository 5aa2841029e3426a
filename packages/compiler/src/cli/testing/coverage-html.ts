import { xmlElement } from '../../diagnostics/render/index.ts';
import type { Count, Coverage, CoverageCounts, FileCoverage, SubjectCoverage } from '../../testing/index.ts';
import { countCoverage, percentOf } from '../../testing/index.ts';
import { coverageStyles } from './coverage-styles.ts';
import { sourceTable } from './source-table.ts';

/** Coverage as one page: a table of all policies, and their sources with marks. It needs nothing but itself. */
export function renderCoverageHtml(coverage: Coverage, show: (path: string) => string): string {
  const subjects = coverage.files.flatMap((file) => file.subjects);
  const counts = countCoverage(subjects);
  const percent = percentOf(counts.all);
  const tests = `${coverage.tests} ${coverage.tests === 1 ? 'test' : 'tests'}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of policies: ${percent} %</title>
<style>
${coverageStyles}</style>
</head>
<body>
<header>
<h1>Coverage of policies</h1>
<p>${tests} came across <strong>${percent} %</strong> of what rules, exceptions and conditions can turn out to be
(${counts.all.covered} of ${counts.all.total}).</p>
</header>
<main>
${summaryTable(coverage, counts)}
${legend}
${coverage.files.map((file, index) => fileSection(file, index, show(file.path))).join('\n')}
</main>
</body>
</html>
`;
}

const legend = `<section aria-labelledby="legend">
<h2 id="legend">How to read the sources</h2>
<ul class="legend">
<li><span class="some">underlined with dots</span>: something that it can turn out to be came up in no test; the note below the
line says what.</li>
<li><span class="none">underlined twice</span>: no test came across it.</li>
<li>Everything else was tested, or has nothing to test. Point at a condition to see in how many tests it turned out to
be what.</li>
</ul>
</section>`;

function summaryTable({ files }: Coverage, all: CoverageCounts): string {
  const heads = ['Policy', 'Rules', 'Exceptions', 'Conditions', 'Boundaries', 'All'];
  const head = `<thead><tr>${heads.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>`;
  const rows = files.flatMap(({ subjects }, index) =>
    subjects.map((subject) => summaryRow(linkTo(subject, index), countCoverage([subject]))),
  );
  const foot = `<tfoot>${summaryRow('Everything', all)}</tfoot>`;
  return `<section aria-labelledby="summary">
<h2 id="summary">All policies</h2>
<table class="summary">
${head}
<tbody>
${rows.join('\n')}
</tbody>
${foot}
</table>
</section>`;
}

function linkTo({ kind, name, items }: SubjectCoverage, file: number): string {
  const words = kind === 'policy' ? name : `${kind} ${name}`;
  return xmlElement('a', { href: `#${lineId(file, items[0]?.line ?? 1)}` }, words);
}

function lineId(file: number, line: number): string {
  return `file-${file + 1}-line-${line}`;
}

function summaryRow(name: string, counts: CoverageCounts): string {
  const columns = [counts.rules, counts.exceptions, counts.conditions, counts.boundaries];
  const cells = columns.map(({ covered, total }) => `<td>${total === 0 ? '' : `${covered}/${total}`}</td>`);
  return `<tr><th scope="row">${name}</th>${cells.join('')}${percentCell(counts.all)}</tr>`;
}

function percentCell(count: Count): string {
  const percent = percentOf(count);
  return `<td class="${percent === 100 ? 'full' : 'part'}">${percent.toFixed(1)} %</td>`;
}

function fileSection(file: FileCoverage, index: number, path: string): string {
  const counts = countCoverage(file.subjects);
  return `<section aria-labelledby="file-${index + 1}">
${xmlElement('h2', { id: `file-${index + 1}` }, path)}
<p>${percentOf(counts.all)} % (${counts.all.covered} of ${counts.all.total})</p>
${sourceTable(file, (line) => lineId(index, line))}
</section>`;
}
