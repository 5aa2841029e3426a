// Bundles the command line into a few files: reading two hundred small modules takes longer than most commands.

import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const compiler = fileURLToPath(new URL('../packages/compiler/', import.meta.url));
const outdir = `${compiler}dist/command`;

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [`${compiler}dist/cli/main.js`],
  outdir,
  bundle: true,
  // One file a command, loaded when it is asked for; what commands share is in files of their own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // Commander is CommonJS and asks for Node's own modules.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
