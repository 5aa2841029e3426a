// Bundles the command line into one file: reading two hundred small modules takes longer than most commands. It is
// CommonJS, since Node.js 20 keeps compiled code for nothing else; commands are still run only when they are asked for.

import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const compiler = fileURLToPath(new URL('../packages/compiler/', import.meta.url));
const outdir = `${compiler}dist/command`;

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

await rm(outdir, { recursive: true, force: true });
await build({
  ...common,
  stdin: {
    contents: `import { runCli } from './run-cli.js';
import { createProcessIo } from './process-io.js';
export const run = (words, importModule) => runCli(words, createProcessIo(importModule));`,
    resolveDir: `${compiler}dist/cli`,
  },
  outfile: `${outdir}/main.cjs`,
  format: 'cjs',
  // Files of the package are found from where the bundle is.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: `const bundleUrl = require('node:url').pathToFileURL(require.resolve('./main.cjs')).href;` },
});
// Threads that answer questions start from a file of their own.
await build({
  ...common,
  entryPoints: [`${compiler}dist/cli/decide-worker.js`],
  outfile: `${outdir}/decide-worker.js`,
  format: 'esm',
});
const digest = createHash('sha256')
  .update(await readFile(`${outdir}/main.cjs`))
  .digest('hex');
// Compiled code is kept under this name: that of another build is never taken for it.
await writeFile(`${outdir}/digest`, `${digest.slice(0, 20)}\n`);
