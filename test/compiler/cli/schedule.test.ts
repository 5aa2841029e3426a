import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';

const words = `module acme.words

authorities law binding > company tenant

taxonomy Place { DE, GB }

record Invoice {
  seat: within Place
  issued-on: date "Issued on"
  has-hold?: boolean "Legal hold"
  jurisdiction: each of (seat)
}
record Request { received-on: date, answered-on: date or none }
record Note { text: text }
`;

const policies = `use acme.words

policy law.books "Law of the books" {
  authority law
  source "Act 1"
  applies when jurisdiction is DE
  rule vouchers "Vouchers are kept" {
    keep Invoice for at least 8 years counted from end of year of issued-on
    cite "art. 1"
  }
}
policy acme.retention "Retention" {
  authority company
  rule last-day "Nothing stays longer than ten years" { erase Invoice at the latest 10 years after issued-on }
  rule hold "Evidence" { hold Invoice when has-hold cite "order 17" review within 1 year }
  rule answer "Requests are answered" {
    due Request at the latest 1 month after received-on
    done when answered-on is not none
  }
}
`;

const project = {
  'privacy.json': '{ "sources": ["policies/**/*.privacy"], "zone": "Europe/Berlin" }\n',
  'policies/words.privacy': words,
  'policies/law.privacy': policies,
};

const invoice = (issuedOn: string) => ({ seat: 'DE', issuedOn, hasHold: false });
const facts = JSON.stringify(invoice('2016-05-01'));

