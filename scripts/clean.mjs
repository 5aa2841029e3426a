// Removes everything that the build writes.

import { rm } from 'node:fs/promises';

const outputs = [
  '.build',
  'coverage',
  'packages/compiler/dist',
  'packages/compiler/docs',
  'packages/batch/dist',
  'packages/lsp/dist',
  'packages/vscode-ext/dist',
];

for (const path of outputs) {
  await rm(new URL(`../${path}`, import.meta.url), { recursive: true, force: true });
}
