import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { planFixes } from '../../../packages/compiler/src/cli/fix-program.ts';
import { openProgram } from '../../../packages/compiler/src/cli/open-program.ts';
import { selectSources } from '../../../packages/compiler/src/cli/select-sources.ts';
import { createFolder, createIo, run } from './run.ts';
import { law, project, words } from './sample-project.ts';

const aliased = words.replace('live-call, ', '\n    live-call "Call" also "phone"\n    ');
const guessed = law.replaceAll('channel is voice', 'channel is phone');
const mended = law.replaceAll('channel is voice', 'channel is live-call');
const misspelt = law.replace('channel is voice\n', 'channel is voise\n');

const guesses = { ...project, 'policies/words.privacy': aliased, 'policies/law.privacy': guessed };

describe('privacy fix', { timeout: 60_000 }, () => {
  test('makes every change that is certainly meant, and says where and which', async () => {
    const folder = createFolder(guesses);
    expect(await run(['fix'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: [
        'policies/law.privacy',
        '  line 10: write "live-call"  [name/alias]',
        '  line 24: write "live-call"  [name/alias]',
        '',
        'Mended 2 mistakes in 1 file.',
        '',
      ].join('\n'),
      stderr: '',
    });
    expect(folder.read('policies/law.privacy')).toBe(mended);
    expect(await run(['fix'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: 'Nothing to mend.\n',
      stderr: '',
    });
  });

  test('changes only the files that it was asked about, and nothing else in them', async () => {
    const untidy = guessed.replace('    forbid contact\n', '        forbid    contact\n');
    const folder = createFolder({ ...guesses, 'policies/law.privacy': untidy });
    expect((await run(['fix', 'policies/words.privacy'], { cwd: folder.path })).code).toBe(0);
    expect(folder.read('policies/law.privacy')).toBe(untidy);
    await run(['fix', 'policies/law.privacy'], { cwd: folder.path });
    expect(folder.read('policies/law.privacy')).toContain('        forbid    contact\n');
  });

  test('makes fixes that only appear once others are made', async () => {
    const nested = guessed
      .replace('rule calls', 'rule calls.')
      .replace('channel is email', 'channel = email');
    const folder = createFolder({ ...guesses, 'policies/law.privacy': nested });
    await run(['fix'], { cwd: folder.path });
    expect(await run(['fix', '--dry-run'], { cwd: folder.path })).toMatchObject({ stdout: '' });
  });

  test('fails where mistakes remain, and says how many can be decided', async () => {
    const folder = createFolder({ ...guesses, 'policies/law.privacy': misspelt });
    const { code, stdout } = await run(['fix'], { cwd: folder.path });
    expect([code, stdout]).toEqual([
      1,
      'Nothing to mend.\nStill there: 1 error in 1 file. Of these, one has a fix that needs a look: privacy fix --review.\n',
    ]);
    expect(folder.read('policies/law.privacy')).toBe(misspelt);
  });

  test('mends standard input to standard output', async () => {
    const { path } = createFolder(guesses);
    const result = await run(['fix', '-'], { cwd: path, stdin: guessed });
    expect(result).toMatchObject({ code: 0, stdout: mended });
    expect(result.stderr).toContain('Mended 2 mistakes in 1 file.\n');
    expect((await run(['fix', '-'], { cwd: path, stdin: law })).stdout).toBe(law);
    expect((await run(['fix', '-', 'policies'], { cwd: path })).code).toBe(2);
  });

  test.each([
    ['a path that leads nowhere', ['gone.privacy'], 'gone.privacy does not exist'],
    [
      'a message that does not exist',
      ['--apply', 'name/unknwon'],
      'There is no message "name/unknwon"; do you mean "name/unknown"',
    ],
  ])('ends with code 2 for %s', async (_, words_, message) => {
    const { path } = createFolder(project);
    const { code, stderr } = await run(['fix', ...words_], { cwd: path });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('privacy fix --dry-run', { timeout: 60_000 }, () => {
  test('changes nothing, and fails where something would change', async () => {
    const folder = createFolder(guesses);
    const { code, stdout, stderr } = await run(['fix', '--dry-run'], { cwd: folder.path });
    expect([code, stderr]).toEqual([1, 'Would mend 2 mistakes in 1 file.\n']);
    expect(stdout).toContain('-    when channel is phone\n+    when channel is live-call\n');
    expect(folder.read('policies/law.privacy')).toBe(guessed);
    folder.write('policies/law.privacy', law);
    expect(await run(['fix', '--dry-run'], { cwd: folder.path })).toMatchObject({ code: 0, stdout: '' });
  });

  test('shows a difference that git can apply', async () => {
    const folder = createFolder(guesses);
    const { stdout } = await run(['fix', '--dry-run'], { cwd: folder.path });
    expect(spawnSync('git', ['apply', '-'], { cwd: folder.path, input: stdout }).status).toBe(0);
    expect(folder.read('policies/law.privacy')).toBe(mended);
  });

  test('lets no file act on the terminal', async () => {
    const hostile = guessed
      .replace('// ', '')
      .replace('"Calls need consent"', '"Calls \u202Eneed" // \u001B[2J');
    const { path } = createFolder({ ...guesses, 'policies/law.privacy': hostile });
    const { stdout } = await run(['fix', '--dry-run'], { cwd: path, terminal: 80, env: { NO_COLOR: '1' } });
    expect(stdout).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  });
});

describe('privacy fix --review', { timeout: 60_000 }, () => {
  test('lists the fixes that need a look, with the lines that they change', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': misspelt });
    const { stdout } = await run(['fix', '--review'], { cwd: path });
    expect(stdout.split('\n')).toEqual([
      'policies/law.privacy:10:21: "voise" is not a term of Channel  [name/unknown-term]',
      '  fix: write "voice"',
      '    - when channel is voise',
      '    + when channel is voice',
      '',
      'Nothing to mend.',
      'Still there: 1 error in 1 file.',
      '',
    ]);
  });

  test('makes those of the messages that the author names', async () => {
    const folder = createFolder({ ...project, 'policies/law.privacy': misspelt });
    const { code, stdout } = await run(['fix', '--apply', 'unknown-term', 'policies/law.privacy'], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('line 10: write "voice"  [name/unknown-term]');
    expect(folder.read('policies/law.privacy')).toBe(law);
  });
});

describe('fixes that would do harm', { timeout: 60_000 }, () => {
  test('are left out, and the others are made', async () => {
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': misspelt.replaceAll('"art. 4"', '"art. four"'),
    });
    const io = createIo({ cwd: path });
    const sources = await selectSources({ io, words: [], program: 'project' });
    const opened = await openProgram({ io, sources });
    const plan = await planFixes({
      io,
      sources,
      opened,
      // One message, whose fix breaks the file; the other rules of the file stay as they are.
      choose: ({ fixes }) => {
        const fix = fixes[0];
        return fix === undefined
          ? undefined
          : { ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: 'voise and voiec' })) };
      },
    });
    expect([plan.made, plan.texts.size]).toEqual([[], 0]);
    expect(plan.undone.map(({ diagnostic }) => diagnostic.code)).toEqual(['name/unknown-term']);
  });

  test('do not hold back those that do none', async () => {
    const twice = misspelt.replace('channel is voice and', 'channel is voise and');
    const { path } = createFolder({ ...project, 'policies/law.privacy': twice });
    const io = createIo({ cwd: path });
    const sources = await selectSources({ io, words: [], program: 'project' });
    const opened = await openProgram({ io, sources });
    const plan = await planFixes({
      io,
      sources,
      opened,
      choose: ({ fixes, place }) => {
        const fix = fixes[0];
        if (fix === undefined || place.from.line > 10) return fix;
        return {
          ...fix,
          edits: fix.edits.map((edit) => ({
            ...edit,
            newText: 'voise and channel is voiec and channel is vioce',
          })),
        };
      },
    });
    expect(plan.texts.get('policies/law.privacy')).toBe(misspelt);
    expect([plan.made.length, plan.undone.length]).toEqual([1, 1]);
  });
});
