import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project } from './sample-project.ts';

const failing = law.replace('expect permitted owing offer-opt-out', 'expect forbidden');

describe('privacy test', () => {
  test('passes where all tests pass', async () => {
    const { path } = createFolder(project);
    expect(await run(['test'], { cwd: path })).toEqual({
      code: 0,
      stdout: '✓ policies/law.privacy  2 passed\n\n2 tests, all passed.\n',
      stderr: '',
    });
  });

  test('says what was expected of a test that fails, and what came', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': failing });
    const { code, stdout } = await run(['test'], { cwd: path });
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '✗ policies/law.privacy  1 failed, 1 passed',
      '',
      '✗ E-mail is allowed',
      '  Expected forbidden, but it is permitted, because test.law.default.contact',
      '  ("Allowed unless forbidden") allows it.',
      '  policies/law.privacy:38',
      '',
      '2 tests, 1 failed.',
      '',
    ]);
  });

  test('explains failed tests where it is asked to', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': failing });
    const { stdout } = await run(['test', '--explain'], { cwd: path });
    expect(stdout).toContain('✓ permitted: contact\n');
    expect(stdout).toContain('What was considered');
    expect(stdout).not.toContain('✗ forbidden: contact');
  });

  test('runs the tests that a filter names, and fails where it names none', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': failing });
    expect((await run(['test', '--filter', 'a CALL'], { cwd: path })).code).toBe(0);
    const none = await run(['test', '--filter', 'fax'], { cwd: path });
    expect(none).toMatchObject({ code: 2, stderr: 'error: No test has "fax" in its title.\n' });
  });

  test('runs only the tests of the files that it was asked about, on the whole project', async () => {
    const more =
      'use acme.words\n\ntest "Nobody may call at night" {\n  now 2026-03-02T23:00:00Z\n  contact { customer: { consented: yes, time-zone: "UTC" }, channel: live-call }\n  expect forbidden by test.law.hours\n}\n';
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': failing,
      'policies/more.privacy': more,
    });
    const { code, stdout } = await run(['test', 'policies/more.privacy'], { cwd: path });
    expect([code, stdout]).toEqual([0, '✓ policies/more.privacy  1 passed\n\n1 test, all passed.\n']);
  });

  test('runs no test of policies that have mistakes', async () => {
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': law.replace('is voice\n', 'is voise\n'),
    });
    const { code, stdout, stderr } = await run(['test'], { cwd: path });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[name/unknown-term]');
    expect(stderr).toContain('The tests were not run');
  });

  test('writes nothing but the form that it was asked for', async () => {
    const { path } = createFolder({ ...project, 'policies/law.privacy': failing });
    const outputs = await Promise.all(
      ['json', 'junit', 'github'].map((format) => run(['test', '--format', format], { cwd: path })),
    );
    const [json, junit, github] = outputs.map(({ stdout }) => stdout);
    expect(JSON.parse(json ?? '')).toMatchObject({
      version: 1,
      summary: { passed: 1, failed: 1 },
      tests: [
        { title: 'A call without consent is forbidden', passed: true, failures: [] },
        {
          title: 'E-mail is allowed',
          passed: false,
          line: 35,
          failures: [{ what: 'outcome', actual: 'permitted' }],
        },
      ],
    });
    expect(junit).toContain('<testsuite name="policies/law.privacy" tests="2" failures="1">');
    expect(junit).toContain('<testcase name="E-mail is allowed" classname="policies/law.privacy"');
    expect(github).toMatch(
      /^::error file=policies\/law\.privacy,line=38,title=E-mail is allowed::Expected forbidden/,
    );
  });
});
