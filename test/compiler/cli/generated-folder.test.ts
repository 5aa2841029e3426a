import { mkdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  compareFolder,
  manifestName,
  updateFolder,
} from '../../../packages/compiler/src/cli/generated-folder.ts';
import { createFolder } from './run.ts';

const files = [
  { path: 'index.ts', text: 'export {};\n' },
  { path: 'runtime/dates.ts', text: 'one\n' },
];

describe('a folder of generated files', () => {
  test('is written once, and a second time only where something changed', async () => {
    const folder = createFolder();
    expect(await updateFolder(folder.path, files)).toMatchObject({
      written: ['index.ts', 'runtime/dates.ts'],
      unchanged: [],
    });
    const before = age(folder.path);
    const changed = [files[0], { path: 'runtime/dates.ts', text: 'two\n' }].filter(
      (file) => file !== undefined,
    );
    expect(await updateFolder(folder.path, changed)).toMatchObject({
      written: ['runtime/dates.ts'],
      unchanged: ['index.ts'],
    });
    expect(folder.read('runtime/dates.ts')).toBe('two\n');
    expect(statSync(join(folder.path, 'index.ts')).mtimeMs).toBe(before);
    expect(folder.list()).toEqual([manifestName, 'index.ts', 'runtime/dates.ts']);
  });

  test('loses what is no longer generated, with folders that are empty then, and nothing else', async () => {
    const folder = createFolder({ 'notes.md': 'mine', 'other/own.ts': 'mine' });
    await updateFolder(folder.path, [
      ...files,
      { path: 'old/deep/gone.ts', text: '' },
      { path: 'other/gone.ts', text: '' },
    ]);
    expect(await updateFolder(folder.path, files)).toMatchObject({
      removed: ['old/deep/gone.ts', 'other/gone.ts'],
    });
    expect(folder.list()).toEqual([manifestName, 'index.ts', 'notes.md', 'other/own.ts', 'runtime/dates.ts']);
    expect(() => statSync(join(folder.path, 'old'))).toThrow();
  });

  test('never overwrites a file that no build wrote, and then writes nothing', async () => {
    const folder = createFolder({ 'index.ts': 'mine' });
    const { failures } = await updateFolder(folder.path, files);
    expect(failures.map(({ reason }) => reason)).toEqual([
      'stands in the way: privacy build did not write it',
    ]);
    expect(folder.list()).toEqual(['index.ts']);
    expect(folder.read('index.ts')).toBe('mine');
  });

  test('takes over a file that is already what would be written', async () => {
    const folder = createFolder({ 'index.ts': 'export {};\n' });
    expect(await updateFolder(folder.path, files)).toMatchObject({ unchanged: ['index.ts'], failures: [] });
  });

  test('restores generated files that were changed by hand', async () => {
    const folder = createFolder();
    await updateFolder(folder.path, files);
    folder.write('index.ts', 'changed');
    expect(await updateFolder(folder.path, files)).toMatchObject({ written: ['index.ts'], failures: [] });
    expect(folder.read('index.ts')).toBe('export {};\n');
  });

  test.each([
    ['leads out of the folder', '{"files":["../outside.txt","/etc/hostname","a/../../outside.txt",".",""]}'],
    ['is damaged', '{"files":'],
    ['is something else', '[1,2]'],
    ['holds other things', '{"files":[1,null,{}]}'],
  ])('removes nothing where its list %s', async (_, manifest) => {
    const folder = createFolder({ 'outside.txt': 'mine' });
    mkdirSync(join(folder.path, 'out'));
    folder.write(`out/${manifestName}`, manifest);
    expect(await updateFolder(join(folder.path, 'out'), files)).toMatchObject({ removed: [], failures: [] });
    expect(folder.read('outside.txt')).toBe('mine');
  });

  test('can be compared without being changed', async () => {
    const folder = createFolder();
    expect(await compareFolder(folder.path, files)).toMatchObject({
      written: ['index.ts', 'runtime/dates.ts'],
    });
    expect(folder.list()).toEqual([]);
    await updateFolder(folder.path, files);
    expect(await compareFolder(folder.path, files)).toMatchObject({ written: [], removed: [] });
    expect(await compareFolder(folder.path, files.slice(0, 1))).toMatchObject({
      removed: ['runtime/dates.ts'],
    });
  });

  test('has the same list for the same files in any order', async () => {
    const [one, two] = [createFolder(), createFolder()];
    await updateFolder(one.path, files);
    await updateFolder(two.path, [...files].reverse());
    expect(one.read(manifestName)).toBe(two.read(manifestName));
  });
});

/** Makes a file old, so that writing it again would show. */
function age(folder: string): number {
  utimesSync(join(folder, 'index.ts'), 1000, 1000);
  return statSync(join(folder, 'index.ts')).mtimeMs;
}
