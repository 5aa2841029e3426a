import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createFolder } from './run.ts';
import { law, project } from './sample-project.ts';

const root = new URL('../../../', import.meta.url);
const entry = fileURLToPath(new URL('packages/compiler/src/cli/main.ts', root));
const typescript = new URL('scripts/typescript.mjs', root).href;
const question =
  '{"activity":"contact","now":"2026-03-02T12:00:00Z","facts":{"customer":{},"channel":"email"}}\n';

describe('the process', { timeout: 60_000 }, () => {
  test('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('packages/compiler/package.json', root), 'utf8'));
    expect(await end(start(['--version']))).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('ends with the code of the command', async () => {
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': law.replace('is voice\n', 'is voise\n'),
    });
    const { code, stdout, stderr } = await end(start(['check'], path));
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('[name/unknown-term]');
  });

  test('answers questions as they come', async () => {
    const { path } = createFolder(project);
    const child = start(['decide'], path);
    child.stdin.write(question);
    expect(JSON.parse(await firstOutput(child))).toMatchObject({ outcome: 'permitted' });
    child.stdin.end(question);
    expect(await end(child)).toMatchObject({ code: 0, stderr: '' });
  });

  test('stops without a complaint once its reader goes away', async () => {
    const { path } = createFolder(project);
    const child = start(['decide'], path);
    child.stdin.on('error', () => {});
    const feed = setInterval(() => child.stdin.write(question.repeat(50)), 5);
    await firstOutput(child);
    child.stdout.destroy();
    const { code, stderr } = await end(child);
    clearInterval(feed);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('ends quietly when it is interrupted', async () => {
    const { path } = createFolder(project);
    const child = start(['decide'], path);
    child.stdin.write(question);
    await firstOutput(child);
    child.kill('SIGINT');
    const { code, stderr } = await end(child);
    expect([code, stderr]).toEqual([130, '']);
  });
});

function start(words: readonly string[], cwd: string = createFolder().path): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', typescript, entry, ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
  });
}

/** Fails where the process ends without having said anything. */
function firstOutput(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)));
    child.once('close', (code) => reject(new Error(`The process ended with code ${code}.`)));
  });
}

async function end(child: ChildProcessWithoutNullStreams) {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}
