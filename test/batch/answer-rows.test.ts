import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Progress, RowAnswer } from '../../packages/batch/src/index.ts';
import { activityIn, loadCompiled, recordIn } from '../support/compiled.ts';
import { acmeProgram, acmeRequests } from '../support/examples.ts';
import { buildBatch, compileAcme, temporaryFolder } from './built-batch.ts';

const folder = temporaryFolder(join(tmpdir(), 'privacy-rows-'));
const module = compileAcme(folder);
const { batch } = await buildBatch();
const compiled = await loadCompiled(acmeProgram().program);
const contact = activityIn(compiled, 'contact');

const requests = acmeRequests().filter(({ activity }) => activity === 'contact');
const facts = requests.map((request) => request.facts);
const now = '2026-03-02T12:00:00Z';
const decide = { module, entry: 'decide', activity: 'contact', now } as const;
const permits = { module, entry: 'permits', activity: 'contact', now, fulfils: obligations() } as const;

function obligations(): readonly string[] {
  return [...acmeProgram().program.obligations.keys()];
}

function* repeated(count: number): Generator<object> {
  for (let row = 0; row < count; row += 1) yield facts[row % facts.length] ?? {};
}

async function all<Value>(answers: AsyncIterable<RowAnswer<Value>>): Promise<RowAnswer<Value>[]> {
  const list: RowAnswer<Value>[] = [];
  for await (const answer of answers) list.push(answer);
  return list;
}

