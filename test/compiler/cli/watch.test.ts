import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project } from './sample-project.ts';

const root = new URL('../../../', import.meta.url);
const entry = fileURLToPath(new URL('packages/compiler/src/cli/main.ts', root));
const typescript = new URL('scripts/typescript.mjs', root).href;

interface Watching {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with what was written since the last time, once a round is over. */
  round(): Promise<string>;
}

const ready = 'Watching for changes. Ctrl+C ends.\n';

function start(words: readonly string[], cwd: string): Watching {
  const child = spawn(process.execPath, ['--import', typescript, entry, ...words], { cwd });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let written = '';
  let wake: () => void = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      written += text;
      wake();
    });
  }
  return {
    child,
    async round() {
      while (!written.includes(ready)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const end = written.indexOf(ready) + ready.length;
      const round = written.slice(0, end);
      written = written.slice(end);
      return round;
    },
  };
}

const table = `use acme.words

scenarios "Calls" for contact under test.law {
  now 2026-03-02T12:00:00Z
  given customer: { time-zone: "UTC", consented: no }
  rows from "calls.csv"
}
`;

describe('privacy test --watch', { timeout: 60_000 }, () => {
  test('runs again when a source, a table of rows, or the project file changes', async () => {
    const folder = createFolder({
      ...project,
      'policies/tests.privacy': table,
      'policies/calls.csv': 'channel,expect\nlive-call,forbidden\n',
    });
    const watching = start(['test', '--watch'], folder.path);
    expect(await watching.round()).toContain('3 tests, all passed.');
    folder.write('policies/calls.csv', 'channel,expect\nlive-call,permitted\n');
    expect(await watching.round()).toContain('3 tests, 1 failed.');
    folder.write('policies/calls.csv', 'channel,expect\nlive-call,forbidden\nemail,permitted\n');
    expect(await watching.round()).toContain('4 tests, all passed.');
    folder.write('policies/law.privacy', law.replace('is voice\n', 'is voise\n'));
    expect(await watching.round()).toContain('[name/unknown-term]');
    folder.write('policies/law.privacy', law);
    expect(await watching.round()).toContain('4 tests, all passed.');
    folder.write('privacy.json', '{ "sources": ["policies/*.privacy"], "zone": "Nowhere" }');
    expect(await watching.round()).toContain('[name/unknown-zone]');
  });

  test('notices new files in new folders, and files that go away', async () => {
    const folder = createFolder(project);
    const watching = start(['test', '--watch'], folder.path);
    expect(await watching.round()).toContain('2 tests, all passed.');
    mkdirSync(join(folder.path, 'policies/more'));
    await watching.round();
    const more =
      'use acme.words\ntest "More" { now 2026-03-02T12:00:00Z contact { channel: email } expect permitted }\n';
    folder.write('policies/more/tests.privacy', more);
    expect(await watching.round()).toContain('3 tests, all passed.');
    rmSync(join(folder.path, 'policies/more'), { recursive: true });
    let last = await watching.round();
    while (last.includes('3 tests')) last = await watching.round();
    expect(last).toContain('2 tests, all passed.');
  });

  test('ends as the shell expects when it is interrupted', async () => {
    const folder = createFolder(project);
    const watching = start(['test', '--watch'], folder.path);
    await watching.round();
    watching.child.kill('SIGINT');
    const [code] = await once(watching.child, 'close');
    expect(code).toBe(130);
  });
});

describe('privacy check --watch', { timeout: 60_000 }, () => {
  test('checks again after each change', async () => {
    const folder = createFolder(project);
    const watching = start(['check', '--watch'], folder.path);
    expect(await watching.round()).toContain('no mistakes found');
    folder.write('policies/law.privacy', law.replace('is voice\n', 'is voise\n'));
    expect(await watching.round()).toContain('[name/unknown-term]');
  });

  test('does not watch standard input, or files that it changes itself', async () => {
    const { path } = createFolder(project);
    const input = await run(['check', '--watch', '-'], { cwd: path, stdin: '' });
    expect([input.code, input.stderr]).toEqual([2, expect.stringContaining('cannot be watched')]);
    const fixing = await run(['check', '--watch', '--fix'], { cwd: path });
    expect([fixing.code, fixing.stderr]).toEqual([2, expect.stringContaining('give one of the two')]);
  });
});
