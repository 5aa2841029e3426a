import { describe, expect, test } from 'vitest';
import { createFolder, run } from '../run.ts';
import { law, project } from '../sample-project.ts';

describe('privacy test --mutate', () => {
  test('lists the changes that no test notices, each with a case that would', async () => {
    const { path } = createFolder(project);
    const { code, stdout, stderr } = await run(['test', '--mutate'], { cwd: path });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'Changes     all  noticed  missed  unreached  alike   score',
      expect.stringMatching(/^test\.law +\d+ +\d+ +\d+ +\d+ +\d+ +\d+\.\d %$/),
      expect.stringMatching(/^Everything /),
      '',
      'No test notices',
    ]);
    expect(stdout).toContain(`policies/law.privacy
`);
    expect(stdout).toContain(`    24 time in customer.time-zone is not between 08:00 and 21:00 — with 21:01
       instead of 21:00
       A test like "A call without consent is forbidden", but with now
       2026-03-02T21:01:00Z`);
    expect(stdout).toMatch(/\n\d+ changes, \d+\.\d % of those that make a difference are noticed\./);
  });

  test('writes JSON and workflow commands', async () => {
    const { path } = createFolder(project);
    const json = await run(['test', '--mutate', '--format', 'json'], { cwd: path });
    const document = JSON.parse(json.stdout);
    const { noticed, missed, unreached, alike } = document.summary;
    expect(document.changes).toHaveLength(noticed + missed + unreached + alike);
    expect(document.changes[0]).toMatchObject({ file: 'policies/law.privacy', line: 6, kind: 'default' });
    const github = await run(['test', '--mutate', '--format', 'github'], { cwd: path });
    expect(github.stdout.split('\n').filter((line) => line !== '')).toHaveLength(missed);
    expect(github.stdout).toMatch(/^::warning file=policies\/law\.privacy,line=/);
  });

  test('fails where fewer changes are noticed than wanted', async () => {
    const { path } = createFolder(project);
    const { code, stderr } = await run(['test', '--mutate', '--mutate-threshold', '99'], { cwd: path });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: \d+\.\d % of the changes are noticed, and at least 99 % are wanted\.\n$/);
  });

  test('tries as many changes as it is told', async () => {
    const { path } = createFolder(project);
    const { stdout } = await run(['test', '--mutate', '--mutate-limit', '5', '--format', 'json'], {
      cwd: path,
    });
    expect(JSON.parse(stdout).changes).toHaveLength(5);
  });

  test('starts from tests that pass', async () => {
    const failing = law.replace('expect permitted owing offer-opt-out', 'expect forbidden');
    const { path } = createFolder({ ...project, 'policies/law.privacy': failing });
    const { code, stdout, stderr } = await run(['test', '--mutate'], { cwd: path });
    expect([code, stderr]).toEqual([
      1,
      'error: "--mutate" starts from tests that pass: mend the tests first.\n',
    ]);
    expect(stdout).toContain('2 tests, 1 failed.');
  });

  test('says which options do not go with it', async () => {
    const { path } = createFolder(project);
    for (const [words, problem] of [
      [['--generate'], 'Give one of "--mutate" and "--generate"'],
      [['--coverage'], 'leave out "--coverage"'],
      [['--format', 'junit'], '"--mutate" writes terminal, json, github, and not junit'],
    ] as const) {
      const { code, stderr } = await run(['test', '--mutate', ...words], { cwd: path });
      expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
    }
  });
});
