import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { callsText } from '../../program/sample-packs.ts';
import type { RunResult } from '../run.ts';
import { createFolder, run } from '../run.ts';
import type { PackSettings } from './sample-pack.ts';
import { publishable } from './sample-pack.ts';

const env = { PATH: process.env['PATH'] ?? '' };

describe('privacy pack', { timeout: 60_000 }, () => {
  test('says what would be published, and that nothing is missing', async () => {
    const { path } = createFolder(publishable());
    const { code, stdout, stderr } = await run(['pack'], { cwd: path, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replace(/\d+ B/g, '… B')).toBe(`@acme/law-calls 2.1.0  Law of calls
  review by  2027-06-30
  license    Apache-2.0
  needs      @acme/words 1.2.0
  policies   uk.calls (law)  Law of calls
  files      README.md  … B
             package.json  … B
             policies/calls.privacy  … B
             privacy.json  … B

1 test, all passed. The pack can be published.
`);
  });

  test('says it to programs, too', async () => {
    const choice = '  option hours-bind: boolean "Hours bind texts, too" { safe yes  cite "s. 3" }\n';
    const calls = `module acme.law\n${callsText.replace('  default', `${choice}\n  default`)}`;
    const { path } = createFolder(publishable({ files: { 'policies/calls.privacy': calls } }));
    const { code, stdout } = await run(['pack', '--format', 'json'], { cwd: path, env });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      summary: { errors: 0, warnings: 0, remarks: 0 },
      diagnostics: [],
      tests: { passed: 1, failed: 0, failures: [] },
      pack: {
        name: '@acme/law-calls',
        version: '2.1.0',
        title: 'Law of calls',
        reviewBy: '2027-06-30',
        license: 'Apache-2.0',
        packs: [{ name: '@acme/words', version: '1.2.0' }],
        modules: ['acme.law'],
        policies: [{ id: 'uk.calls', title: 'Law of calls', authority: 'law' }],
        choices: [{ option: 'uk.calls.hours-bind', title: 'Hours bind texts, too' }],
        files: [
          { path: 'README.md' },
          { path: 'package.json' },
          { path: 'policies/calls.privacy' },
          { path: 'privacy.json' },
        ],
      },
    });
    expect(code).toBe(0);
  });

  test('takes the folder of the pack', async () => {
    const files = Object.entries(publishable()).map(([path, text]) => [`packs/calls/${path}`, text]);
    const { path } = createFolder(Object.fromEntries(files));
    expect(await run(['pack', 'packs/calls'], { cwd: path, env })).toMatchObject({ code: 0, stderr: '' });
    const wrong = await run(['pack', 'packs/none'], { cwd: path, env });
    expect(wrong).toEqual({ code: 2, stdout: '', stderr: 'error: packs/none is not a folder.\n' });
  });

  test('refuses a folder that is no pack', async () => {
    const none = createFolder({ 'a.privacy': '' });
    expect((await run(['pack'], { cwd: none.path, env })).stderr).toBe(
      'error: This folder is not a pack: it has no privacy.json.\n',
    );
    const project = createFolder({ 'privacy.json': '{}', 'a.privacy': '\n' });
    expect(await run(['pack'], { cwd: project.path, env })).toMatchObject({
      code: 2,
      stderr: 'error: This folder is not a pack: its privacy.json does not say "pack".\n',
    });
    const unnamed = createFolder(publishable({ files: { 'package.json': undefined } }));
    expect(await run(['pack'], { cwd: unnamed.path, env })).toMatchObject({
      code: 2,
      stderr: 'error: package.json does not exist: "npm init" makes one.\n',
    });
  });

  test.each<[string, PackSettings]>([
    ['pack/package-setting', { packageFile: { version: undefined } }],
    ['pack/package-setting', { packageFile: { version: '2' } }],
    ['pack/package-setting', { packageFile: { license: undefined } }],
    ['pack/dependency', { packageFile: { dependencies: {} } }],
    [
      'pack/dependency',
      { packageFile: { dependencies: undefined, devDependencies: { '@acme/words': '^1.0.0' } } },
    ],
    ['pack/dependency-range', { packageFile: { dependencies: { '@acme/words': '^2.0.0' } } }],
    ['pack/no-title', { projectFile: { pack: { reviewBy: '2027-06-30' } } }],
    ['pack/second-version', { projectFile: { version: '1.0.0' } }],
    ['pack/no-review-day', { projectFile: { pack: { title: 'Law' } } }],
    [
      'pack/hidden-words',
      calls((text) => text.replace('policy', 'taxonomy Size { small, large }\n\npolicy')),
    ],
    ['pack/no-zone', calls((text) => text.replace('  zone "Europe/London"\n', ''))],
    ['pack/no-source', calls((text) => text.replace('  source "Act 1"\n', ''))],
    ['lint/law-without-cite', calls((text) => text.replace('    cite "s. 2"\n', ''))],
    ['pack/no-tests', calls((text) => text.slice(0, text.indexOf('test "')))],
    ['pack/no-readme', { files: { 'README.md': undefined } }],
    ['pack/no-notice', { files: { 'README.md': '# Law of calls\n\nLegal advice for everybody.\n' } }],
  ])('ends with code 1 for a pack with %s: %j', async (message, settings) => {
    const result = await packed(settings);
    expect([result.code, ...codesIn(result)]).toEqual([1, message]);
    expect(result.stdout).toContain('The pack is not ready to be published.');
  });

  test.each([
    [['privacy.json'], '"policies/calls.privacy"'],
    [['policies'], '"privacy.json"'],
    [['docs'], '"privacy.json" and "policies/calls.privacy"'],
  ])('ends with code 1 for a package that would not be whole: %j', async (files, missing) => {
    const result = await packed({ packageFile: { files } }, env);
    expect([result.code, ...codesIn(result)]).toEqual([1, 'pack/not-published']);
    expect(result.stdout).toContain(`The package leaves out ${missing}`);
  });

  test.each<[string, PackSettings]>([
    ['lint/pack-review', { projectFile: { pack: { title: 'Law', reviewBy: '2026-01-01' } } }],
  ])('warns of %s, and lets it pass', async (message, settings) => {
    const result = await packed(settings);
    expect([result.code, ...codesIn(result)]).toEqual([0, message]);
  });

  test('says of a private package that it is for the projects beside it', async () => {
    const { code, stdout } = await packed({ packageFile: { private: true } });
    expect(code).toBe(0);
    expect(stdout).toContain('package.json says "private", and npm does not publish it.');
  });

  test('finds choices, which are for projects to make', async () => {
    const text = callsText.replace(
      '  default',
      '  option hours-bind: boolean "Hours" { safe yes  cite "s. 3" }\n\n  default',
    );
    const result = await packed(
      calls(() => `${text}\nchoose uk.calls.hours-bind no because "We think so"\n`),
    );
    expect([result.code, ...codesIn(result)]).toEqual([1, 'pack/chooses']);
  });

  test('asks for a zone of groups, tables and calendars, and not of what adds to them', async () => {
    const vocabulary =
      'module acme.law\nuse acme.words\n\ngroup near of Channel { call }\n\nextend group near { email }\n';
    const result = await packed({ files: { 'policies/words.privacy': vocabulary } });
    expect([result.code, ...codesIn(result)]).toEqual([1, 'pack/no-zone']);
    expect(result.stdout).toContain('The group "near" states no time zone');
  });

  test('does not let a project file switch off that law is cited', async () => {
    const uncited = calls((text) => text.replace('    cite "s. 2"\n', ''));
    const result = await packed({ ...uncited, projectFile: { lints: { 'lint/law-without-cite': 'off' } } });
    expect([result.code, ...codesIn(result)]).toEqual([1, 'lint/law-without-cite']);
  });

  test('runs the tests, and says which fail', async () => {
    const { code, stdout } = await packed(
      calls((text) => text.replace('expect forbidden by uk.calls.register', 'expect permitted')),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('✗ Those in the register are not called');
    expect(stdout).toMatch(/policies\/calls\.privacy:\d+/);
    expect(stdout).toContain('1 test, 1 failed. The pack is not ready to be published.');
  });

  test('does not run the tests of policies with mistakes', async () => {
    const { code, stdout } = await packed(calls((text) => text.replace('on-register\n', 'on-registr\n')));
    expect(code).toBe(1);
    expect(stdout).toContain('name/unknown-field');
    expect(stdout).toContain('The tests were not run.');
  });

  test('lets files with nothing but tests stay at home', async () => {
    const [policy, tests] = [
      callsText.slice(0, callsText.indexOf('test "')),
      callsText.slice(callsText.indexOf('test "')),
    ];
    const files = { 'policies/calls.privacy': policy, 'tests/calls.privacy': `use acme.words\n\n${tests}` };
    const result = await packed({ files, projectFile: { sources: ['policies/*', 'tests/*'] } }, env);
    expect([result.code, ...codesIn(result)]).toEqual([0]);
  });

  test('says so where npm cannot be asked what it would publish, and checks the rest', async () => {
    const { path } = createFolder(publishable());
    const { code, stdout, stderr } = await run(['pack'], { cwd: path, env: { PATH: '/nowhere' } });
    expect(stderr).toBe('error: Which files would be published is not known: npm was not found.\n');
    expect(stdout).toContain('The pack can be published.');
    expect(code).toBe(0);
  });

  test('is true of what npm packs and installs: an empty project decides with it', async () => {
    const calls = createFolder(publishable({ files: { 'drafts/x.txt': 'not for others' } }));
    const project = createFolder({
      'package.json': '{ "private": true }',
      'privacy.json': '{ "packs": { "@acme/law-calls": "^2.0.0" } }',
    });
    const archives = [calls.path, `${calls.path}/node_modules/@acme/words`].map((folder) => {
      const printed = npm(['pack', '--pack-destination', project.path], folder);
      return `./${printed.trim().split('\n').at(-1)}`;
    });
    npm(['install', '--offline', '--no-audit', '--no-fund', ...archives], project.path);
    expect(project.list()).toContain('node_modules/@acme/law-calls/policies/calls.privacy');
    expect(project.list()).not.toContain('node_modules/@acme/law-calls/drafts/x.txt');
    expect(await run(['check', '--strict'], { cwd: project.path })).toMatchObject({ code: 0, stderr: '' });
    const facts = '{ "customer": { "onRegister": true }, "channel": "call" }';
    const question = ['decide', '--activity', 'contact', '--now', '2026-03-02T12:00:00Z', '--facts', facts];
    const { stdout } = await run(question, { cwd: project.path });
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'forbidden',
      reasons: [{ rule: 'uk.calls.register' }],
    });
  });
});

function calls(change: (text: string) => string): PackSettings {
  return { files: { 'policies/calls.privacy': change(callsText) } };
}

/** Without npm, which takes half a second, except where it matters what would be published. */
async function packed(settings: PackSettings, seen: typeof env = { PATH: '/nowhere' }): Promise<RunResult> {
  const { path } = createFolder(publishable(settings));
  return run(['pack'], { cwd: path, env: seen });
}

function codesIn({ stdout }: RunResult): readonly string[] {
  return [...stdout.matchAll(/\[((?:pack|lint|project|name)\/[a-z-]+)\]/g)].map(([, code]) => code ?? '');
}

function npm(words: readonly string[], cwd: string): string {
  return execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
