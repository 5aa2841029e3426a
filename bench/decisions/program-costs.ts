import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.ts';
import { runJob } from './jobs.ts';
import type { Prepared } from './prepared.ts';

/** What a compiled program costs beside its answers. */
export interface ProgramCosts {
  readonly bytesPerRule: number;
  /** The TypeScript compiler over the emitted folder, strictest flags, as a whole process. */
  readonly tscMilliseconds: number;
  /** Loading the bundle in a new process. */
  readonly loadMilliseconds: number;
}

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

export async function measureCosts({ folder, bundle, bytesPerRule }: Prepared): Promise<ProgramCosts> {
  const loads: number[] = [];
  for (let run = 0; run < 3; run += 1) loads.push(await runJob<'load'>({ kind: 'load', bundle }));
  return { bytesPerRule, tscMilliseconds: checkTypes(folder), loadMilliseconds: median(loads) };
}

function checkTypes(folder: string): number {
  const settings = {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022'],
      module: 'nodenext',
      types: [],
      noEmit: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noPropertyAccessFromIndexSignature: true,
      noImplicitReturns: true,
      noUnusedLocals: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
      allowImportingTsExtensions: true,
    },
    include: ['**/*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Emitted code does not pass tsc: ${stdout.slice(0, 2000)}`);
  return performance.now() - start;
}
