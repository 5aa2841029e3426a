import type { Coverage, CoverageItem, FileCoverage } from '../../testing/index.ts';

/** Coverage as tools for continuous integration and editors read it: rules are functions, outcomes are branches. */
export function renderLcov({ files }: Coverage, show: (path: string) => string): string {
  return files.map((file) => renderFile(file, show(file.path))).join('');
}

function renderFile({ subjects }: FileCoverage, path: string): string {
  const items = subjects.flatMap((subject) => subject.items);
  const lines = ['TN:', `SF:${path}`, ...functionLines(items), ...branchLines(items), ...hitLines(items)];
  return `${[...lines, 'end_of_record'].join('\n')}\n`;
}

/** A rule or an exception is hit where it stands. */
function functionLines(items: readonly CoverageItem[]): readonly string[] {
  const functions = items.flatMap(({ provision, line, outcomes }) =>
    provision === undefined
      ? []
      : [{ id: provision.id, line, hits: outcomes.find(({ truth }) => truth === 'true')?.tests ?? 0 }],
  );
  return [
    ...functions.map(({ id, line }) => `FN:${line},${id}`),
    ...functions.map(({ id, hits }) => `FNDA:${hits},${id}`),
    `FNF:${functions.length}`,
    `FNH:${functions.filter(({ hits }) => hits > 0).length}`,
  ];
}

/** What was never looked at has a dash. */
function branchLines(items: readonly CoverageItem[]): readonly string[] {
  const branches = items.flatMap(({ line, outcomes }, block) =>
    outcomes.map(({ tests }, branch) => {
      const isReached = outcomes.some((outcome) => outcome.tests > 0);
      return { text: `BRDA:${line},${block},${branch},${isReached ? tests : '-'}`, isHit: tests > 0 };
    }),
  );
  return [
    ...branches.map(({ text }) => text),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ isHit }) => isHit).length}`,
  ];
}

function hitLines(items: readonly CoverageItem[]): readonly string[] {
  const hits = new Map<number, number>();
  for (const { line, outcomes } of items) {
    const tests = outcomes.reduce((sum, outcome) => sum + outcome.tests, 0);
    hits.set(line, Math.max(hits.get(line) ?? 0, tests));
  }
  const sorted = [...hits].sort(([left], [right]) => left - right);
  return [
    ...sorted.map(([line, count]) => `DA:${line},${count}`),
    `LF:${sorted.length}`,
    `LH:${sorted.filter(([, count]) => count > 0).length}`,
  ];
}
