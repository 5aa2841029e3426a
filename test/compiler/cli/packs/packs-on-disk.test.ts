import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bothLaws,
  callsPack,
  callsText,
  installed,
  pack,
  wordsPack,
  wordsText,
} from '../../program/sample-packs.ts';
import type { Folder } from '../run.ts';
import { createFolder, run } from '../run.ts';

/** The project, as it would be checked out beside its installed packs. */
const project: Record<string, string> = {
  ...bothLaws,
  'privacy.json':
    '{ "sources": ["policies/**/*.privacy"], "packs": ["@acme/law-calls", "@acme/law-mail"] }\n',
  'policies/house.privacy': `use acme.words

policy acme.house "House rules" {
  authority company

  rule consent "Only with consent" {
    forbid contact
    when not customer.consented
    because "We ask first"
  }
}

test "Nobody is called without consent" {
  contact { customer: { consented: no, on-register: no, robinson-listed: no }, channel: call }
  expect forbidden by acme.house.consent
}
`,
};

const clean = '1 file checked, no mistakes found.\n';

describe('packs that are installed', { timeout: 60_000 }, () => {
  test('take part in checks, tests and answers of the project', async () => {
    const { path } = createFolder(project);
    expect(await run(['check', '--strict'], { cwd: path })).toEqual({ code: 0, stdout: clean, stderr: '' });
    const tested = await run(['test'], { cwd: path });
    expect(tested).toMatchObject({ code: 0, stderr: '' });
    expect(tested.stdout).toContain('1 test, all passed.');
    const facts = '{ "customer": { "consented": true, "onRegister": true }, "channel": "call" }';
    const decided = await run(
      ['decide', '--activity', 'contact', '--now', '2026-03-02T12:00:00Z', '--facts', facts],
      { cwd: path },
    );
    expect(JSON.parse(decided.stdout)).toMatchObject({
      outcome: 'forbidden',
      reasons: [{ rule: 'uk.calls.register' }],
    });
  });

  test('are named in what is built, with their versions, and are part of its digest', async () => {
    const folder = createFolder(project);
    const build = async (): Promise<string> => {
      await run(['build', '--out', 'generated'], { cwd: folder.path });
      return folder.read('generated/index.ts');
    };
    const first = await build();
    expect(folder.read('generated/policies/uk.calls.ts')).toContain('register');
    expect(first).toContain("name: '@acme/law-calls'");
    expect(first).toContain("version: '2.1.0'");
    folder.write(
      'node_modules/@acme/law-calls/package.json',
      '{ "name": "@acme/law-calls", "version": "2.1.1" }',
    );
    const second = await build();
    const digest = /digest: '([0-9a-f]{64})'/;
    expect(second).toContain("version: '2.1.1'");
    expect(digest.exec(second)?.[1]).not.toBe(digest.exec(first)?.[1]);
  });

  test('are found in the folders above, where npm puts them for several workspaces', async () => {
    const folder = createFolder({ ...moved(project, 'shops/uk/'), ...onlyInstalled(project) });
    expect(await run(['check'], { cwd: join(folder.path, 'shops/uk') })).toMatchObject({
      code: 0,
      stdout: clean,
    });
  });

  test('are found where a package manager keeps every package by itself and links to it', async () => {
    const folder = createFolder({
      'privacy.json': '{ "packs": ["@acme/law-calls"], "sources": ["policies/*.privacy"] }',
      ...placed(callsPack, 'node_modules/.store/calls@2.1.0/node_modules/@acme/law-calls/'),
      ...placed(wordsPack, 'node_modules/.store/words@1.2.0/node_modules/@acme/words/'),
    });
    link(
      folder,
      'node_modules/@acme/law-calls',
      'node_modules/.store/calls@2.1.0/node_modules/@acme/law-calls',
    );
    link(
      folder,
      'node_modules/.store/calls@2.1.0/node_modules/@acme/words',
      'node_modules/.store/words@1.2.0/node_modules/@acme/words',
    );
    expect(await run(['check'], { cwd: folder.path })).toMatchObject({ code: 0, stderr: '' });
  });

  test('make up a project also where it has no policies of its own', async () => {
    const { path } = createFolder({
      ...project,
      'privacy.json': '{ "sources": ["none/**"], "packs": ["@acme/law-calls"] }',
    });
    expect(await run(['check'], { cwd: path })).toMatchObject({ code: 0, stderr: '' });
    expect((await run(['build', '--out', 'generated'], { cwd: path })).code).toBe(0);
  });

  test('give only the modules that are used to files that are no part of the project', async () => {
    const folder = createFolder(project);
    folder.write(
      'other/x.privacy',
      'use acme.words\n\npolicy x.y "X" {\n  authority company\n  rule z "Z" {\n    forbid contact\n    because "z"\n  }\n}\n',
    );
    const facts = '{ "customer": {}, "channel": "call" }';
    const words = [
      'decide',
      'other/x.privacy',
      '--activity',
      'contact',
      '--now',
      '2026-03-02T12:00:00Z',
      '--facts',
      facts,
    ];
    const { stdout } = await run(words, { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'forbidden', reasons: [{ rule: 'x.y.z' }] });
  });

  test('that are missing end a command with code 2, and do not keep files from being laid out', async () => {
    const folder = createFolder({
      ...project,
      'privacy.json': '{ "sources": ["policies/**"], "packs": ["@acme/law-us"] }',
    });
    for (const command of ['check', 'test', 'build', 'fix']) {
      const { code, stdout, stderr } = await run([command, ...(command === 'build' ? ['--out', 'x'] : [])], {
        cwd: folder.path,
      });
      expect(code).toBe(2);
      expect(stdout + stderr).toContain('The pack "@acme/law-us" is not installed');
      expect(stdout + stderr).not.toContain('name/');
    }
    expect((await run(['format', '--check'], { cwd: folder.path })).code).toBe(0);
  });

  test('that have mistakes are shown with the paths of their files as the pack has them', async () => {
    const wrong = callsText.replace('customer.on-register', 'customer.on-registr');
    const { path } = createFolder({
      ...project,
      ...installed({ ...callsPack, 'calls.privacy': wrong }, { name: '@acme/law-calls' }),
    });
    const all = await run(['check'], { cwd: path });
    expect(all.code).toBe(1);
    expect(all.stdout).toContain('pack:@acme/law-calls/calls.privacy:13:');
    const one = await run(['check', 'policies/house.privacy'], { cwd: path });
    expect(one.stdout).toContain('pack:@acme/law-calls/calls.privacy:13:');
  });

  test('are never changed by fixes', async () => {
    const folder = createFolder(project);
    const before = folder.list().map((file) => folder.read(file));
    await run(['check', '--fix'], { cwd: folder.path });
    await run(['format'], { cwd: folder.path });
    const own = folder.list().map((file) => folder.read(file));
    expect(own.filter((text) => !before.includes(text))).toEqual([]);
  });
});

