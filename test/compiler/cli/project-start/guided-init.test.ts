import { describe, expect, test } from 'vitest';
import { createFolder, run } from '../run.ts';

const flags = [
  '--industry',
  'bank',
  '--countries',
  'UK,DE,US-CA',
  '--channels',
  'email,live-call',
  '--company',
  'Acme',
];

const files = [
  'package.json',
  'policies/company/bank.privacy',
  'policies/company/email.privacy',
  'policies/company/live-call.privacy',
  'policies/skeletons/de.privacy',
  'policies/skeletons/gb.privacy',
  'policies/skeletons/us-ca.privacy',
  'policies/stories.privacy',
  'privacy.json',
  'README.md',
].sort();

describe('privacy init with answers', { timeout: 60_000 }, () => {
  test('starts a project that fits them, without a question', async () => {
    const folder = createFolder();
    const { code, stdout, stderr } = await run(['init', ...flags], { cwd: folder.path });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Countries: United Kingdom, Germany, California\n');
    expect(folder.list()).toEqual(files);
    const options = { cwd: folder.path };
    expect(await run(['check', '--strict'], options)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['test'], options)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['format', '--check'], options)).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['build'], options)).toMatchObject({ code: 0, stderr: '' });
  });

  test('says in each skeleton that it is no law', async () => {
    const folder = createFolder();
    await run(['init', ...flags], { cwd: folder.path });
    for (const path of files.filter((name) => name.includes('skeletons/'))) {
      expect(folder.read(path)).toMatch(/^\/\/ NOT LEGAL ADVICE\./);
      expect(folder.read(path)).toContain('(not legal advice)" {');
    }
    expect(folder.read('README.md')).toContain('**This is not legal advice.**');
  });

  test('takes the usual answers with --yes, and where only some are given', async () => {
    const folder = createFolder();
    expect((await run(['init', '--yes', 'usual'], { cwd: folder.path })).code).toBe(0);
    expect(folder.list()).toContain('usual/policies/company/retail.privacy');
    expect((await run(['init', '--industry', 'hospital', 'other'], { cwd: folder.path })).code).toBe(0);
    expect(folder.list()).toContain('other/policies/company/hospital.privacy');
    expect(folder.list()).toContain('other/policies/skeletons/gb.privacy');
  });

  test('writes nothing where an answer is not understood, and says what each of them might mean', async () => {
    const folder = createFolder();
    const wrong = ['--countries', 'Germny,Georgia', '--channels', 'emial'];
    const { code, stderr } = await run(['init', ...wrong], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'error: Countries: "Germny" is not known; do you mean "DE" (Germany)?',
      'error: Countries: "Georgia" may be GE or US-GA: write which.',
      'error: Channels: "emial" is not known; do you mean "email" (E-mail)?',
      '',
    ]);
    expect(folder.list()).toEqual([]);
  });

  test('leaves a readme and a package file alone, and stops before any other file of yours', async () => {
    const folder = createFolder({ 'README.md': 'mine', 'package.json': '{}' });
    expect((await run(['init', ...flags], { cwd: folder.path })).code).toBe(0);
    expect([folder.read('README.md'), folder.read('package.json')]).toEqual(['mine', '{}']);
    const taken = createFolder({ 'policies/stories.privacy': 'mine' });
    const { code, stderr } = await run(['init', ...flags], { cwd: taken.path });
    expect([code, taken.list()]).toEqual([2, ['policies/stories.privacy']]);
    expect(stderr).toContain('policies/stories.privacy exists already; nothing was written');
  });
});

describe('privacy init on a terminal', { timeout: 60_000 }, () => {
  test('asks, and starts a project that fits the answers', async () => {
    const folder = createFolder();
    const answers = ['Acme', 'bank', 'UK, Germany, California', 'email, Call by a person'];
    const { code, stdout } = await run(['init'], { cwd: folder.path, stdin: typed(answers) });
    expect(code).toBe(0);
    expect(stdout).toContain('The name of the company [Acme]: ');
    expect(stdout).toContain('How it reaches them [email, live-call]: ');
    expect(folder.list()).toEqual(files);
  });

  test('takes what stands in brackets for an empty answer', async () => {
    const folder = createFolder();
    expect((await run(['init'], { cwd: folder.path, stdin: typed(['', '', '', '']) })).code).toBe(0);
    expect(folder.read('policies/company/retail.privacy')).toContain('company.id is "acme"');
  });

  test('asks again where an answer is not understood, and lists what can be answered', async () => {
    const folder = createFolder();
    const answers = ['', 'bnak', '?', 'bank', 'Atlantis', 'DE', ''];
    const { code, stdout } = await run(['init'], { cwd: folder.path, stdin: typed(answers) });
    expect(code).toBe(0);
    expect(stdout).toContain('"bnak" is not known; do you mean "bank" (Banking, credit and payments)?\n');
    expect(stdout).toContain('    debt-collector: Debt collection\n');
    expect(stdout).toContain('"Atlantis" is not known\n');
    expect(folder.list()).toContain('policies/skeletons/de.privacy');
  });

  test('writes nothing where the answers end too early', async () => {
    const folder = createFolder();
    const { code, stderr } = await run(['init'], { cwd: folder.path, stdin: typed(['Acme', 'bank']) });
    expect([code, folder.list()]).toEqual([2, []]);
    expect(stderr).toBe('error: The questions were not answered; nothing was written.\n');
  });

  test('asks nothing with --sample', async () => {
    const folder = createFolder();
    expect((await run(['init', '--sample'], { cwd: folder.path, stdin: typed([]) })).code).toBe(0);
    expect(folder.list()).toEqual([
      'policies/house-rules.privacy',
      'policies/uk-pecr.privacy',
      'privacy.json',
    ]);
  });

  test('asks nothing where a project is there already', async () => {
    const folder = createFolder({ 'privacy.json': '{}' });
    const { code, stdout } = await run(['init'], { cwd: folder.path, stdin: typed([]) });
    expect([code, stdout]).toEqual([2, '']);
  });
});

/** A terminal on which somebody types these lines. */
function typed(lines: readonly string[]): AsyncIterable<Uint8Array> {
  async function* type(): AsyncIterable<Uint8Array> {
    for (const line of lines) yield Buffer.from(`${line}\n`);
  }
  return Object.assign(type(), { isTTY: true });
}
