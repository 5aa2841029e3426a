import { runInThisContext } from 'node:vm';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { EmittedFile } from '../../packages/compiler/src/emitting/index.ts';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import type { Activity, FactsError, ScheduledRecord } from '../../packages/compiler/src/runtime/public.ts';

/** What a program compiles to, loaded: activities by the names that services import. */
export interface CompiledProgram {
  readonly policySet: {
    readonly digest: string;
    readonly version: string;
    readonly language: string;
    readonly packs: readonly { readonly name: string; readonly version: string }[];
  };
  readonly FactsError: typeof FactsError;
  readonly [activity: string]: unknown;
}

/** An activity of which nothing is known but that it is one. */
export type AnyActivity = Activity<string, unknown>;

/** Compiles a program and loads what comes out; the run time, which is the same for all, is loaded once. */
export async function loadCompiled(program: Program): Promise<CompiledProgram> {
  const files = emitTypeScript({ program });
  runtime ??= bundled('runtime/all.ts', [...files, { path: 'runtime/all.ts', text: allOfRuntime }], {});
  return loadWith(files, { '#runtime': await runtime });
}

/** Loads emitted files by themselves, bundled as a service would. */
export async function loadBundled(files: readonly EmittedFile[]): Promise<CompiledProgram> {
  return loadWith(files, {});
}

/** The activity of a compiled program; the name is the one that services import. */
export function activityIn(compiled: CompiledProgram, name: string): AnyActivity {
  const activity = compiled[name];
  if (typeof activity !== 'object' || activity === null) throw new Error(`there is no activity ${name}`);
  // The compiled program exports activities, the policy set and the error alone.
  return activity as AnyActivity;
}

/** A type of records of which nothing is known but that it has schedules. */
export type AnyRecord = ScheduledRecord<string, unknown>;

/** The records of a type, by its name in the source. */
export function recordIn(compiled: CompiledProgram, name: string): AnyRecord {
  const record = compiled[name.charAt(0).toLowerCase() + name.slice(1)];
  if (typeof record !== 'object' || record === null) throw new Error(`there are no schedules of ${name}`);
  // The compiled program exports nothing else by this name.
  return record as AnyRecord;
}

type Modules = Readonly<Record<string, unknown>>;

let runtime: Promise<unknown> | undefined;
const allOfRuntime = `export * from './index.ts';\nexport * from './public.ts';\n`;

async function loadWith(files: readonly EmittedFile[], shared: Modules): Promise<CompiledProgram> {
  // The bundle exports what `index.ts` does.
  return (await bundled('index.ts', files, shared)) as CompiledProgram;
}

async function bundled(entry: string, files: readonly EmittedFile[], shared: Modules): Promise<unknown> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    logLevel: 'error',
    plugins: [inMemory(files, Object.keys(shared).length > 0)],
  });
  const module = { exports: {} };
  const code = `(function (module, exports, require) {${result.outputFiles[0]?.text ?? ''}\n})`;
  const run: unknown = runInThisContext(code);
  if (typeof run !== 'function') throw new Error('the bundle is a function');
  run(module, module.exports, (name: string) => shared[name]);
  return module.exports;
}

function inMemory(files: readonly EmittedFile[], sharesRuntime: boolean): Plugin {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer }) => {
        const resolved = new URL(path, `file:///${importer}`).pathname.slice(1);
        if (sharesRuntime && resolved.startsWith('runtime/')) return { path: '#runtime', external: true };
        return { path: resolved, namespace: 'emitted' };
      });
      onLoad({ filter: /.*/, namespace: 'emitted' }, ({ path }) => {
        const contents = texts.get(path);
        if (contents === undefined) throw new Error(`nothing was emitted as ${path}`);
        return { contents, loader: 'ts' };
      });
    },
  };
}
