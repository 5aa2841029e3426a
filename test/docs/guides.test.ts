import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Folder } from '../compiler/cli/run.ts';
import { createFolder, run } from '../compiler/cli/run.ts';
import type { Fence } from './fences.ts';
import { fencesOf, readPage } from './fences.ts';

const guides = [
  'docs/first-hour-for-lawyers.md',
  'docs/first-hour-for-engineers.md',
  'docs/embedding.md',
  'docs/packs.md',
  'docs/testing.md',
];
const typescript = new URL('../../scripts/typescript.mjs', import.meta.url).href;

interface Command {
  readonly words: readonly string[];
  /** Lines that have to come up in the output, in this order. */
  readonly output: readonly string[];
}

/** The commands of a console block, each with what it prints below. */
function commandsOf({ text }: Fence): readonly Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = '', ...output] = part.split('\n');
      return { words: shellWords(line), output: output.map((out) => out.trim()).filter((out) => out !== '') };
    });
}

function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

async function printedBy(folder: Folder, [program, ...rest]: readonly string[]): Promise<string> {
  if (program === 'privacy') {
    const { stdout, stderr } = await run(rest, {
      cwd: folder.path,
      env: { PATH: process.env['PATH'] ?? '' },
    });
    return `${stdout}\n${stderr}`;
  }
  if (program === 'npm') {
    return spawnSync('npm', [...rest, '--offline'], { cwd: folder.path, encoding: 'utf8' }).stdout;
  }
  expect(program).toBe('node');
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', typescript, ...rest], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  return `${stdout}\n${stderr}`;
}

async function runCommand(folder: Folder, { words, output }: Command): Promise<void> {
  const printed = await printedBy(folder, words);
  let from = 0;
  for (const line of output) {
    const at = printed.indexOf(line, from);
    expect(
      at,
      `"${line}" is missing in the output of "${words.join(' ')}":\n${printed}`,
    ).toBeGreaterThanOrEqual(0);
    from = at + line.length;
  }
}

/** A page about what `privacy init` and `privacy build` make, without the steps that make it. */
async function prepare(folder: Folder, guide: string): Promise<void> {
  if (guide !== 'docs/embedding.md') return;
  await printedBy(folder, ['privacy', 'init']);
  await printedBy(folder, ['privacy', 'build']);
}

/** What the compiler of TypeScript says about the saved files, under its strictest flags. */
function typeErrors(folder: Folder, files: readonly string[]): string {
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const more = [
    '--noPropertyAccessFromIndexSignature',
    '--verbatimModuleSyntax',
    '--allowImportingTsExtensions',
  ];
  const target = ['--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom'];
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const options = { cwd: folder.path, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [tsc, ...flags, ...more, ...target, ...files], options).stdout;
}

describe.each(guides)('%s', (guide) => {
  it('can be followed step by step', async () => {
    const folder = createFolder({ 'package.json': '{ "type": "module" }' });
    const saved: string[] = [];
    await prepare(folder, guide);
    for (const fence of fencesOf(readPage(guide))) {
      const path = fence.words.find((word) => word.startsWith('save='))?.slice('save='.length);
      if (path !== undefined) folder.write(path, fence.text);
      if (path?.endsWith('.ts') === true) saved.push(path);
      if (fence.language !== 'console') continue;
      for (const command of commandsOf(fence)) await runCommand(folder, command);
    }
    expect(saved.length === 0 ? '' : typeErrors(folder, saved)).toBe('');
  }, 120_000);
});
