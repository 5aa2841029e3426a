import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project } from './sample-project.ts';

const untidy = law.replace('    forbid contact\n', '        forbid    contact\n');

describe('privacy format', () => {
  test('lays out the files of the project and names those that it changed', async () => {
    const folder = createFolder({ ...project, 'policies/law.privacy': untidy });
    const first = await run(['format'], { cwd: folder.path });
    expect(first).toEqual({ code: 0, stdout: 'policies/law.privacy\n', stderr: '1 of 2 files changed.\n' });
    expect(folder.read('policies/law.privacy')).toBe(law);
    expect(await run(['format'], { cwd: folder.path })).toMatchObject({ code: 0, stdout: '' });
  });

  test('changes nothing with --check, and fails where something would change', async () => {
    const folder = createFolder({ ...project, 'policies/law.privacy': untidy });
    const { code, stdout } = await run(['format', '--check'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, 'policies/law.privacy\n']);
    expect(folder.read('policies/law.privacy')).toBe(untidy);
    expect((await run(['format', '--check', 'policies/words.privacy'], { cwd: folder.path })).code).toBe(0);
  });

  test('lays out standard input to standard output', async () => {
    expect(await run(['format', '-'], { stdin: untidy })).toEqual({ code: 0, stdout: law, stderr: '' });
    expect(await run(['format', '--check', '-'], { stdin: untidy })).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    });
    expect(await run(['format', '--check', '-'], { stdin: law })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('leaves a file alone whose syntax has mistakes, and reports them', async () => {
    const damaged = untidy.replace(
      'policy test.law "Law of the test" {',
      'policy test.law "Law of the test" { {',
    );
    const folder = createFolder({ ...project, 'policies/law.privacy': damaged });
    const { code, stderr } = await run(['format'], { cwd: folder.path });
    expect(code).toBe(1);
    expect(stderr).toContain('[syntax/');
    expect(folder.read('policies/law.privacy')).toBe(damaged);
    expect(await run(['format', '-'], { stdin: damaged })).toMatchObject({ code: 1, stdout: '' });
  });

  test('refuses standard input beside other paths, and files that are not there', async () => {
    expect((await run(['format', '-', 'a.privacy'])).code).toBe(2);
    expect((await run(['format', 'gone.privacy'])).code).toBe(2);
  });
});
