import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './arguments.ts';
import { medianProcessTimes } from './measure.ts';
import { readable } from './report/numbers.ts';
import type { PartResults, Row, Target } from './report/results.ts';
import { generateSource, generateTypeScript } from './sources.ts';

const command = fileURLToPath(new URL('../packages/compiler/bin/privacy.js', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** Whole processes: the command line beside bare Node, and `check` beside tsc on text of the same size. */
export function measureColdStart({ isQuick }: BenchOptions): PartResults {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  try {
    const version = measureVersion(isQuick ? 5 : 15);
    const checks = [1_000, 10_000, 100_000].map((lines) => measureCheck(folder, lines, isQuick ? 2 : 5));
    return {
      sections: [
        { title: 'Start of the command line', about: '', rows: [version.row] },
        {
          title: '`privacy check` beside tsc',
          about: 'Text of the same number of lines and the same kind of content.',
          rows: checks.map(({ row }) => row),
        },
      ],
      targets: [version.target, ...checks.map(({ target }) => target)],
      charts: [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly row: Row;
  readonly target: Target;
}

function measureVersion(runs: number): Measured {
  const [bare = 1, version = 0] = medianProcessTimes(runs, [
    [process.execPath, '-e', '0'],
    [process.execPath, command, '--version'],
  ]);
  return {
    row: { 'node -e 0': milliseconds(bare), 'privacy --version': milliseconds(version) },
    target: {
      name: '`privacy --version` over bare Node.js',
      measured: version - bare,
      limit: 60,
      unit: 'ms',
      better: 'lower',
    },
  };
}

function measureCheck(folder: string, lines: number, runs: number): Measured {
  const policy = join(folder, `p${lines}.privacy`);
  const script = join(folder, `t${lines}.ts`);
  writeFileSync(policy, generateSource(lines));
  writeFileSync(script, generateTypeScript(lines));
  const [ours = 0, theirs = 1] = medianProcessTimes(runs, [
    [process.execPath, command, 'check', policy],
    [process.execPath, tsc, '--noEmit', '--strict', '--ignoreConfig', script],
  ]);
  return {
    row: {
      lines,
      'privacy check': milliseconds(ours),
      'tsc --noEmit': milliseconds(theirs),
      ratio: `${readable(ours / theirs)} ×`,
    },
    target: {
      name: `Cold \`privacy check\` of ${readable(lines)} lines to tsc 7`,
      measured: ours / theirs,
      limit: 1,
      unit: '×',
      better: 'lower',
    },
  };
}

function milliseconds(time: number): string {
  return `${readable(time)} ms`;
}
