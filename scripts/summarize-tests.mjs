// Prints the line that CI ends with, `N passed, N failed`, from the results of all test runs.
//
//   node scripts/summarize-tests.mjs <exit code of the run>
//
// A run that failed outside of a test, in a build for example, counts as one failure.

import { readFile } from 'node:fs/promises';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

const exitCode = Number(process.argv[2] ?? 0);
const vitest = readVitestCounts(await readResults('vitest.json'));
const editors = readEditorCounts(await readResults('editors.json'));
const passed = vitest.passed + editors.passed;
const failed = vitest.failed + editors.failed;
console.log(`${passed} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`);

/**
 * @param {string} name
 * @returns {Promise<Readonly<Record<string, unknown>>>} Empty where the run did not get that far.
 */
async function readResults(name) {
  try {
    return JSON.parse(await readFile(new URL(`../.build/test-results/${name}`, import.meta.url), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * @param {Readonly<Record<string, unknown>>} results
 * @returns {Counts}
 */
function readVitestCounts(results) {
  return { passed: count(results['numPassedTests']), failed: count(results['numFailedTests']) };
}

/**
 * @param {Readonly<Record<string, unknown>>} results
 * @returns {Counts}
 */
function readEditorCounts(results) {
  return { passed: count(results['passed']), failed: count(results['failed']) };
}

/** @param {unknown} value */
function count(value) {
  return typeof value === 'number' ? value : 0;
}
