import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project } from './sample-project.ts';

describe('privacy docs', { timeout: 60_000 }, () => {
  test('writes the register of the project as one page, and says what is in it', async () => {
    const folder = createFolder(project);
    expect(await run(['docs', '--title', 'Rules of Acme'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: 'docs/register/index.html: 4 rules in 1 policy.\n',
      stderr: '',
    });
    expect(folder.list().filter((path) => path.startsWith('docs/'))).toEqual(['docs/register/index.html']);
    const page = folder.read('docs/register/index.html');
    expect(page).toContain('<title>Rules of Acme</title>');
    expect(page).toContain('Calls need consent');
    expect(page).toContain('policies/law.privacy:3');
  });

  test('writes where it is asked to, and the same a second time', async () => {
    const folder = createFolder(project);
    await run(['docs', '--out', 'public'], { cwd: folder.path });
    const page = folder.read('public/index.html');
    const again = await run(['docs', '--out', 'public'], { cwd: folder.path });
    expect(again.stdout).toBe('public/index.html: 4 rules in 1 policy, as before.\n');
    expect(folder.read('public/index.html')).toBe(page);
    const other = createFolder(project);
    await run(['docs', '--out', 'elsewhere/deep'], { cwd: other.path });
    expect(other.read('elsewhere/deep/index.html')).toBe(page);
  });

  test('puts style and script beside the page, and takes them away again', async () => {
    const folder = createFolder(project);
    const files = (): readonly string[] => folder.list().filter((path) => path.startsWith('docs/'));
    await run(['docs', '--separate-files'], { cwd: folder.path });
    expect(files()).toEqual([
      'docs/register/index.html',
      'docs/register/register.css',
      'docs/register/register.js',
    ]);
    await run(['docs'], { cwd: folder.path });
    expect(files()).toEqual(['docs/register/index.html']);
  });

  test('changes nothing with --check, and fails where the register is not up to date', async () => {
    const folder = createFolder(project);
    const check = () => run(['docs', '--check'], { cwd: folder.path });
    expect(await check()).toMatchObject({ code: 1, stdout: 'docs/register/index.html is not up to date.\n' });
    expect(folder.list()).toEqual(Object.keys(project).sort());
    await run(['docs'], { cwd: folder.path });
    expect(await check()).toMatchObject({ code: 0, stdout: 'docs/register/index.html is up to date.\n' });
    folder.write('policies/law.privacy', law.replace('Calls need consent', 'Calls need a yes'));
    expect((await check()).code).toBe(1);
  });

  test('touches no file that is not its own', async () => {
    const folder = createFolder({ ...project, 'docs/register/index.html': '<title>mine</title>' });
    const { code, stderr } = await run(['docs'], { cwd: folder.path });
    expect([code, stderr]).toEqual([
      2,
      'error: docs/register/index.html stands in the way: privacy docs did not write it.\n',
    ]);
    expect(folder.read('docs/register/index.html')).toBe('<title>mine</title>');
    const beside = createFolder({ ...project, 'docs/register/register.css': 'body {}' });
    expect((await run(['docs'], { cwd: beside.path })).code).toBe(0);
    expect(beside.read('docs/register/register.css')).toBe('body {}');
  });

  test('says which tests fail, and shows them', async () => {
    const folder = createFolder({
      ...project,
      'policies/law.privacy': law.replace('expect permitted', 'expect forbidden'),
    });
    const { code, stdout } = await run(['docs'], { cwd: folder.path });
    expect([code, stdout]).toEqual([0, 'docs/register/index.html: 4 rules in 1 policy, 1 test failed.\n']);
    expect(folder.read('docs/register/index.html')).toContain('<dt>test failed</dt>');
  });

  test('makes no register of policies with mistakes, nor of standard input', async () => {
    const folder = createFolder({
      ...project,
      'policies/law.privacy': law.replace('is voice\n', 'is voise\n'),
    });
    const { code, stderr } = await run(['docs'], { cwd: folder.path });
    expect(code).toBe(1);
    expect(stderr).toContain('[name/unknown-term]');
    expect(folder.list()).toEqual(Object.keys(project).sort());
    expect((await run(['docs', '-'], { cwd: folder.path })).code).toBe(2);
  });
});
