import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { repositoryPath } from '../../support/check.ts';

/** The command line as it is published, built from its sources: threads load files of their own. */
export async function buildCommand(): Promise<string> {
  // Outside of the repository, so that nothing is found that only the repository has.
  const folder = temporaryFolder(join(tmpdir(), 'privacy-command-'));
  await build({
    ...options,
    entryPoints: ['main', 'decide-worker'].map((name) =>
      repositoryPath(`packages/compiler/src/cli/${name}.ts`),
    ),
    outdir: join(folder, 'dist/command'),
    splitting: true,
  });
  for (const name of ['package.json', 'library'])
    symlinkSync(repositoryPath(`packages/compiler/${name}`), join(folder, name));
  return join(folder, 'dist/command/main.js');
}

/** Installs the package for batches into a project, built from its sources; what it needs itself, the repository has. */
export async function installBatch(project: string): Promise<void> {
  mkdirSync(repositoryPath('.build'), { recursive: true });
  const folder = temporaryFolder(repositoryPath('.build/batch-'));
  await build({
    ...options,
    packages: 'external',
    entryPoints: [repositoryPath('packages/batch/src/index.ts')],
    outdir: join(folder, 'dist'),
  });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "type": "module", "exports": { "./package.json": "./package.json" } }',
  );
  mkdirSync(join(project, 'node_modules/@privacy-lang'), { recursive: true });
  symlinkSync(folder, join(project, 'node_modules/@privacy-lang/batch'));
}

const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
  logLevel: 'error',
} as const;

function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
