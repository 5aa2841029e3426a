// Bundles the extension and its server into dist/bundle, once for Node.js and once for browsers.

import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = new URL('./', import.meta.url);
const root = new URL('../../', here);
const outdir = path('dist/bundle', here);

await rm(outdir, { recursive: true, force: true });
await bundle('src/node.ts', 'extension-node.cjs', 'node');
await bundle('src/server-node.ts', 'server-node.cjs', 'node');
await bundle('src/browser.ts', 'extension-browser.js', 'browser');
await bundle('src/server-worker.ts', 'server-worker.js', 'worker');

/**
 * @param {string} entry
 * @param {string} name
 * @param {'node' | 'browser' | 'worker'} kind An extension in a browser is CommonJS, too; a worker is a plain script.
 */
async function bundle(entry, name, kind) {
  await build({
    entryPoints: [path(entry, here)],
    outfile: `${outdir}/${name}`,
    bundle: true,
    format: kind === 'worker' ? 'iife' : 'cjs',
    platform: kind === 'node' ? 'node' : 'browser',
    target: kind === 'node' ? 'node20' : 'es2023',
    external: ['vscode'],
    // From the sources, so that a stale build can never get into a package.
    alias: {
      '@privacy-lang/compiler': path('packages/compiler/src/index.ts', root),
      '@privacy-lang/lsp': path('packages/lsp/src/index.ts', root),
      '@privacy-lang/lsp/node': path('packages/lsp/src/node.ts', root),
      '@privacy-lang/lsp/browser': path('packages/lsp/src/browser.ts', root),
    },
    plugins: [bundledTexts()],
    // What is installed is found from there only where nothing is bundled.
    define: kind === 'node' ? { 'import.meta.url': '__filename', 'import.meta.resolve': 'undefined' } : {},
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

/**
 * The module that `src/bundled-texts.d.ts` describes.
 * @returns {import('esbuild').Plugin}
 */
function bundledTexts() {
  return {
    name: 'bundled-texts',
    setup(context) {
      context.onResolve({ filter: /^bundled-texts$/ }, ({ path: id }) => ({ path: id, namespace: 'texts' }));
      context.onLoad({ filter: /.*/, namespace: 'texts' }, async () => ({ contents: await textsModule() }));
    },
  };
}

async function textsModule() {
  const { version } = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
  const library = await readTexts(new URL('packages/compiler/library/', root), '.privacy');
  const pages = await readTexts(new URL('docs/diagnostics/', root), '.md');
  return Object.entries({ library, pages, version })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/**
 * @param {URL} folder
 * @param {string} ending
 */
async function readTexts(folder, ending) {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const entry of (await readdir(folder, { recursive: true })).sort()) {
    if (!entry.endsWith(ending)) continue;
    texts[entry.replaceAll('\\', '/')] = await readFile(new URL(entry, folder), 'utf8');
  }
  return texts;
}

/**
 * @param {string} relative
 * @param {URL} base
 */
function path(relative, base) {
  return fileURLToPath(new URL(relative, base));
}
