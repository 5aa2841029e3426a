import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../compiler/cli/run.ts';
import { repositoryPath } from '../support/check.ts';

/** The example as it is after `npm install`, which links its workspaces. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'privacy-example-packs-')));
const env = { PATH: process.env['PATH'] ?? '' };

beforeAll(() => {
  cpSync(repositoryPath('examples/packs'), folder, { recursive: true });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules/@harbor-law'), { recursive: true });
  for (const pack of ['uk-calls', 'de-calls']) {
    symlinkSync(`../../packs/${pack}`, join(folder, 'node_modules/@harbor-law', pack), 'dir');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the shops that use two law packs', { timeout: 60_000 }, () => {
  it('have no mistakes, and follow all advice', async () => {
    const checked = await run(['check', '--strict'], { cwd: folder });
    expect(checked).toEqual({ code: 0, stdout: '1 file checked, no mistakes found.\n', stderr: '' });
  });

  it('pass their tests', async () => {
    const { code, stdout } = await run(['test'], { cwd: folder });
    expect(code, stdout).toBe(0);
  });
});

describe.each(['packs/uk-calls', 'packs/de-calls'])('the pack in %s', { timeout: 60_000 }, (pack) => {
  it('is ready to be published', async () => {
    const { code, stdout } = await run(['pack', pack], { cwd: folder, env });
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('all passed. The pack can be published.');
  });

  it('is laid out in the common form', async () => {
    const { code, stdout } = await run(['format', '--check'], { cwd: join(folder, pack) });
    expect(code, stdout).toBe(0);
  });
});
