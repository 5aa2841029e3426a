import { describe, expect, test } from 'vitest';
import { createDiagnosticLocator } from '../../../packages/compiler/src/diagnostics/index.ts';
import type { Host, LoadedProgram } from '../../../packages/compiler/src/program/index.ts';
import { createMemoryHost, loadProgram } from '../../../packages/compiler/src/program/index.ts';

const library = {
  'std/crm.privacy': 'module std.crm\nuse std.channels\nuse std.places\n',
  'std/channels.privacy': 'module std.channels\n',
  'std/places.privacy': 'module std.places\nuse std.crm\n',
  'std/storage.privacy': 'module std.storage\n',
};

describe('a program', () => {
  test('has its files and the library modules that they use, also by way of others, and no more', async () => {
    const loaded = await load({ 'b.privacy': 'use std.crm\n', 'a.privacy': 'use std.channels\n' });
    expect(pathsOf(loaded)).toEqual([
      'a.privacy',
      'b.privacy',
      'library:std/channels.privacy',
      'library:std/crm.privacy',
      'library:std/places.privacy',
    ]);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.failures).toEqual([]);
  });

  test('loads nothing of the library where nothing is used', async () => {
    expect(pathsOf(await load({ 'a.privacy': 'policy a {\n}\n' }))).toEqual(['a.privacy']);
  });

  test('takes in further files of the project only where their module is used', async () => {
    const files = {
      'a.privacy': 'use acme.words\n',
      'words.privacy': 'module acme.words\nuse acme.more\n',
      'more.privacy': 'module acme.more\n',
      'more-too.privacy': 'module acme.more\n',
      'unused.privacy': 'module acme.unused\nuse std.crm\n',
    };
    const loaded = await loadProgram({
      host: createMemoryHost(files, library),
      paths: ['a.privacy'],
      modulePaths: Object.keys(files),
    });
    expect(pathsOf(loaded)).toEqual(['a.privacy', 'more-too.privacy', 'more.privacy', 'words.privacy']);
  });

  test('is told which module does not exist, once for each file, with near names of modules', async () => {
    const loaded = await load({
      'a.privacy': 'use std.crmm\n',
      'b.privacy': '\nuse std.crmm\nuse acme.none\n',
    });
    expect(messagesOf(loaded)).toEqual([
      'a.privacy:1:5 name/unknown-module Do you mean "std.crm"?',
      'b.privacy:2:5 name/unknown-module Do you mean "std.crm"?',
      'b.privacy:3:5 name/unknown-module Check the spelling, add a file that begins with "module acme.none" to the sources, or name the pack that has it in privacy.json.',
    ]);
  });

  test('is told where a file of the project takes the name of a library module', async () => {
    const loaded = await load({ 'a.privacy': 'module std.crm\n', 'b.privacy': 'use std.crm\n' });
    expect(messagesOf(loaded)[0]).toMatch(/^a\.privacy:1:8 name\/module-of-the-library/);
    expect(pathsOf(loaded)).toEqual(['a.privacy', 'b.privacy']);
  });

  test.each(['use\n', 'use std.\n', 'use ..\n', 'use std.crm.\n', 'use Std.CRM\n', 'use __proto__\n'])(
    'never reads outside of the library, whatever is used: %j',
    async (text) => {
      const asked: string[] = [];
      const host: Host = {
        ...createMemoryHost({ 'a.privacy': text }, library),
        readLibraryFile: async (path) => {
          asked.push(path);
          return { kind: 'absent' };
        },
      };
      await loadProgram({ host, paths: ['a.privacy'] });
      for (const path of asked) expect(path).toMatch(/^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)*\.privacy$/);
    },
  );

  test('is loaded without the files that cannot be read, and says why', async () => {
    const memory = createMemoryHost({ 'a.privacy': 'use std.crm\n' }, library);
    const host: Host = {
      ...memory,
      readFile: async (path) =>
        path === 'locked.privacy'
          ? { kind: 'unreadable', reason: 'may not be accessed' }
          : memory.readFile(path),
    };
    const loaded = await loadProgram({ host, paths: ['a.privacy', 'gone.privacy', 'locked.privacy'] });
    expect(loaded.failures).toEqual([
      { path: 'gone.privacy', reason: 'does not exist' },
      { path: 'locked.privacy', reason: 'may not be accessed' },
    ]);
    expect(pathsOf(loaded)).toContain('a.privacy');
  });

  test('reads each file once, however often it is named', async () => {
    const read: string[] = [];
    const memory = createMemoryHost({ 'a.privacy': 'use std.crm\nuse std.crm\n' }, library);
    const host: Host = {
      ...memory,
      readFile: (path) => {
        read.push(path);
        return memory.readFile(path);
      },
      readLibraryFile: (path) => {
        read.push(path);
        return memory.readLibraryFile(path);
      },
    };
    await loadProgram({ host, paths: ['a.privacy', 'a.privacy'], modulePaths: ['a.privacy'] });
    expect(read.sort()).toEqual([
      'a.privacy',
      'std/channels.privacy',
      'std/crm.privacy',
      'std/places.privacy',
    ]);
  });

  test('keeps what has not changed since the version before', async () => {
    const before = await load({ 'a.privacy': 'use std.crm\n', 'b.privacy': 'use std.crm\n' });
    const host = createMemoryHost({ 'a.privacy': 'use std.crm\n', 'b.privacy': 'use std.places\n' }, library);
    const after = await loadProgram({ host, paths: ['a.privacy', 'b.privacy'], previous: before.files });
    const kept = after.files.filter((file) => before.files.includes(file)).map(({ path }) => path);
    expect(kept).toEqual([
      'a.privacy',
      'library:std/channels.privacy',
      'library:std/crm.privacy',
      'library:std/places.privacy',
    ]);
  });
});

async function load(files: Readonly<Record<string, string>>): Promise<LoadedProgram> {
  return loadProgram({ host: createMemoryHost(files, library), paths: Object.keys(files) });
}

function pathsOf({ files }: LoadedProgram): readonly string[] {
  return files.map(({ path }) => path);
}

function messagesOf({ files, diagnostics }: LoadedProgram): readonly string[] {
  return diagnostics.map(createDiagnosticLocator(files)).map(({ place, code, help }) => {
    const { line, column } = place.from;
    return `${place.source.path}:${line}:${column} ${code} ${help}`;
  });
}
