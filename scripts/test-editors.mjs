// Runs the tests that need an editor's own machinery: every executable suite in test/editors.
// Reports what it ran, and leaves the counts where the summary of CI finds them.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const suitesFolder = new URL('test/editors/', root);
const resultsFolder = new URL('.build/test-results/', root);

const suites = existsSync(suitesFolder)
  ? (await readdir(suitesFolder)).filter((name) => name.endsWith('.suite.mjs')).sort()
  : [];
const failedSuites = suites.filter((name) => !passes(name));

await mkdir(resultsFolder, { recursive: true });
const counts = { passed: suites.length - failedSuites.length, failed: failedSuites.length };
await writeFile(new URL('editors.json', resultsFolder), `${JSON.stringify(counts)}\n`);
console.log(`Editor suites: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failedSuites.length > 0 ? 1 : 0;

/** @param {string} name */
function passes(name) {
  console.log(`Editor suite ${name}`);
  const path = fileURLToPath(new URL(name, suitesFolder));
  const { status } = spawnSync(process.execPath, [path], { cwd: fileURLToPath(root), stdio: 'inherit' });
  return status === 0;
}
