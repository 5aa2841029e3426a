// Copies into the packages what they ship and the repository keeps in one place at its root:
// the license, and the pages about diagnostics that the command line prints.

import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';

const root = new URL('../', import.meta.url);

for (const name of ['compiler', 'batch', 'lsp', 'vscode-ext']) {
  await cp(new URL('LICENSE', root), new URL(`packages/${name}/LICENSE`, root));
}

const pages = new URL('docs/diagnostics', root);
const shippedPages = new URL('packages/compiler/docs/diagnostics', root);
await rm(shippedPages, { recursive: true, force: true });
if (existsSync(pages)) {
  await cp(pages, shippedPages, { recursive: true });
}