describe('packs that are workspaces beside a project', () => {
  const workspaces = (): Folder => {
    const folder = createFolder({
      'package.json': '{ "name": "root", "private": true, "workspaces": ["packs/*"] }',
      'privacy.json': '{ "packs": ["@acme/law-calls"] }',
      ...placed(callsPack, 'packs/calls/'),
      ...placed(wordsPack, 'packs/words/'),
    });
    link(folder, 'node_modules/@acme/law-calls', 'packs/calls');
    link(folder, 'node_modules/@acme/words', 'packs/words');
    return folder;
  };

  test('take part by way of the links of npm, and only once, also where they are among the sources', async () => {
    const { path } = workspaces();
    const { code, stdout, stderr } = await run(['check'], { cwd: path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('2 packs checked, no mistakes found.\n');
  });

  test('see each other from their own folders', async () => {
    const { path } = workspaces();
    expect(await run(['check'], { cwd: join(path, 'packs/calls') })).toMatchObject({
      code: 0,
      stdout: clean,
      stderr: '',
    });
    const tested = await run(['test'], { cwd: join(path, 'packs/calls') });
    expect(tested.stdout).toContain('1 test, all passed.');
  });
});

describe('what is past the day of its review', () => {
  const dated = pack(
    { name: 'law', version: '1.0.0', pack: { title: 'Law', reviewBy: '2026-03-01' } },
    { 'words.privacy': wordsText },
  );
  const files = (settings: object): Record<string, string> => ({
    ...installed(dated, { name: 'law' }),
    'privacy.json': JSON.stringify({ packs: ['law'], sources: ['policies/**'], ...settings }),
    'policies/a.privacy': 'use acme.words\n',
  });

  test('is said of a pack where the project names it', async () => {
    const { path } = createFolder(files({}));
    const { code, stdout } = await run(['check'], { cwd: path });
    expect(code).toBe(0);
    expect(stdout).toContain('The pack "law" is past the day of its review, 2026-03-01');
    expect(stdout).toContain('privacy.json:1:');
    expect((await run(['check', '--strict'], { cwd: path })).code).toBe(1);
  });

  test('is weighed as the project wants', async () => {
    const silent = createFolder(files({ lints: { 'lint/pack-review': 'off' } }));
    expect((await run(['check'], { cwd: silent.path })).stdout).toBe(clean);
    const strict = createFolder(files({ lints: { 'lint/pack-review': 'error' } }));
    expect((await run(['check'], { cwd: strict.path })).code).toBe(1);
  });

  test('is not said on the day itself', async () => {
    const folder = createFolder(files({}));
    folder.write('node_modules/law/privacy.json', '{ "pack": { "title": "Law", "reviewBy": "2026-03-02" } }');
    expect((await run(['check'], { cwd: folder.path })).stdout).toBe(clean);
  });

  test('is said of a policy of the project, and a comment can say why not', async () => {
    const house = (comment: string): string => `use acme.words

policy acme.house "House rules" {
  authority company${comment}
  review by 2026-03-01
  rule calls "No calls" {
    forbid contact
    because "x"
  }
}
`;
    const folder = createFolder({ ...files({ packs: ['law'] }), 'policies/a.privacy': house('') });
    folder.write('node_modules/law/privacy.json', '{ "pack": { "title": "Law" } }');
    const { stdout } = await run(['check'], { cwd: folder.path });
    expect(stdout).toContain('The policy "acme.house" is past the day of its review, 2026-03-01');
    folder.write('policies/a.privacy', house('\n  // ignore lint/policy-review: the act is being replaced'));
    expect((await run(['check'], { cwd: folder.path })).stdout).not.toContain('past the day');
  });
});

describe('one mistake in a project file', () => {
  test.each(['{ "sources": "policies" }', '{ "sources": [] }', '{ "sources": ["../x"] }', '{ "packs": 5 }'])(
    'is one message: %s',
    async (text) => {
      const { path } = createFolder({ 'privacy.json': text });
      const { code, stdout, stderr } = await run(['check'], { cwd: path });
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      expect(stdout.match(/\[[a-z]+\/[a-z-]+\]/g)).toHaveLength(1);
    },
  );
});

describe('a folder that cannot be made', () => {
  test.runIf(existsSync('/proc/version'))('ends the command that wanted to write there', async () => {
    const { code, stderr } = await run(['init', '/proc/policies']);
    expect(code).toBe(2);
    expect(stderr).toContain('/proc/policies/');
  });
});

function placed(files: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}${path}`, text]));
}

function onlyInstalled(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('node_modules/')));
}

function moved(files: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  const own = Object.entries(files).filter(([path]) => !path.startsWith('node_modules/'));
  return placed(Object.fromEntries(own), folder);
}

function link({ path }: Folder, from: string, to: string): void {
  mkdirSync(dirname(join(path, from)), { recursive: true });
  symlinkSync(relative(dirname(join(path, from)), join(path, to)), join(path, from), 'dir');
}