/** What is thrown once answers are read. */
async function failureOf(answers: AsyncIterable<unknown>): Promise<unknown> {
  try {
    for await (const _ of answers);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('rows answered by threads', { timeout: 120_000 }, () => {
  test('have the decisions that the evaluator gives, to the last detail and in their order', async () => {
    const answers = await all(batch.answerRows(facts, { ...decide, rowsPerBatch: 7, workers: 2 }));
    expect(answers).toEqual(
      facts.map((each, row) => ({ kind: 'answer', row, value: contact.decide(each, { now }) })),
    );
  });

  test('are a hundred thousand, with the permissions that the evaluator gives', async () => {
    const expected = facts.map((each) => contact.permits(each, { now, fulfils: permits.fulfils }));
    expect(new Set(expected)).toEqual(new Set([true, false]));
    let row = 0;
    let wrong = 0;
    const progress: Progress[] = [];
    const options = { ...permits, workers: 2, onProgress: (each: Progress) => progress.push(each) };
    for await (const answer of batch.answerRows(repeated(100_000), options)) {
      const isRight = answer.kind === 'answer' && answer.value === expected[row % facts.length];
      if (!isRight || answer.row !== row) wrong += 1;
      row += 1;
    }
    expect([row, wrong]).toEqual([100_000, 0]);
    expect(progress).toHaveLength(200);
    expect(progress.at(-1)).toEqual({ rows: 100_000, errors: 0, inFlight: 0 });
  });

  test('may be records, whose schedules are asked for', async () => {
    const invoice = {
      company: { id: 'acme', seat: 'DE-BE', industry: 'retail' },
      customer: { residence: 'DE-BE', consents: [], optOuts: [] },
      issuedOn: '2020-03-02',
    };
    const asked = { module, entry: 'schedule', record: 'Invoice', now } as const;
    const [answer] = await all(batch.answerRows([invoice], asked));
    const schedule = recordIn(compiled, 'Invoice').schedule(invoice, { now });
    expect(answer).toEqual({ kind: 'answer', row: 0, value: schedule });
  });

  test('may arrive in lists, at once or later', async () => {
    async function* arriving(): AsyncGenerator<object | readonly object[]> {
      yield facts.slice(0, 3);
      yield facts[3] ?? {};
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield facts.slice(4, 9);
    }
    const answers = await all(batch.answerRows(arriving(), { ...decide, rowsPerBatch: 2 }));
    expect(answers).toEqual(await all(batch.answerRows(facts.slice(0, 9), decide)));
  });

  test('may be none', async () => {
    expect(await all(batch.answerRows([], decide))).toEqual([]);
  });
});

describe('a row that cannot be read', { timeout: 60_000 }, () => {
  const bad = [
    { ...facts[0], channel: 'emial' },
    {},
    null,
    'nonsense',
    { ...facts[0], customer: () => 1 },
    JSON.parse('{ "__proto__": { "channel": "email" } }'),
  ];

  test.each([
    ['decide', decide],
    ['permits', permits],
  ] as const)('is answered with what is wrong with it, and costs no other: %s', async (_, asked) => {
    const rows = bad.flatMap((row, at) => [row, facts[at] ?? {}]);
    // Rows of any kind come from outside: their types say nothing.
    const options = { ...asked, rowsPerBatch: 5 };
    const answers = await all<unknown>(
      options.entry === 'decide'
        ? batch.answerRows(rows as object[], options)
        : batch.answerRows(rows as object[], options),
    );
    const kinds = answers.map(({ kind }) => kind);
    expect(kinds).toEqual(bad.flatMap(() => ['error', 'answer']));
    expect(answers[0]).toMatchObject({
      kind: 'error',
      row: 0,
      issues: [{ path: 'channel', code: 'unknown-term' }],
      message: expect.stringMatching(/^The facts cannot be used: channel: /),
    });
    expect(answers[8]).toMatchObject({
      row: 8,
      message: expect.stringContaining('cannot be sent to a thread'),
    });
  });

  test('is counted', async () => {
    let last: Progress | undefined;
    const onProgress = (progress: Progress) => {
      last = progress;
    };
    await all(batch.answerRows(bad as object[], { ...decide, onProgress }));
    expect(last).toEqual({ rows: bad.length, errors: bad.length, inFlight: 0 });
  });
});

describe('a reader of answers', { timeout: 60_000 }, () => {
  test('who is slow lets no more be read than may be in flight', async () => {
    let read = 0;
    function* counted(): Generator<object> {
      for (const row of repeated(3_000)) {
        read += 1;
        yield row;
      }
    }
    const inFlight: number[] = [];
    let taken = 0;
    let furthestAhead = 0;
    const options = {
      ...permits,
      workers: 2,
      rowsPerBatch: 10,
      batchesInFlight: 3,
      onProgress: (progress: Progress) => inFlight.push(progress.inFlight),
    };
    for await (const _ of batch.answerRows(counted(), options)) {
      if (taken % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      furthestAhead = Math.max(furthestAhead, read - taken);
      taken += 1;
    }
    expect(taken).toBe(3_000);
    expect(Math.max(...inFlight)).toBeLessThanOrEqual(3);
    // The batch that is being taken, those in flight, and one that was read for the next place.
    expect(furthestAhead).toBeLessThanOrEqual(50);
  });

  test('who stops ends the reading of rows, too', async () => {
    let isClosed = false;
    function* endless(): Generator<object> {
      try {
        for (;;) yield facts[0] ?? {};
      } finally {
        isClosed = true;
      }
    }
    for await (const { row } of batch.answerRows(endless(), { ...permits, workers: 2 }))
      if (row === 700) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(isClosed).toBe(true);
  });

  test('who aborts is told so, in the middle of the work or before it', async () => {
    const controller = new AbortController();
    const options = { ...permits, workers: 2, signal: controller.signal };
    let taken = 0;
    async function* aborted(): AsyncGenerator<unknown> {
      for await (const answer of batch.answerRows(repeated(100_000), options)) {
        taken += 1;
        if (taken === 5_000) controller.abort();
        yield answer;
      }
    }
    expect(await failureOf(aborted())).toMatchObject({ name: 'AbortError' });
    expect(taken).toBeGreaterThanOrEqual(5_000);
    expect(taken).toBeLessThan(6_000);
    expect(await failureOf(batch.answerRows(facts, options))).toMatchObject({ name: 'AbortError' });
  });

  test('who aborts does not wait for rows that never come', async () => {
    const controller = new AbortController();
    async function* silent(): AsyncGenerator<object> {
      yield facts[0] ?? {};
      setTimeout(() => controller.abort(new Error('enough')), 50);
      await new Promise(() => {});
    }
    const options = { ...permits, signal: controller.signal };
    expect(await failureOf(batch.answerRows(silent(), options))).toMatchObject({ message: 'enough' });
  });

  test('is told what became of the source of the rows', async () => {
    function* failing(): Generator<object> {
      yield* facts.slice(0, 3);
      throw new Error('the file is gone');
    }
    expect(await failureOf(batch.answerRows(failing(), permits))).toMatchObject({
      message: 'the file is gone',
    });
  });
});

describe('work that cannot be done', { timeout: 60_000 }, () => {
  const written: Readonly<Record<string, string>> = {
    'broken.mjs': 'export const contact = ;',
    'failing.mjs': 'throw new Error("no time zones here");',
    'empty.mjs': 'export const policySet = {};',
    'ending.mjs': 'export const contact = { decide() { process.exit(3); } };',
    'importing.ts': "export { contact } from './nowhere.ts';",
  };
  beforeAll(() => {
    mkdirSync(join(folder, 'broken'), { recursive: true });
    for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, 'broken', name), text);
  });
  const at = (name: string): URL => pathToFileURL(join(folder, 'broken', name));

  test.each([
    ['gone.mjs', 'not-loaded', /^The compiled policies cannot be loaded: Cannot find module .*gone\.mjs/],
    ['gone.ts', 'not-loaded', /^The compiled policies .*gone\.ts cannot be read: /],
    ['broken.mjs', 'not-loaded', /^The compiled policies cannot be loaded: Unexpected token/],
    ['failing.mjs', 'not-loaded', /^The compiled policies cannot be loaded: no time zones here$/],
    ['empty.mjs', 'not-loaded', /no activity "contact"; it has no activities$/],
    ['importing.ts', 'not-loaded', /Could not resolve "\.\/nowhere\.ts"/],
    ['ending.mjs', 'worker-ended', /^A thread ended before it answered: .*3/],
  ])('says why: %s', async (name, code, message) => {
    const error = await failureOf(batch.answerRows(facts, { ...decide, module: at(name), workers: 2 }));
    expect(error).toBeInstanceOf(batch.BatchError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('names what there is instead', async () => {
    const error = await failureOf(batch.answerRows(facts, { ...decide, activity: 'contcat' }));
    expect(error).toMatchObject({
      code: 'not-loaded',
      message: expect.stringMatching(
        /no activity "contcat"; it has: access, automatedDecision, collect, contact/,
      ),
    });
    const record = await failureOf(
      batch.answerRows(facts, { module, entry: 'schedule', record: 'Invoyce', now }),
    );
    expect(record).toMatchObject({ message: expect.stringMatching(/no type of records "Invoyce".*invoice/) });
  });

  test.each([
    [{ now: 'today' }, '"now" is'],
    [{ now: new Date(Number.NaN) }, '"now" is'],
    [{ workers: 0 }, '"workers" is'],
    [{ rowsPerBatch: 1.5 }, '"rowsPerBatch" is'],
    [{ batchesInFlight: -1 }, '"batchesInFlight" is'],
    [{ entry: 'guess' as 'decide' }, '"entry" is'],
  ])('refuses options that mean nothing: %j', async (options, message) => {
    const error = await failureOf(batch.answerRows(facts, { ...decide, ...options }));
    expect(error).toMatchObject({ code: 'bad-option', message: expect.stringContaining(message) });
  });
});
