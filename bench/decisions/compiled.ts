import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import type { Program } from '../../packages/compiler/src/logic/index.ts';
import { parseSourceFile } from '../../packages/compiler/src/syntax/index.ts';
import type { SourceText } from './privacy-source.ts';

export function checkedProgram(sources: string | readonly SourceText[]): Program {
  const texts = typeof sources === 'string' ? [{ path: 'bench.privacy', text: sources }] : sources;
  const checked = checkProgram({ files: texts.map((source) => parseSourceFile(source)) });
  const [first] = checked.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error');
  if (first !== undefined) throw new Error(`The benchmark does not check: ${first.diagnostic.headline}`);
  return checked.program;
}

/** What a program compiles to, in a folder of its own. */
export interface EmittedFolder {
  readonly folder: string;
  /** Everything in one module, as a service has it after bundling. */
  readonly bundle: string;
  /** Bytes of emitted TypeScript without the run time, which is the same for all programs. */
  readonly bytes: number;
  remove(): void;
}

export async function emitFolder(program: Program): Promise<EmittedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  let bytes = 0;
  for (const file of emitTypeScript({ program })) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
    if (file.path.endsWith('.ts') && !file.path.includes('runtime/')) bytes += file.text.length;
  }
  const bundle = join(folder, 'bundle.mjs');
  await build({
    entryPoints: [join(folder, 'index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    logLevel: 'error',
  });
  return { folder, bundle, bytes, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Compiles a program and loads what comes out, as a service would after bundling. */
export async function loadEmitted<Loaded>(program: Program): Promise<{ loaded: Loaded; bytes: number }> {
  const emitted = await emitFolder(program);
  // The shape is that of the emitted program; the answers are compared with the rivals before anything is timed.
  const loaded = (await import(pathToFileURL(emitted.bundle).href)) as Loaded;
  emitted.remove();
  return { loaded, bytes: emitted.bytes };
}
