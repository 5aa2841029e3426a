import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianProcessTimes, printTable } from './measure.ts';
import { generateSource, generateTypeScript } from './sources.ts';

const command = fileURLToPath(new URL('../packages/compiler/bin/privacy.js', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** Whole processes: the command line beside bare Node, and `check` beside tsc on text of the same size. */
export function measureColdStart(): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  try {
    const [bare = 1, version = 0] = medianProcessTimes(9, [
      [process.execPath, '-e', '0'],
      [process.execPath, command, '--version'],
    ]);
    printTable('Start of the command line', [
      { 'node -e 0 ms': bare, 'privacy --version ms': version, 'more ms': version - bare },
    ]);
    const rows = [1_000, 10_000, 100_000].map((lines) => checkRow(folder, lines));
    printTable('Cold check beside tsc', rows);
    return { 'version over bare node ms': version - bare };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkRow(folder: string, lines: number): Record<string, number> {
  const policy = join(folder, `p${lines}.privacy`);
  const script = join(folder, `t${lines}.ts`);
  writeFileSync(policy, generateSource(lines));
  writeFileSync(script, generateTypeScript(lines));
  const [ours = 0, theirs = 1] = medianProcessTimes(lines > 50_000 ? 3 : 5, [
    [process.execPath, command, 'check', policy],
    [process.execPath, tsc, '--noEmit', '--strict', '--ignoreConfig', script],
  ]);
  return { lines, 'privacy check ms': ours, 'tsc --noEmit ms': theirs, ratio: ours / theirs };
}
