import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { BatchError } from './batch-error.ts';

/** Compiled policies in one file of JavaScript. */
export interface EvaluatorBundle {
  /** Where threads load it from. */
  readonly url: string;
  /** Removes what was written for it. */
  remove(): Promise<void>;
}

/** A file that the compiler wrote: its path counts from the folder of generated code. */
export interface EvaluatorFile {
  readonly path: string;
  readonly text: string;
}

/** A module as it is, or, where it is TypeScript, bundled to one file that every version of Node.js loads. */
export async function openEvaluator(module: string | URL): Promise<EvaluatorBundle> {
  const url = urlOf(module);
  if (!/\.[cm]?tsx?$/.test(url.pathname)) return { url: url.href, remove: async () => {} };
  return bundleEvaluator(fileURLToPath(url));
}

/** Bundles the module at a path, or files that were never written, to a file for as long as it is needed. */
export async function bundleEvaluator(source: string | readonly EvaluatorFile[]): Promise<EvaluatorBundle> {
  const { build } = await import('esbuild');
  const folder = await mkdtemp(join(tmpdir(), 'privacy-batch-'));
  const removeAtOnce = (): void => rmSync(folder, { recursive: true, force: true });
  // A process that is interrupted leaves nothing behind.
  process.once('exit', removeAtOnce);
  const remove = async (): Promise<void> => {
    process.off('exit', removeAtOnce);
    await rm(folder, { recursive: true, force: true });
  };
  const outfile = join(folder, 'evaluator.mjs');
  try {
    await build({
      entryPoints: [typeof source === 'string' ? source : 'index.ts'],
      plugins: typeof source === 'string' ? [] : [inMemory(source)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      target: 'node20',
      logLevel: 'silent',
    });
    return { url: pathToFileURL(outfile).href, remove };
  } catch (cause) {
    await remove();
    const name = typeof source === 'string' ? source : 'index.ts';
    throw new BatchError('not-loaded', `The compiled policies ${name} cannot be read: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

function urlOf(module: string | URL): URL {
  if (module instanceof URL) return module;
  return /^(?:file|data|node):/.test(module) ? new URL(module) : pathToFileURL(resolve(module));
}

/** The first line of what a bundler has to say. */
function reasonOf(cause: unknown): string {
  const [message = ''] = cause instanceof Error ? cause.message.split('\n').slice(1, 2) : [String(cause)];
  return message.replace(/^\s*(?:error:)?\s*/i, '');
}

function inMemory(files: readonly EvaluatorFile[]): Plugin {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer }) => ({
        path: new URL(path, `file:///${importer}`).pathname.slice(1),
        namespace: 'compiled',
      }));
      onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => {
        // Imports may end in `.js` where the files end in `.ts`.
        const contents = texts.get(path) ?? texts.get(path.replace(/\.js$/, '.ts'));
        return contents === undefined ? null : { contents, loader: 'ts' };
      });
    },
  };
}
