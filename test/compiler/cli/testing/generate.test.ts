import { describe, expect, test } from 'vitest';
import { createFolder, run } from '../run.ts';
import { law, project } from '../sample-project.ts';

describe('privacy test --generate', () => {
  test('prints tests that can be pasted: they pass, and the coverage rises to all', async () => {
    const folder = createFolder(project);
    const { code, stdout, stderr } = await run(['test', '--generate'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^\d+ cases for 11 of 11 outcomes and boundaries that no test comes across\.\nLook at every answer/,
    );
    expect(stdout.startsWith('// For policies/law.privacy\n\n// check: ')).toBe(true);
    folder.write('policies/law.privacy', `${law}\n${stdout}`);
    const words = ['test', '--coverage-threshold', '100'];
    expect(await run(words, { cwd: folder.path })).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['format', '--check'], { cwd: folder.path })).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['test', '--generate'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'The tests come across everything: there is nothing to propose.\n',
    });
  });

  test('writes JSON', async () => {
    const { path } = createFolder(project);
    const { stdout } = await run(['test', '--generate', '--format', 'json'], { cwd: path });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      summary: { open: 11, unreached: 0 },
      tables: [{ file: 'policies/law.privacy', policy: 'test.law' }, {}],
      unreached: [],
    });
  });
});
