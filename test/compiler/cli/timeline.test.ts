import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { project } from './sample-project.ts';

const dated = `use acme.words

calendar office "Days at the office" covers 2026-01-01 through 2026-12-31 {
  weekend saturday, sunday
}

policy test.dated "Dated law" {
  authority law
  review by 2027-01-15
  rule old "Until the change" {
    forbid contact
    when channel is email and today is not a working day in office
    in force through 2026-06-30
    cite "art. 5"
  }
  rule new "After the change" {
    forbid contact
    when channel is email
    in force from 2026-07-01
    cite "art. 6"
  }
}

test "Before the change" {
  now 2026-06-30T12:00:00Z
  contact { channel: email }
  expect permitted
}
`;

const files = { ...project, 'policies/dated.privacy': dated };

describe('privacy timeline', () => {
  test('lists the days on which the law changes, and the tests that are missing', async () => {
    const { path } = createFolder(files);
    expect(await run(['timeline'], { cwd: path })).toEqual({
      code: 0,
      stderr: '',
      stdout: `2026-01-01
  + calendar office is known from this day on (Days at the office)

2026-07-01
  − rule test.dated.old ends, last day 2026-06-30 (Until the change)
    a test on 2026-07-01 or later is missing
  + rule test.dated.new begins (After the change)
    a test on 2026-07-01 or later is missing

2027-01-01
  − calendar office ends, last day 2026-12-31 (Days at the office)

2027-01-15
  ? policy test.dated is to be looked at again by this day (Dated law)
`,
    });
  });

  test('asks for no tests of what is past', async () => {
    const { path } = createFolder({
      ...files,
      'policies/dated.privacy': dated.replaceAll('2026-0', '2025-0'),
    });
    const { stdout } = await run(['timeline', '--policy', 'test.*', '--to', '2025-12-31'], { cwd: path });
    expect(stdout).toContain('rule test.dated.new begins');
    expect(stdout).not.toContain('missing');
  });

  test('shows some days and policies alone', async () => {
    const { path } = createFolder(files);
    const some = await run(['timeline', '--from', '2026-07-01', '--to', '2026-12-31'], { cwd: path });
    expect(some.stdout.split('\n')[0]).toBe('2026-07-01');
    expect(some.stdout).not.toContain('2027');
    const other = await run(['timeline', '--policy', 'test.law'], { cwd: path });
    expect(other.stdout).toBe('Nothing begins or ends in that time.\n');
  });

  test('writes JSON with the places and the tests on both sides', async () => {
    const { path } = createFolder(files);
    const { stdout } = await run(['timeline', '--format', 'json', '--from', '2026-07-01'], { cwd: path });
    const { version, changes } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(changes[0]).toEqual({
      date: '2026-07-01',
      change: 'ends',
      kind: 'rule',
      name: 'test.dated.old',
      title: 'Until the change',
      policy: 'test.dated',
      zone: 'UTC',
      tests: { lastDay: '2026-06-30', before: true, after: false },
      file: 'policies/dated.privacy',
      line: 10,
    });
  });

  test('refuses days and policies that do not exist', async () => {
    const { path } = createFolder(files);
    for (const [words, message] of [
      [['--from', '2026-02-30'], '"2026-02-30" is not a day'],
      [['--from', '2026-03-02', '--to', '2026-03-01'], 'There are no days from 2026-03-02 to 2026-03-01'],
      [['--policy', 'test.lae'], 'There is no policy "test.lae"'],
    ] as const) {
      const { code, stderr } = await run(['timeline', ...words], { cwd: path });
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
  });
});

describe('privacy check --at', () => {
  const codesAt = async (day: string) => {
    const { path } = createFolder(files);
    const { stdout, code } = await run(['check', '--at', day, '--format', 'json'], { cwd: path });
    const found = JSON.parse(stdout).diagnostics.map(
      (one: { code: string; headline: string }) => `${one.code} ${one.headline}`,
    );
    return { code, found };
  };

  test('tells what is not in force on a day', async () => {
    expect(await codesAt('2026-06-30')).toEqual({
      code: 0,
      found: ['lint/not-in-force "test.dated.new" is not in force on 2026-06-30'],
    });
    expect(await codesAt('2026-07-01')).toEqual({
      code: 0,
      found: ['lint/not-in-force "test.dated.old" is not in force on 2026-07-01'],
    });
  });

  test('tells which calendars have ended and which policies were to be looked at again', async () => {
    expect((await codesAt('2027-01-16')).found).toEqual([
      'lint/cover-ended The calendar "office" ends on 2026-12-31',
      expect.stringMatching(/^lint\/policy-review .*"test\.dated".*2027-01-15/),
      'lint/not-in-force "test.dated.old" is not in force on 2027-01-16',
    ]);
  });

  test('looks at the day of the clock where none is stated, and then tells calendars alone', async () => {
    const past = dated.replaceAll('2026-', '2025-').replace('2027-', '2026-12-');
    const { path } = createFolder({
      ...files,
      'policies/dated.privacy': past.replace('2026-12-01-15', '2026-12-15'),
    });
    const { stdout } = await run(['check', '--format', 'json'], { cwd: path });
    expect(JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code)).toEqual([
      'lint/cover-ended',
    ]);
  });

  test('refuses a day that does not exist, and another day together with fixes', async () => {
    const { path } = createFolder(files);
    expect(await run(['check', '--at', '2026-13-01'], { cwd: path })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"2026-13-01" is not a day'),
    });
    expect((await run(['check', '--at', '2026-12-01', '--fix'], { cwd: path })).code).toBe(2);
  });
});
