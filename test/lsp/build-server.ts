import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { repositoryPath } from '../support/check.ts';

/** Bundles the server from its sources, so that a stale build can never make a test pass; returns its path. */
export async function buildServer(folder: string): Promise<string> {
  const server = repositoryPath(`${folder}/dist/server.mjs`);
  const entry = `import { runServer } from '${repositoryPath('packages/lsp/src/node.ts')}'; runServer(process.argv.slice(2));`;
  await build({
    stdin: { contents: entry, resolveDir: repositoryPath('packages/lsp') },
    outfile: server,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { '@privacy-lang/compiler': repositoryPath('packages/compiler/src/index.ts') },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  copyFileSync(repositoryPath('packages/lsp/package.json'), join(dirname(dirname(server)), 'package.json'));
  return server;
}
