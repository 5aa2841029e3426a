import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project } from './sample-project.ts';

describe('privacy build', () => {
  test('writes the folder that the project names, and a second time nothing', async () => {
    const folder = createFolder(project);
    const first = await run(['build'], { cwd: folder.path });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^generated: \d+ written, 0 removed, 0 unchanged\.\n$/);
    const files = folder.list().filter((path) => path.startsWith('generated/'));
    expect(files).toContain('generated/index.ts');
    expect((await run(['build'], { cwd: `${folder.path}/policies` })).stdout).toMatch(
      /^\.\.\/generated: 0 written, 0 removed, \d+ unchanged\.\n$/,
    );
    expect(folder.list().filter((path) => path.startsWith('generated/'))).toEqual(files);
  });

  test('writes code that decides as the policies do', async () => {
    const folder = createFolder(project);
    await run(['build', '--out', 'src/policies'], { cwd: folder.path });
    const { contact } = await import(join(folder.path, 'src/policies/index.ts'));
    const now = '2026-03-02T12:00:00Z';
    expect(contact.decide({ customer: {}, channel: 'email' }, { now }).outcome).toBe('permitted');
    const call = { customer: { consented: false, timeZone: 'UTC' }, channel: 'live-call' };
    expect(contact.decide(call, { now }).outcome).toBe('forbidden');
  });

  test('states the version and writes imports as the project wants them', async () => {
    const settings =
      '{ "sources": ["policies"], "out": "generated", "version": "1.4.0", "importExtension": ".js" }';
    const folder = createFolder({ ...project, 'privacy.json': settings });
    expect((await run(['build'], { cwd: folder.path })).code).toBe(0);
    const index = folder.read('generated/index.ts');
    expect(index).toContain('1.4.0');
    expect(index).not.toMatch(/from '[^']*\.ts'/);
  });

  test('leads source maps back to the policies', async () => {
    const folder = createFolder(project);
    await run(['build', '--out', 'src/deep/policies'], { cwd: folder.path });
    const maps = folder.list().filter((path) => path.endsWith('.map'));
    const sources = maps.flatMap((path) =>
      JSON.parse(folder.read(path)).sources.map((source: string) => join(path, '..', source)),
    );
    expect(new Set(sources)).toEqual(new Set(['policies/law.privacy']));
  });

  test('changes nothing with --check, and fails where the folder is not up to date', async () => {
    const folder = createFolder(project);
    expect((await run(['build', '--check'], { cwd: folder.path })).code).toBe(1);
    expect(folder.list()).toEqual(Object.keys(project).sort());
    await run(['build'], { cwd: folder.path });
    expect(await run(['build', '--check'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: 'generated is up to date.\n',
      stderr: '',
    });
    folder.write('generated/index.ts', 'changed');
    const { code, stdout } = await run(['build', '--check'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, 'generated/index.ts is not up to date.\n']);
  });

  test('compiles no policies that have mistakes, and leaves what was built before', async () => {
    const folder = createFolder(project);
    await run(['build'], { cwd: folder.path });
    const before = folder.read('generated/index.ts');
    folder.write('policies/law.privacy', law.replace('is voice\n', 'is voise\n'));
    const { code, stdout, stderr } = await run(['build'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[name/unknown-term]');
    expect(folder.read('generated/index.ts')).toBe(before);
  });

  test('ends with code 2 where it does not know where to write, or may not', async () => {
    const bare = createFolder({ ...project, 'privacy.json': '{}' });
    expect((await run(['build'], { cwd: bare.path })).stderr).toContain('Say where to write');
    const taken = createFolder({ ...project, 'generated/index.ts': 'mine' });
    const { code, stderr } = await run(['build'], { cwd: taken.path });
    expect(code).toBe(2);
    expect(stderr).toContain('generated/index.ts stands in the way');
    expect((await run(['build', '-'], { cwd: taken.path })).code).toBe(2);
  });
});
