import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project, words } from './sample-project.ts';

const broken = law.replace('channel is voice\n', 'channel is voise\n');

describe('privacy check', () => {
  test('finds nothing in a project without mistakes', async () => {
    const { path } = createFolder(project);
    expect(await run(['check'], { cwd: path })).toEqual({
      code: 0,
      stdout: '2 files checked, no mistakes found.\n',
      stderr: '',
    });
  });

  test('says what is wrong, where, and how many mistakes there are', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
    const { code, stdout } = await run(['check'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout).toContain('error: "voise" is not a term of Channel  [name/unknown-term]');
    expect(stdout).toContain('┌─ policies/law.privacy:10:21');
    expect(stdout).toMatch(/1 error in 1 file\.(?: .*)?\n$/);
  });

  test('finds the project from a folder inside of it and shows paths from there', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
    const { stdout } = await run(['check'], { cwd: `${path}/policies` });
    expect(stdout).toContain('┌─ law.privacy:10:21');
  });

  test('checks the whole project and reports on the files that it was asked about', async () => {
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': broken,
      'policies/b.privacy': 'use nothing\n',
    });
    expect((await run(['check', 'policies/words.privacy'], { cwd: path })).code).toBe(0);
    const { code, stdout } = await run(['check', 'policies/b.privacy'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 error in 1 file\.(?: .*)?\n$/);
  });

  test('checks files outside of the sources by themselves, with the modules of the project that they use', async () => {
    const { path } = createFolder({
      ...project,
      'drafts/new.privacy': law,
      'policies/law.privacy': 'use nothing\n',
    });
    expect(await run(['check', 'drafts/new.privacy'], { cwd: path })).toMatchObject({ code: 0 });
  });

  test('takes folders, patterns and files, and leaves hidden files and packages out', async () => {
    const { path } = createFolder({
      'a/one.privacy': words,
      'a/.hidden/two.privacy': 'use nothing\n',
      'a/node_modules/x/three.privacy': 'use nothing\n',
      'a/notes.txt': 'no policy',
      'four.privacy': law,
    });
    const found = await run(['check', 'a', '*.privacy'], { cwd: path });
    expect(found).toEqual({ code: 0, stdout: '2 files checked, no mistakes found.\n', stderr: '' });
  });

  test('works without a project file on all policies below the folder', async () => {
    const { path } = createFolder({ 'a.privacy': words, 'b/c.privacy': law });
    expect((await run(['check'], { cwd: path })).stdout).toBe('2 files checked, no mistakes found.\n');
  });

  test('reads standard input', async () => {
    const { path } = createFolder(project);
    expect((await run(['check', '-'], { cwd: path, stdin: law })).code).toBe(0);
    const { code, stdout } = await run(['check', '-'], { cwd: path, stdin: broken });
    expect(code).toBe(1);
    expect(stdout).toContain('┌─ <stdin>:10:21');
  });

  test.each(['json', 'sarif', 'github', 'junit'])(
    'writes nothing but %s where that is asked for',
    async (format) => {
      const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
      const { code, stdout, stderr } = await run(['check', '--format', format], { cwd: path });
      expect(code).toBe(1);
      expect(stderr).toBe('');
      if (format === 'json') expect(JSON.parse(stdout).diagnostics[0].file).toBe('policies/law.privacy');
      if (format === 'sarif') expect(JSON.parse(stdout).runs[0].results).toHaveLength(1);
      if (format === 'github')
        expect(stdout).toMatch(/^::error file=policies\/law\.privacy,line=10,col=21,[^\n]*\n$/);
      if (format === 'junit')
        expect(stdout).toContain('<testsuite name="policies/words.privacy" tests="1" failures="0">');
    },
  );

  test('gives GitHub paths from the root of the checkout', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
    const options = { cwd: `${path}/policies`, env: { GITHUB_WORKSPACE: path } };
    expect((await run(['check', '--format', 'github'], options)).stdout).toContain(
      'file=policies/law.privacy,',
    );
  });

  test('reports mistakes in the project file in every form, and does not guess what was meant', async () => {
    const { path } = createFolder({ ...project, 'privacy.json': '{ "sorces": [] }' });
    const forPeople = await run(['check'], { cwd: path });
    expect(forPeople.code).toBe(2);
    expect(forPeople.stdout).toContain(
      'error: The project file has no setting "sorces"  [project/unknown-key]',
    );
    const asJson = await run(['check', '--format', 'json'], { cwd: `${path}/policies` });
    expect(JSON.parse(asJson.stdout).diagnostics[0]).toMatchObject({
      file: '../privacy.json',
      help: 'Do you mean "sources"?',
    });
  });

  test.each([
    ['a file that is not there', ['check', 'gone.privacy'], 'gone.privacy does not exist.'],
    ['a folder without policies', ['check', 'empty'], 'empty has no files that end in ".privacy".'],
    ['a pattern without matches', ['check', 'empty/*.privacy'], 'empty/*.privacy matches no files.'],
    ['a file that is no text', ['check', 'binary.privacy'], 'binary.privacy is not text in UTF-8.'],
  ])('ends with code 2 and says why: %s', async (_, command, message) => {
    const { path } = createFolder({
      'empty/readme.txt': '',
      'binary.privacy': new Uint8Array([0xff, 0xfe, 0x00]),
    });
    const { code, stderr } = await run(command, { cwd: path });
    expect(code).toBe(2);
    expect(stderr).toBe(`error: ${message}\n`);
  });

  test('says what to do in an empty folder', async () => {
    const { code, stderr } = await run(['check']);
    expect(code).toBe(2);
    expect(stderr).toContain('privacy init starts a project');
  });

  test('says where sources that match nothing are stated', async () => {
    const { path } = createFolder({ 'privacy.json': '{ "sources": ["policies"] }' });
    const { code, stderr } = await run(['check'], { cwd: path });
    expect(code).toBe(2);
    expect(stderr).toBe('error: privacy.json names sources that match no files: "policies".\n');
  });

  test('checks what can be read and still ends with code 2 where something cannot', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
    const { code, stdout, stderr } = await run(['check', 'policies', 'gone'], { cwd: path });
    expect(code).toBe(2);
    expect(stdout).toContain('[name/unknown-term]');
    expect(stderr).toContain('gone does not exist');
  });
});

