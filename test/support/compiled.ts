import { runInThisContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import type { EmittedFile } from '../../packages/compiler/src/emitting/index.ts';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Activity } from '../../packages/compiler/src/runtime/public.ts';

/** What a program compiles to, loaded: activities by the names that services import. */
export interface CompiledProgram {
  readonly policySet: { readonly digest: string; readonly version: string; readonly language: string };
  readonly FactsError: new (...args: never[]) => Error;
  readonly [activity: string]: unknown;
}

/** An activity of which nothing is known but that it is one. */
export type AnyActivity = Activity<string, unknown>;

/** Compiles a program, bundles what comes out in memory, and loads it. */
export async function loadCompiled(program: Program): Promise<CompiledProgram> {
  return loadFiles(emitTypeScript({ program }));
}

export async function loadFiles(files: readonly EmittedFile[]): Promise<CompiledProgram> {
  const result = await build({
    entryPoints: ['index.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    logLevel: 'error',
    plugins: [inMemory(files)],
  });
  return evaluate(result.outputFiles[0]?.text ?? '');
}

/** The activity of a compiled program; the name is the one that services import. */
export function activityIn(compiled: CompiledProgram, name: string): AnyActivity {
  const activity = compiled[name];
  if (typeof activity !== 'object' || activity === null) throw new Error(`there is no activity ${name}`);
  // The compiled program exports activities, the policy set and the error alone.
  return activity as AnyActivity;
}

function evaluate(code: string): CompiledProgram {
  const module = { exports: {} };
  const run: unknown = runInThisContext(`(function (module, exports) {${code}\n})`);
  if (typeof run !== 'function') throw new Error('the bundle is a function');
  run(module, module.exports);
  // The bundle exports what `index.ts` does.
  return module.exports as CompiledProgram;
}

function inMemory(files: readonly EmittedFile[]): Plugin {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer }) => ({
        path: new URL(path, `file:///${importer}`).pathname.slice(1),
        namespace: 'emitted',
      }));
      onLoad({ filter: /.*/, namespace: 'emitted' }, ({ path }) => {
        const contents = texts.get(path);
        if (contents === undefined) throw new Error(`nothing was emitted as ${path}`);
        return { contents, loader: 'ts' };
      });
    },
  };
}
