import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import type * as Arrow from '../../packages/batch/src/arrow/index.ts';
import type * as Batch from '../../packages/batch/src/index.ts';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import { repositoryPath } from '../support/check.ts';
import { acmeProgram } from '../support/examples.ts';

/** Threads load files of their own: the package is built from its sources into a folder that is gone after the tests. */
export async function buildBatch(): Promise<{ readonly batch: typeof Batch; readonly arrow: typeof Arrow }> {
  const source = (name: string): string => repositoryPath(`packages/batch/src/${name}.ts`);
  // Inside of the repository, so that its dependencies are found.
  mkdirSync(repositoryPath('.build'), { recursive: true });
  const folder = temporaryFolder(repositoryPath('.build/batch-'));
  await build({
    entryPoints: ['index', 'row-worker', 'arrow/index', 'arrow/arrow-worker'].map(source),
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const [batch, arrow] = await Promise.all(
    ['index.js', 'arrow/index.js'].map((name) => import(pathToFileURL(join(folder, name)).href)),
  );
  return { batch, arrow };
}

/** The policies of Acme, compiled to a folder; returns the path of its `index.ts`. */
export function compileAcme(folder: string): string {
  for (const { path, text } of emitTypeScript({ program: acmeProgram().program })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return join(folder, 'index.ts');
}

/** A folder that is gone after all tests of the file. */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
