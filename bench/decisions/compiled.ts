import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';
import type { Request } from './workload.ts';

export interface CompiledContact {
  decide(
    facts: Request,
    options: { readonly now: string },
  ): {
    readonly outcome: string;
    readonly reasons: readonly { readonly rule: string }[];
  };
  permits(facts: Request, options: { readonly now: string }): boolean;
  explain(facts: Request, options: { readonly now: string }): unknown;
}

export function checkedProgram(source: string): Program {
  const checked = checkProgram({ files: [parseSourceFile({ path: 'bench.privacy', text: source })] });
  const [first] = checked.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error');
  if (first !== undefined) throw new Error(`The benchmark does not check: ${first.diagnostic.headline}`);
  return checked.program;
}

/** Compiles a program and loads its activity. */
export async function loadCompiled(program: Program): Promise<{ contact: CompiledContact; bytes: number }> {
  const { loaded, bytes } = await loadEmitted<{ readonly contact: CompiledContact }>(program);
  return { contact: loaded.contact, bytes };
}

/** Compiles a program and loads what comes out, as a service would after bundling. */
export async function loadEmitted<Loaded>(program: Program): Promise<{ loaded: Loaded; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  let bytes = 0;
  for (const file of emitTypeScript({ program })) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
    if (file.path.endsWith('.ts') && !file.path.includes('runtime/')) bytes += file.text.length;
  }
  const outfile = join(folder, 'bundle.mjs');
  await build({
    entryPoints: [join(folder, 'index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  // The shape is that of the emitted program; the answers are compared with the rivals before anything is timed.
  const loaded = (await import(pathToFileURL(outfile).href)) as Loaded;
  rmSync(folder, { recursive: true, force: true });
  return { loaded, bytes };
}
