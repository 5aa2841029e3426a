import { describe, expect, test } from 'vitest';
import { createFolder, run } from '../run.ts';
import { law, project } from '../sample-project.ts';

const pages = ['coverage/coverage.json', 'coverage/index.html', 'coverage/lcov.info'];

/** It calls a define of the standard library. */
const withLibrary = `use std.crm

policy de.mail "Electronic mail in Germany" {
  authority law
  applies when jurisdiction is DE
  default forbid contact "Mail needs consent" cite "§ 7 UWG"
  rule consent "With consent" { permit contact when consented(customer, channel, purpose) cite "§ 7 UWG" }
}
`;

describe('privacy test --coverage', () => {
  test('says how much of each policy the tests come across, and what they do not', async () => {
    const { path } = createFolder(project);
    const { code, stdout, stderr } = await run(['test', '--coverage'], { cwd: path });
    expect([code, stderr]).toEqual([0, '']);
    expect(
      stdout.slice(stdout.indexOf('Coverage')),
    ).toBe(`Coverage    rules  exceptions  conditions  boundaries     all
test.law      6/7         1/2       10/15         0/4  70.8 %
Everything    6/7         1/2       10/15         0/4  70.8 %

Not tested

policies/law.privacy
    11 unless customer.consented never stood
    11 customer.consented was never true and never unknown: no test leaves out
       customer.consented
    22 hours (art. 4) never stood
    24 channel is voice and time in customer.time-zone is not between 08:00 and
       21:00 was never true and never unknown: no test leaves out channel or
       customer.time-zone
    24 time in customer.time-zone is not between 08:00 and 21:00 was never true;
       no test at 07:59, 08:00, 21:00, 21:01
`);
  });

  test('writes files for programs and people', async () => {
    const folder = createFolder(project);
    const words = ['test', '--coverage-report', 'lcov,html,json'];
    const { code, stdout } = await run(words, { cwd: folder.path });
    expect([code, stdout]).toEqual([0, '✓ policies/law.privacy  2 passed\n\n2 tests, all passed.\n']);
    expect(folder.list().filter((file) => file.startsWith('coverage/'))).toEqual(pages);
    expect(folder.read('coverage/lcov.info').split('\n').slice(0, 7)).toEqual([
      'TN:',
      'SF:policies/law.privacy',
      'FN:6,test.law.default.contact',
      'FN:8,test.law.calls',
      'FN:11,test.law.calls.unless',
      'FN:15,test.law.mail',
      'FN:22,test.law.hours',
    ]);
    expect(folder.read('coverage/lcov.info')).toMatch(
      /\nFNDA:1,test\.law\.calls\n(?:.|\n)*\nend_of_record\n$/,
    );
    expect(JSON.parse(folder.read('coverage/coverage.json'))).toMatchObject({
      version: 1,
      tests: 2,
      summary: { all: { covered: 17, total: 24, percent: 70.8 } },
      files: [{ file: 'policies/law.privacy', subjects: [{ kind: 'policy', name: 'test.law' }] }],
    });
  });

  test('writes one page with the sources, which needs nothing else and repeats nothing unsafe', async () => {
    const hostile = law.replace('"Calls need consent"', '"<script>alert(1)</script>"');
    const folder = createFolder({ ...project, 'policies/law.privacy': hostile });
    await run(['test', '--coverage-report', 'html'], { cwd: folder.path });
    const page = folder.read('coverage/index.html');
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<td>unless customer.consented: never stood</td>');
    expect(page).toContain('title="true in 1 test, false in 1 test"');
    expect(page).toContain('@media print');
    for (const [, id = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('goes into the folder that is named', async () => {
    const folder = createFolder(project);
    const words = ['test', '--coverage-report', 'lcov', '--coverage-folder', 'out/here'];
    await run(words, { cwd: folder.path });
    expect(folder.list()).toContain('out/here/lcov.info');
  });

  test('fails where less is covered than wanted', async () => {
    const { path } = createFolder(project);
    const enough = await run(['test', '--coverage-threshold', '68'], { cwd: path });
    expect([enough.code, enough.stderr]).toEqual([0, '']);
    const tooLittle = await run(['test', '--coverage-threshold', '80'], { cwd: path });
    expect(tooLittle).toMatchObject({
      code: 1,
      stderr: 'error: 70.8 % are covered, and at least 80 % are wanted.\n',
    });
  });

  test('counts only what the command was asked about, and nothing of the library', async () => {
    const { path } = createFolder(project);
    const { stdout } = await run(['test', '--coverage', 'policies/words.privacy'], { cwd: path });
    expect(stdout).toContain('There is nothing to cover.');
    const mail = createFolder({ 'privacy.json': '{}', 'mail.privacy': withLibrary });
    const covered = await run(['test', '--coverage'], { cwd: mail.path });
    expect(covered.stdout).toMatch(/\nde\.mail +.*\nEverything /);
  });

  test('stands in the JSON form in numbers', async () => {
    const { path } = createFolder(project);
    const { stdout } = await run(['test', '--coverage', '--format', 'json'], { cwd: path });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      coverage: { tests: 2, summary: { rules: { covered: 6, total: 7 } } },
    });
  });

  test('says what is wrong with its options', async () => {
    const { path } = createFolder(project);
    const form = await run(['test', '--coverage-report', 'pdf'], { cwd: path });
    expect([form.code, form.stderr]).toEqual([2, expect.stringContaining('"pdf" is none of text, lcov')]);
    const percent = await run(['test', '--coverage-threshold', '120'], { cwd: path });
    expect([percent.code, percent.stderr]).toEqual([2, expect.stringContaining('a number from 0 to 100')]);
    const file = createFolder({ ...project, coverage: 'in the way' });
    const blocked = await run(['test', '--coverage-report', 'lcov'], { cwd: file.path });
    expect([blocked.code, blocked.stderr]).toEqual([2, expect.stringContaining('coverage/lcov.info')]);
  });
});