describe('privacy schedule', () => {
  test('says of a record from the command line until when it is kept', async () => {
    const { path } = createFolder(project);
    const line = ['schedule', 'Invoice', '--on', '2024-12-31', '--facts', facts];
    const { code, stdout, stderr } = await run(line, { cwd: path });
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      record: 'Invoice',
      state: 'must-keep',
      keepThrough: '2024-12-31',
      eraseBy: '2026-05-01',
      claims: [{ claim: 'DE', state: 'must-keep' }],
    });
  });

  test('takes the policies of a record from the command line by name', async () => {
    const { path } = createFolder(project);
    const line = ['schedule', 'Invoice', 'policies/words.privacy', 'policies/law.privacy', '--facts', facts];
    const { code, stdout } = await run([...line, '--on', '2024-12-31'], { cwd: path });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).state).toBe('must-keep');
  });

  test('"--on" is noon of the day in the zone of the project', async () => {
    const { path } = createFolder(project);
    for (const [day, state] of [
      ['2026-04-30', 'may-erase'],
      ['2026-05-01', 'must-erase'],
      ['2026-05-02', 'overdue'],
    ]) {
      const { stdout } = await run(['schedule', 'Invoice', '--on', day ?? '', '--facts', facts], {
        cwd: path,
      });
      expect(JSON.parse(stdout).state).toBe(state);
    }
  });

  test('takes an instant, or the clock of the machine where that is asked for', async () => {
    const { path } = createFolder({ ...project, 'invoice.json': facts });
    const { stdout } = await run(['schedule', 'Invoice', '--now', 'now', '--facts', '@invoice.json'], {
      cwd: path,
    });
    expect(JSON.parse(stdout).state).toBe('may-erase');
    const earlier = ['schedule', 'Invoice', '--now', '2020-03-02T12:00:00Z', '--facts', facts];
    expect(JSON.parse((await run(earlier, { cwd: path })).stdout).state).toBe('must-keep');
  });

  test('answers JSON Lines in their order, one line each, and a broken line with an error', async () => {
    const { path } = createFolder(project);
    const stdin = [facts, 'nonsense', JSON.stringify(invoice('2025-05-01')), '{"seat":"DE"}'].join('\n');
    const { code, stdout } = await run(['schedule', 'Invoice', '--on', '2026-03-02'], { cwd: path, stdin });
    expect(code).toBe(1);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ state, error, line }) => state ?? [error, line])).toEqual([
      'may-erase',
      ['This is not valid JSON (column 2)', 2],
      'must-keep',
      [expect.stringContaining('issuedOn'), 4],
    ]);
    expect(answers[3].issues).toMatchObject([{ path: 'issuedOn', code: 'missing' }]);
  });

  test.each([
    ['a file', ['invoices.jsonl']],
    [
      'a file, with the policies by name',
      ['invoices.jsonl', 'policies/words.privacy', 'policies/law.privacy'],
    ],
    ['standard input by its sign', ['-']],
  ])('takes records from %s', async (_, more) => {
    const { path } = createFolder({ ...project, 'invoices.jsonl': `${facts}\n${facts}\n` });
    const { code, stdout } = await run(['schedule', 'Invoice', ...more, '--on', '2026-03-02'], {
      cwd: path,
      stdin: `${facts}\n${facts}\n`,
    });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  test('takes a list of records', async () => {
    const { path } = createFolder(project);
    const stdin = JSON.stringify([invoice('2016-05-01'), invoice('2017-05-01')], null, 2);
    const { stdout } = await run(['schedule', 'Invoice', '--on', '2026-03-02'], { cwd: path, stdin });
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  test('says by when something is due', async () => {
    const { path } = createFolder(project);
    const request = (answeredOn: string | null) => JSON.stringify({ receivedOn: '2026-01-31', answeredOn });
    const line = (day: string, given: string) => ['schedule', 'Request', '--on', day, '--facts', given];
    const dueOn = async (day: string, given: string) =>
      JSON.parse((await run(line(day, given), { cwd: path })).stdout).due;
    expect(await dueOn('2026-02-28', request(null))).toMatchObject({ state: 'open', dueBy: '2026-02-28' });
    expect(await dueOn('2026-03-01', request(null))).toMatchObject({ state: 'overdue' });
    expect(await dueOn('2026-03-01', request('2026-02-20'))).toMatchObject({ state: 'done' });
  });

  test('writes text where people read, with the state, the days, the rules and what to do', async () => {
    const { path } = createFolder(project);
    const line = ['schedule', 'Invoice', '--on', '2026-03-02', '--facts', facts];
    const { stdout } = await run(line, { cwd: path, terminal: 100, env: { NO_COLOR: '1' } });
    expect(stdout).toBe(`✓ may-erase: Invoice on 2026-03-02
  It need not be kept any more and may be erased.
  The answer holds until 2026-04-30T22:00:00Z.

Until when
  • to be kept through 2024-12-31
  • to be erased by 2026-05-01

Why
  ✓ acme.retention.last-day asks to erase it by 2026-05-01: Nothing stays longer than ten years
    Retention, company; claimed by DE
  ✓ law.books.vouchers keeps it through 2024-12-31: Vouchers are kept
    art. 1; Act 1
    Law of the books, law; claimed by DE

What has to be done
  • erase by 2026-05-01, open
    asked for by acme.retention.last-day

`);
  });

  test('says in text what is missing and which line cannot be read', async () => {
    const { path } = createFolder(project);
    const stdin = `{"seat":"DE","issuedOn":"2016-05-01"}\nnonsense\n`;
    const line = ['schedule', 'Invoice', '--on', '2026-03-02', '--format', 'text'];
    const { code, stdout } = await run(line, { cwd: path, stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('? undetermined: Invoice on 2026-03-02');
    expect(stdout).toContain('What is missing\n  ? Legal hold (hasHold)\n    asked by acme.retention.hold\n');
    expect(stdout).toContain('✗ Record on line 2: This is not valid JSON (column 2)');
  });

  test('explains how an answer came about', async () => {
    const { path } = createFolder(project);
    const line = ['schedule', 'Invoice', '--on', '2026-03-02', '--facts', facts, '--explain'];
    const text = (await run([...line, '--format', 'text'], { cwd: path })).stdout;
    expect(text).toContain('What was considered');
    expect(text).toContain('law.books applies');
    expect(text).toContain('What would turn the answer');
    const json = JSON.parse((await run(line, { cwd: path })).stdout);
    expect(json).toMatchObject({ schedule: { state: 'may-erase' }, claims: [{ claim: 'DE' }] });
    expect(json.changes.length).toBeGreaterThan(0);
  });

  test.each([
    ['no day', ['Invoice', '--facts', facts], 'Say which day it is'],
    ['a day and an instant', ['Invoice', '--on', '2026-03-02', '--now', 'now'], 'Either --on or --now'],
    ['a day that is none', ['Invoice', '--on', '2026-02-30', '--facts', facts], '"2026-02-30" is not a day'],
    [
      'facts and a file',
      ['Invoice', 'x.json', '--on', '2026-03-02', '--facts', facts],
      'Either --facts or a file',
    ],
    [
      'facts that are no JSON',
      ['Invoice', '--on', '2026-03-02', '--facts', '{'],
      '--facts is not valid JSON',
    ],
    ['a record in other letters', ['invoice', '--on', '2026-03-02'], 'do you mean "Invoice"?'],
    ['an unknown record', ['Banana', '--on', '2026-03-02'], 'policies speak of: Invoice, Request'],
    ['a file that is not there', ['Invoice', 'nowhere.jsonl', '--on', '2026-03-02'], 'nowhere.jsonl'],
    [
      'policies on standard input',
      ['Invoice', 'x.json', '-', '--on', '2026-03-02'],
      'name the policies as files',
    ],
  ])('refuses %s', async (_, line, sentence) => {
    const { path } = createFolder(project);
    const { code, stderr } = await run(['schedule', ...line], { cwd: path });
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('answers with an error where the instant is none', async () => {
    const { path } = createFolder(project);
    const { code, stdout } = await run(['schedule', 'Invoice', '--now', 'soon', '--facts', facts], {
      cwd: path,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toContain('now');
  });

  test('answers nothing from policies with mistakes', async () => {
    const { path } = createFolder({
      ...project,
      'policies/wrong.privacy': 'policy a.b "P" { authority nobody }',
    });
    const { code, stdout, stderr } = await run(
      ['schedule', 'Invoice', '--on', '2026-03-02', '--facts', facts],
      {
        cwd: path,
      },
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('nobody');
  });

  test('is mentioned where people look for it', async () => {
    const { stdout } = await run(['decide', '--help']);
    expect(stdout).toContain('privacy schedule');
  });
});
