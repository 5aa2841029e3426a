// Compiles the example policy and runs the program that asks it: what the README's first minutes show.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('../examples/acme', import.meta.url));
const commandLine = fileURLToPath(new URL('../packages/compiler/bin/privacy.js', import.meta.url));
const typescript = new URL('./typescript.mjs', import.meta.url).href;

run([commandLine, 'build']);
run(['--import', typescript, 'quickstart.ts']);

/** @param {readonly string[]} parameters */
function run(parameters) {
  const { status } = spawnSync(process.execPath, parameters, { cwd: example, stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
