import type { Count, Coverage, CoverageCounts, CoverageItem, SubjectCoverage } from '../../testing/index.ts';
import { countCoverage, gapsOf, percentOf } from '../../testing/index.ts';

/** Coverage for programs. */
export function renderCoverageJson(coverage: Coverage, show: (path: string) => string): string {
  const document = {
    version: 1,
    ...coverageSummary(coverage),
    files: coverage.files.map(({ path, subjects }) => ({
      file: show(path),
      subjects: subjects.map(subjectOf),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The numbers alone. */
export function coverageSummary({ files, tests }: Coverage) {
  return { tests, summary: numbersOf(countCoverage(files.flatMap(({ subjects }) => subjects))) };
}

function numbersOf(counts: CoverageCounts) {
  const number = (count: Count) => ({ ...count, percent: percentOf(count) });
  return {
    all: number(counts.all),
    rules: number(counts.rules),
    exceptions: number(counts.exceptions),
    conditions: number(counts.conditions),
    boundaries: number(counts.boundaries),
  };
}

function subjectOf(subject: SubjectCoverage) {
  return {
    kind: subject.kind,
    name: subject.name,
    summary: numbersOf(countCoverage([subject])),
    items: subject.items.map(itemOf),
    gaps: gapsOf(subject).map(({ item, about, sentence }) => ({ line: item.line, about, sentence })),
  };
}

function itemOf({ what, provision, text, line, column, outcomes, facts, boundaries }: CoverageItem) {
  return {
    what,
    rule: provision?.id ?? null,
    text,
    line,
    column,
    outcomes: Object.fromEntries(outcomes.map(({ truth, tests }) => [truth, tests])),
    facts,
    boundaries,
  };
}
