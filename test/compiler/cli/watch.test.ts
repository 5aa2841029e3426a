import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project, words } from './sample-project.ts';

const root = new URL('../../../', import.meta.url);
const entry = fileURLToPath(new URL('packages/compiler/src/cli/main.ts', root));
const typescript = new URL('scripts/typescript.mjs', root).href;

interface Watching {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with what was written since the last time, once a round is over. */
  round(): Promise<string>;
}

const ready = /Watching for changes\. Ctrl\+C ends\.\n/;

function start(words: readonly string[], cwd: string, end: RegExp = ready): Watching {
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
      let found = end.exec(written);
      for (; found === null; found = end.exec(written)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const length = found.index + found[0].length;
      const round = written.slice(0, length);
      written = written.slice(length);
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

describe('privacy build --watch', { timeout: 60_000 }, () => {
  const line = /^\d\d:\d\d:\d\d .* \(\d+\.\d\d s\)\.\n/m;
  const settings = { sources: ['policies/*.privacy'], out: 'generated', zone: 'UTC' };
  const files = { ...project, 'privacy.json': JSON.stringify(settings) };

  /** When each generated file was written. */
  function writtenAt(folder: string): ReadonlyMap<string, number> {
    const below = join(folder, 'generated');
    const names = readdirSync(below, { recursive: true, encoding: 'utf8' });
    return new Map(names.map((name) => [name, statSync(join(below, name)).mtimeMs]));
  }

  test('builds again after each change, and writes only the files whose text is another', async () => {
    const folder = createFolder(files);
    const watching = start(['build', '--watch'], folder.path, line);
    expect(await watching.round()).toMatch(/generated: \d+ written, 0 removed, 0 unchanged/);
    const before = writtenAt(folder.path);
    folder.write('policies/law.privacy', law.replace('08:00 and 21:00', '09:00 and 20:00'));
    expect(await watching.round()).toMatch(/generated: [1-9] written, 0 removed, \d{2,} unchanged/);
    const after = writtenAt(folder.path);
    const changed = [...after].filter(([name, time]) => before.get(name) !== time).map(([name]) => name);
    expect(changed.some((name) => /policies.test\.law\.ts$/.test(name))).toBe(true);
    expect(changed.filter((name) => /runtime|vocabulary|facts/.test(name))).toEqual([]);
  });

  test('reacts to project files and tables, and forgets what is no longer generated', async () => {
    const folder = createFolder({
      ...files,
      'policies/tests.privacy': table,
      'policies/calls.csv': 'channel,expect\nemail,permitted\n',
    });
    const watching = start(['build', '--watch'], folder.path, line);
    await watching.round();
    folder.write('privacy.json', JSON.stringify({ ...settings, version: '2.0.0' }));
    expect(await watching.round()).toMatch(/generated: [1-9] written/);
    expect(folder.read('generated/index.ts')).toContain("'2.0.0'");
    folder.write('policies/calls.csv', 'chanel,expect\nemail,permitted\n');
    expect(await watching.round()).toContain('chanel');
    folder.write('policies/calls.csv', 'channel,expect\nemail,permitted\n');
    expect(await watching.round()).toMatch(/generated: \d+ written/);
    folder.write('privacy.json', JSON.stringify({ ...settings, out: 'elsewhere' }));
    expect(await watching.round()).toMatch(/elsewhere: \d{2,} written/);
  });

  test('survives mistakes of all kinds, leaves the folder as it is, and recovers', async () => {
    const folder = createFolder(files);
    const watching = start(['build', '--watch'], folder.path, line);
    await watching.round();
    const before = writtenAt(folder.path);
    folder.write('policies/law.privacy', law.replace('is voice\n', 'is voise\n'));
    expect(await watching.round()).toMatch(/\[name\/unknown-term\](?:.|\n)*Not built \(/);
    folder.write('policies/law.privacy', law);
    expect(await watching.round()).toMatch(/generated: 0 written/);
    folder.write('privacy.json', '{');
    expect(await watching.round()).toContain('Not built');
    rmSync(join(folder.path, 'policies/law.privacy'));
    rmSync(join(folder.path, 'policies/words.privacy'));
    folder.write('privacy.json', JSON.stringify(settings));
    let last = await watching.round();
    while (!last.includes('match no files')) last = await watching.round();
    expect(writtenAt(folder.path)).toEqual(before);
    folder.write('policies/words.privacy', words);
    folder.write('policies/law.privacy', law);
    while (last.includes('Not built')) last = await watching.round();
    expect(last).toMatch(/generated: \d+ written/);
  });

  test('does not go with --check', async () => {
    const { path } = createFolder(files);
    const { code, stderr } = await run(['build', '--watch', '--check'], { cwd: path });
    expect([code, stderr]).toEqual([2, expect.stringContaining('give one of the two')]);
  });
});
