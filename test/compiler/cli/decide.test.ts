import { describe, expect, test } from 'vitest';
import { createFolder, run } from './run.ts';
import { law, project, words } from './sample-project.ts';

const now = '2026-03-02T12:00:00Z';
const call = {
  activity: 'contact',
  now,
  facts: { customer: { consented: false, timeZone: 'UTC' }, channel: 'live-call' },
};
const mail = { activity: 'contact', now, facts: { customer: {}, channel: 'email' } };
const open = { activity: 'contact', now, facts: { customer: {}, channel: 'live-call' } };

describe('privacy decide', () => {
  test('answers a question from the command line', async () => {
    const { path } = createFolder(project);
    const words = ['decide', '--activity', 'contact', '--now', now, '--facts', JSON.stringify(call.facts)];
    const { code, stdout, stderr } = await run(words, { cwd: path });
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'forbidden', reasons: [{ rule: 'test.law.calls' }] });
  });

  test('takes facts from a file, and the time of the machine where that is asked for', async () => {
    const { path } = createFolder({ ...project, 'facts.json': JSON.stringify(mail.facts) });
    const { stdout } = await run(
      ['decide', '--activity', 'contact', '--now', 'now', '--facts', '@facts.json'],
      { cwd: path },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'permitted',
      obligations: [{ obligation: 'offer-opt-out' }],
    });
  });

  test('answers JSON Lines in their order, one line each, and a broken line with an error', async () => {
    const { path } = createFolder(project);
    const lines = [call, mail].map((question) => JSON.stringify(question));
    const stdin = [lines[0], 'nonsense', '', lines[1], '{"activity":"contact"', JSON.stringify(open)].join(
      '\n',
    );
    const { code, stdout } = await run(['decide'], { cwd: path, stdin });
    expect(code).toBe(1);
    expect(answers(stdout)).toEqual([
      'forbidden',
      { error: 'This is not valid JSON (column 2)', line: 2 },
      'permitted',
      { error: 'This is not valid JSON: it ends too early', line: 5 },
      'undetermined',
    ]);
  });

  test.each([
    ['a single document', JSON.stringify(call, null, 2), ['forbidden']],
    [
      'documents one after another',
      [call, mail].map((each) => JSON.stringify(each, null, 2)).join('\n'),
      ['forbidden', 'permitted'],
    ],
    ['a list', JSON.stringify([call, mail]), ['forbidden', 'permitted']],
    ['a list over several lines', JSON.stringify([call, mail], null, 2), ['forbidden', 'permitted']],
    ['nothing', '', []],
  ])('takes %s', async (_, stdin, expected) => {
    const { path } = createFolder(project);
    const { code, stdout } = await run(['decide'], { cwd: path, stdin });
    expect(code).toBe(0);
    expect(answers(stdout)).toEqual(expected);
  });

  test('fills in what questions leave out from the command line', async () => {
    const { path } = createFolder({
      ...project,
      'facts.jsonl': `{"facts":${JSON.stringify(mail.facts)}}\n{"facts":${JSON.stringify(call.facts)}}\n`,
    });
    const words = ['decide', '--activity', 'contact', '--now', now, '--input', 'facts.jsonl'];
    expect(answers((await run(words, { cwd: path })).stdout)).toEqual(['permitted', 'forbidden']);
  });

  test.each([
    [{ ...call, activity: 'contcat' }, 'There is no activity "contcat"; do you mean "contact"?'],
    [{ facts: {}, now }, 'The question names no "activity"'],
    [
      { activity: 'contact', facts: {} },
      'The question states no "now", the time that it is about, such as "2026-03-02T12:00:00Z"',
    ],
    [{ activity: 'contact', now }, 'The question has no "facts"'],
    [{ ...call, fcats: {} }, 'A question has no "fcats"; do you mean "facts"?'],
    [5, 'A question is an object with "activity", "facts" and "now"'],
    [null, 'A question is an object with "activity", "facts" and "now"'],
  ])('says what is wrong with a question: %j', async (question, error) => {
    const { path } = createFolder(project);
    const { code, stdout } = await run(['decide'], { cwd: path, stdin: JSON.stringify(question) });
    expect(code).toBe(1);
    expect(answers(stdout)).toEqual([{ error, line: 1 }]);
  });

  test('never permits where facts are wrong, and names them', async () => {
    const { path } = createFolder(project);
    const stdin = JSON.stringify({ ...mail, facts: { customer: { consentd: true }, channel: 'emial' } });
    const { code, stdout } = await run(['decide'], { cwd: path, stdin });
    expect(code).toBe(1);
    const [answer] = answers(stdout);
    expect(answer).toMatchObject({ line: 1, issues: [{ path: 'channel' }, { path: 'customer.consentd' }] });
  });

  test('refuses hostile keys', async () => {
    const { path } = createFolder(project);
    const stdin = `{"activity":"contact","now":"${now}","facts":{"__proto__":{"x":1},"customer":{},"channel":"email"}}`;
    const { code } = await run(['decide'], { cwd: path, stdin });
    expect(code).toBe(1);
  });

  test('answers nothing with policies that have mistakes', async () => {
    const { path } = createFolder({
      ...project,
      'policies/law.privacy': law.replace('forbid contact', 'forbid contcat'),
    });
    const { code, stdout, stderr } = await run(['decide'], { cwd: path, stdin: JSON.stringify(mail) });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('policies/law.privacy:');
  });

  test.each([
    [['decide', '-'], 'Standard input holds the questions here'],
    [['decide', '--facts', '{'], '--facts is not valid JSON'],
    [['decide', '--facts', '@gone.json'], 'gone.json does not exist'],
    [['decide', '--facts', '{}', '--input', 'x'], 'Either --facts or --input'],
    [['decide', '--input', 'gone.jsonl'], 'gone.jsonl does not exist'],
    [['decide', '--input', 'policies'], 'policies is a folder'],
  ])('ends with code 2 where it is used wrongly: %j', async (words, message) => {
    const { path } = createFolder(project);
    const { code, stdout, stderr } = await run(words, { cwd: path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('a stream of questions', () => {
  const line = Buffer.from(`${JSON.stringify(mail)}\n`);

  test('is answered as it arrives, and read no faster than its answers are taken', async () => {
    const { path } = createFolder(project);
    let given = 0;
    let taken = 0;
    let furthestAhead = 0;
    async function* questions(): AsyncIterable<Uint8Array> {
      for (; given < 200; given += 1) {
        furthestAhead = Math.max(furthestAhead, given - taken);
        yield line;
      }
    }
    const { code } = await run(['decide'], {
      cwd: path,
      stdin: questions(),
      onWrite: async (text) => {
        await new Promise((resolve) => setImmediate(resolve));
        taken += text.split('\n').length - 1;
      },
    });
    expect([code, given, taken]).toEqual([0, 200, 200]);
    expect(furthestAhead).toBeLessThanOrEqual(1);
  });

  test('is no longer read once nobody reads the answers', async () => {
    const { path } = createFolder(project);
    let given = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        given += 1;
        yield line;
      }
    }
    const { code, stdout } = await run(['decide'], { cwd: path, stdin: endless(), closeAfter: 5 });
    expect(code).toBe(0);
    expect(answers(stdout)).toHaveLength(5);
    expect(given).toBe(5);
  });
});

describe('privacy decide --explain', () => {
  const explain = ['decide', '--explain'];

  test('gives the whole explanation as JSON, one line each', async () => {
    const { path } = createFolder(project);
    const stdin = `${JSON.stringify(call)}\n${JSON.stringify(mail)}\n`;
    const { stdout } = await run(explain, { cwd: path, stdin });
    const explanations = stdout
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(explanations.map(({ decision }) => decision.outcome)).toEqual(['forbidden', 'permitted']);
    expect(explanations[0].claims[0].policies[0]).toMatchObject({ policy: 'test.law', forbids: 'true' });
  });

  test('is written for people on a terminal', async () => {
    const { path } = createFolder(project);
    const options = { cwd: path, terminal: 80, env: { NO_COLOR: '1' } };
    const { stdout } = await run(explain, { ...options, stdin: JSON.stringify(call) });
    expect(stdout.split('\n')).toEqual([
      '✗ forbidden: contact at 2026-03-02T12:00:00Z',
      '  At least one rule forbids it.',
      '  The answer holds until 2026-03-02T21:00:00.001Z.',
      '',
      'Why',
      '  ✗ test.law.calls forbids: Calls need consent',
      '    art. 2; Act 1',
      '    Law of the test, law',
      '',
      'What would turn the answer',
      '  ✓ channel = email: permitted',
      '  ✓ customer.consented = true: permitted',
      '',
      'What was considered',
      '  ✓ test.law applies (Law of the test, law)',
      '    ✓ default permit: test.law.default.contact stands (Allowed unless forbidden,',
      '      art. 1)',
      '    ✓ forbid: test.law.calls stands (Calls need consent, art. 2)',
      '        ✓ channel is voice',
      '            channel = live-call',
      '        ✗ unless does not stand',
      '            ✗ customer.consented',
      '                customer.consented = no',
      '    ✗ require: test.law.mail does not stand (A way out, art. 3)',
      '        ✗ channel is email',
      '            channel = live-call',
      '    ✗ forbid: test.law.hours does not stand (Not at night, art. 4)',
      '        ✗ channel is voice and time in customer.time-zone is not between 08:00',
      '          and 21:00',
      '          ✗ time in customer.time-zone is not between 08:00 and 21:00',
      '              customer.timeZone = UTC',
      '',
      'Facts that were read',
      '  channel            live-call',
      '  customer.consented no',
      '  customer.timeZone  UTC',
      '',
      '',
    ]);
    const undetermined = await run(explain, { ...options, stdin: JSON.stringify(open) });
    expect(undetermined.stdout).toContain('? undetermined: contact at 2026-03-02T12:00:00Z');
    expect(undetermined.stdout).toContain(
      '  ? Has consented (customer.consented)\n    asked by test.law.calls\n',
    );
    const permitted = await run(explain, { ...options, stdin: JSON.stringify(mail) });
    expect(permitted.stdout).toContain(
      'What has to be done with it\n  • offer-opt-out: Offer a way to say no\n',
    );
  });

  test('lets no fact act on the terminal', async () => {
    const { path } = createFolder({
      ...project,
      'policies/words.privacy': words.replace('time-zone?:', 'note?: text\n  time-zone?:'),
      'policies/law.privacy': law.replace('unless customer.consented', 'unless customer.note is "yes"'),
    });
    const facts = { customer: { note: '\u001B[2J\u202Esey', timeZone: 'UTC' }, channel: 'live-call' };
    const options = {
      cwd: path,
      terminal: 80,
      env: { NO_COLOR: '1' },
      stdin: JSON.stringify({ ...call, facts }),
    };
    const { stdout } = await run(['decide', '--explain'], options);
    expect(stdout).toContain('customer.note = \\u{1B}[2J\\u{202E}sey');
    expect(stdout).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  });
});

function answers(stdout: string): readonly unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const answer: { readonly outcome?: string } = JSON.parse(line);
      return answer.outcome ?? answer;
    });
}
