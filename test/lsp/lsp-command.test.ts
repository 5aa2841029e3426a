import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findServer } from '../../packages/compiler/src/cli/commands/lsp.ts';

const folder = mkdtempSync(join(tmpdir(), 'privacy-find-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('privacy lsp', () => {
  it('finds the server that a project has installed, from any folder of the project', () => {
    const server = join(folder, 'node_modules/@privacy-lang/lsp');
    mkdirSync(join(server, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'policies'));
    writeFileSync(join(server, 'package.json'), '{ "name": "@privacy-lang/lsp" }');
    writeFileSync(join(server, 'bin/privacy-language-server.js'), '');
    expect(findServer([join(folder, 'policies')])).toMatch(/bin.privacy-language-server\.js$/);
  });

  it('finds none where none is installed', () => {
    expect(findServer([join(tmpdir(), 'privacy-no-such-folder')])).toBeUndefined();
  });
});
