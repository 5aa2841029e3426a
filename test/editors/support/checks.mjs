// Named checks, one after another: each says what it promises, and a failure ends none of the others.

import process from 'node:process';

/** @typedef {{ readonly promise: string; readonly run: () => Promise<void> }} Check */

/** @param {readonly Check[]} checks */
export async function runChecks(checks) {
  let failed = 0;
  for (const { promise, run } of checks) {
    try {
      await run();
      console.log(`  ✓ ${promise}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${promise}\n${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
}
