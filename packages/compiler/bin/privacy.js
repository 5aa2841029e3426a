#!/usr/bin/env node
// The command line starts here and not in dist, so that an install in a clean checkout finds it before the build.

import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const bundle = fileURLToPath(new URL('../dist/command/main.cjs', import.meta.url));

if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Asked for by scripts and editors, often: nothing else is loaded.
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (existsSync(bundle)) {
  // `npm run build` bundles the command line into one file, which loads much faster than its two hundred modules.
  const { runBundle } = await import('./run-bundle.js');
  await runBundle(bundle, words);
} else {
  // Newer versions of Node.js keep compiled code between runs: a faster start.
  module.enableCompileCache?.();
  await import('../dist/cli/main.js');
}
