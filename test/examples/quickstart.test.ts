import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../packages/compiler/src/emitting/index.ts';
import { repositoryPath } from '../support/check.ts';
import { acmeProgram, acmeRequests } from '../support/examples.ts';

/** A copy of the examples with what they compile to, inside the repository so that packages are found. */
const folder = repositoryPath('.build/examples');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(repositoryPath('examples'), folder, {
    recursive: true,
    filter: (path) => !path.split(/[\\/]/).includes('generated'),
  });
  for (const { path, text } of emitTypeScript({ program: acmeProgram().program })) {
    const file = join(folder, 'acme/generated', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}, 60_000);

describe('the programs of the examples', () => {
  it('and all that is compiled for them pass the strictest type checks', () => {
    const options = {
      extends: repositoryPath('tsconfig.base.json'),
      compilerOptions: {
        noEmit: true,
        composite: false,
        types: ['node'],
        rewriteRelativeImportExtensions: false,
      },
      include: ['**/*.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
    expect(run([repositoryPath('node_modules/typescript/bin/tsc'), '-p', '.'])).toBe('');
  }, 60_000);

  it('print a row for each request of the quickstart, without colour where nobody looks, and sum them up', () => {
    const loader = repositoryPath('scripts/typescript.mjs');
    const printed = run(['--import', loader, 'acme/quickstart.ts']);
    const rows = printed.match(/^ {2}[✓✗?–] (permitted|forbidden|undetermined|ungoverned) /gm) ?? [];
    // The sums are rows, too, one for each kind of answer.
    expect(rows.length).toBe(acmeRequests().length + 4);
    expect(printed).not.toContain('\u001b');
    expect(printed).toContain(`${acmeRequests().length} requests`);
    expect(printed).toContain('A British record and a data centre in Des Moines');
    expect(printed).toContain('provider: Terms 8.1');
    expect(printed).toContain('They are not legal advice.');
  }, 60_000);
});

function run(words: readonly string[]): string {
  return execFileSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '' },
  });
}
