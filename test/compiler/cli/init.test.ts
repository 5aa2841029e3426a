import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';

describe('privacy init', { timeout: 60_000 }, () => {
  test('starts a project that is free of mistakes, laid out in the common form, and whose tests pass', async () => {
    const { path } = createFolder();
    const { code, stdout } = await run(['init', 'my policies'], { cwd: path });
    expect(code).toBe(0);
    expect(stdout).toContain('my policies/privacy.json\n');
    const options = { cwd: `${path}/my policies` };
    expect(await run(['check', '--strict'], options)).toEqual({
      code: 0,
      stdout: '2 files checked, no mistakes found.\n',
      stderr: '',
    });
    expect(await run(['test'], options)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['format', '--check'], options)).toMatchObject({ code: 0, stdout: '' });
  });

  test('starts it in the folder that you are in, among files of yours', async () => {
    const folder = createFolder({ 'readme.md': 'mine' });
    expect((await run(['init'], { cwd: folder.path })).code).toBe(0);
    expect(folder.list()).toEqual([
      'policies/house-rules.privacy',
      'policies/uk-pecr.privacy',
      'privacy.json',
      'readme.md',
    ]);
  });

  test('writes nothing where one of its files is there already', async () => {
    const folder = createFolder({ 'policies/uk-pecr.privacy': 'mine' });
    const { code, stderr } = await run(['init'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('policies/uk-pecr.privacy exists already; nothing was written');
    expect(folder.list()).toEqual(['policies/uk-pecr.privacy']);
  });

  test('says why a folder cannot be made', async () => {
    const { path } = createFolder({ file: 'mine' });
    const { code, stderr } = await run(['init', 'file/project'], { cwd: path });
    expect(code).toBe(2);
    expect(stderr).toContain('file/project/privacy.json');
  });
});