describe('colors', () => {
  const colored = new RegExp(String.fromCharCode(27));
  test.each([
    ['on a terminal', { terminal: 80 }, true],
    ['not in a file', {}, false],
    ['not where NO_COLOR is set', { terminal: 80, env: { NO_COLOR: '1' } }, false],
    ['in a file where FORCE_COLOR is set', { env: { FORCE_COLOR: '1' } }, true],
    ['not where FORCE_COLOR is 0', { terminal: 80, env: { FORCE_COLOR: '0' } }, false],
    ['not on a dumb terminal', { terminal: 80, env: { TERM: 'dumb' } }, false],
  ])('appear %s', async (_, options, expected) => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': broken });
    const { stdout } = await run(['check'], { cwd: path, ...options });
    expect(colored.test(stdout)).toBe(expected);
  });
});

describe('privacy check --fix', () => {
  test('changes the files that it was asked about, and nothing that needs a look', async () => {
    const folder = createFolder({ ...project, 'policies/law.privacy': broken });
    const before = folder.list().map((path) => folder.read(path));
    const { code } = await run(['check', '--fix', 'policies/words.privacy'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(folder.list().map((path) => folder.read(path))).toEqual(before);
  });

  test('makes the changes that are certainly meant, says so, and checks again', async () => {
    const aliased = words.replace('live-call, ', '\n    live-call "Call" also "phone"\n    ');
    const guessed = law.replaceAll('channel is voice', 'channel is phone');
    const folder = createFolder({
      ...project,
      'policies/words.privacy': aliased,
      'policies/law.privacy': guessed,
    });
    expect((await run(['check'], { cwd: folder.path })).stdout).toMatch(
      /privacy check --fix mends 2 of them\.\n$/,
    );
    expect(folder.read('policies/law.privacy')).toBe(guessed);
    expect(await run(['check', '--fix'], { cwd: folder.path })).toEqual({
      code: 0,
      stdout: 'Fixed 2 mistakes in 1 file.\n2 files checked, no mistakes found.\n',
      stderr: '',
    });
    expect(folder.read('policies/law.privacy')).toBe(
      law.replaceAll('channel is voice', 'channel is live-call'),
    );
    expect(folder.list()).toEqual(['policies/law.privacy', 'policies/words.privacy', 'privacy.json']);
  });

  test('refuses standard input', async () => {
    expect(await run(['check', '--fix', '-'], { stdin: law })).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the command line', () => {
  test('ends with code 2 and a hint where it is used wrongly', async () => {
    const wrong = await run(['check', '--fromat', 'json']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('Did you mean --format?');
    expect((await run(['chekc'])).stderr).toContain('Did you mean check?');
    expect((await run(['check', '--format', 'xml'])).code).toBe(2);
    expect((await run([])).code).toBe(2);
  });

  test.each([['--help'], ['help', 'check'], ['check', '--help'], ['--version']])(
    'ends with code 0 after %s',
    async (...words) => {
      const { code, stdout, stderr } = await run(words);
      expect(code).toBe(0);
      expect(stdout).not.toBe('');
      expect(stderr).toBe('');
    },
  );

  test('shows progress only on a terminal and only where it takes long', async () => {
    const { path } = createFolder(project);
    expect((await run(['check'], { cwd: path, terminal: 80 })).stderr).toBe('');
    expect((await run(['check'], { cwd: path, clockStep: 1000 })).stderr).toBe('');
    const { stderr } = await run(['check'], { cwd: path, terminal: 80, clockStep: 1000 });
    const clear = `\r${String.fromCharCode(27)}[K`;
    expect(stderr.split(clear)).toContain('Reading 2 of 2 files');
    expect(stderr).toMatch(/Checking \d+ of \d+ declarations/);
    expect(stderr.endsWith(clear)).toBe(true);
  });
});
