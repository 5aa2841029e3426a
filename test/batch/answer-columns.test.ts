import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordBatch } from 'apache-arrow';
import {
  Bool,
  Duration,
  Field,
  Float64,
  Int64,
  List,
  RecordBatchReader,
  Struct,
  Table,
  TimeMicrosecond,
  TimestampMillisecond,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { factsFromColumns } from '../../packages/batch/src/arrow/facts-from-columns.ts';
import { BatchError } from '../../packages/batch/src/batch-error.ts';
import type { Progress } from '../../packages/batch/src/index.ts';
import { activityIn, loadCompiled, recordIn } from '../support/compiled.ts';
import { acmeProgram, acmeRequests } from '../support/examples.ts';
import { contactColumns, factsWithColumns, fitsColumns } from './acme-columns.ts';
import { buildBatch, compileAcme, temporaryFolder } from './built-batch.ts';

const module = compileAcme(temporaryFolder(join(tmpdir(), 'privacy-columns-')));
const { arrow } = await buildBatch();
const compiled = await loadCompiled(acmeProgram().program);
const contact = activityIn(compiled, 'contact');

const now = '2026-03-02T12:00:00Z';
const none = [
  'legalBasis',
  'customer.lastPurchaseOn',
  'customer.lastInquiryOn',
  'customer.consents.validThrough',
];
const decide = { module, entry: 'decide', activity: 'contact', now, nullMeansNone: none } as const;
const permits = {
  ...decide,
  entry: 'permits',
  fulfils: [...acmeProgram().program.obligations.keys()],
} as const;

const facts = acmeRequests()
  .filter(({ activity }) => activity === 'contact')
  .map((request) => request.facts)
  .filter(fitsColumns);
const table = contactColumns(facts);
const reference = facts.map((each) => factsWithColumns(each, none));

async function tableOf(batches: AsyncIterable<RecordBatch>): Promise<Table> {
  const list: RecordBatch[] = [];
  for await (const each of batches) list.push(each);
  return new Table(list);
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

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return Buffer.concat(list);
}

function rowsOf(answers: Table): readonly Record<string, unknown>[] {
  return answers.toArray().map((row) => JSON.parse(JSON.stringify(row)));
}

describe('columns of facts', { timeout: 120_000 }, () => {
  test('have the decisions that the evaluator gives for the same facts as objects', async () => {
    const answers = await tableOf(arrow.answerColumns(table, { ...decide, rowsPerBatch: 30, workers: 2 }));
    const expected = reference.map((each, row) => {
      const decision = contact.decide(each, { now });
      return {
        row,
        outcome: decision.outcome,
        reasons: decision.reasons.map(({ rule }) => rule),
        obligations:
          'obligations' in decision ? decision.obligations.map(({ obligation }) => obligation) : [],
        missing: 'missing' in decision ? decision.missing : [],
        validUntil: decision.validUntil === null ? null : Date.parse(decision.validUntil),
        error: null,
      };
    });
    expect(rowsOf(answers)).toEqual(expected);
    expect(answers.batches.length).toBeGreaterThan(5);
    expect(new Set(expected.map(({ outcome }) => outcome)).size).toBeGreaterThan(2);
  });

  test('have permissions, a hundred thousand of them, in bounded memory', async () => {
    const expected = reference.map((each) => contact.permits(each, { now, fulfils: permits.fulfils }));
    expect(new Set(expected)).toEqual(new Set([true, false]));
    const batches = Math.ceil(100_000 / facts.length);
    let read = 0;
    function* repeated(): Generator<RecordBatch> {
      for (; read < batches; read += 1) yield* table.batches;
    }
    let row = 0;
    let wrong = 0;
    const progress: Progress[] = [];
    const options = {
      ...permits,
      workers: 2,
      batchesInFlight: 3,
      onProgress: (each: Progress) => progress.push(each),
    };
    for await (const answers of arrow.answerColumns(repeated(), options)) {
      expect(read - progress.length).toBeLessThanOrEqual(4);
      for (const permitted of answers.getChild('permitted') ?? []) {
        if (permitted !== expected[row % facts.length]) wrong += 1;
        row += 1;
      }
    }
    expect([row, wrong]).toEqual([batches * facts.length, 0]);
    expect(progress.at(-1)).toEqual({ rows: row, errors: 0, inFlight: 0 });
  });

  test('are answered as an Arrow stream or file, from either', async () => {
    const direct = rowsOf(await tableOf(arrow.answerColumns(table, decide)));
    for (const from of ['stream', 'file'] as const) {
      for (const format of ['stream', 'file'] as const) {
        const bytes = await bytesOf(
          arrow.answerIpc(tableToIPC(table, from), { ...decide, rowsPerBatch: 50, format }),
        );
        expect(Buffer.from(bytes.subarray(0, 6)).toString() === 'ARROW1').toBe(format === 'file');
        expect(rowsOf(tableFromIPC(bytes)), `${from} to ${format}`).toEqual(direct);
      }
    }
  });

  test('are read from a stream as it arrives, and its list of outcomes is written once', async () => {
    async function* arriving(): AsyncGenerator<Uint8Array> {
      const bytes = tableToIPC(table, 'stream');
      for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000);
    }
    const bytes = await bytesOf(arrow.answerIpc(arriving(), { ...decide, rowsPerBatch: 20 }));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.split('permittedforbiddenundeterminedungoverned')).toHaveLength(2);
    const reader = RecordBatchReader.from(bytes);
    expect([...reader].reduce((sum, { numRows }) => sum + numRows, 0)).toBe(facts.length);
  });

  test('of which there are none give no rows, with all columns', async () => {
    const bytes = await bytesOf(arrow.answerIpc(tableToIPC(table.slice(0, 0), 'stream'), decide));
    const answers = tableFromIPC(bytes);
    expect(answers.numRows).toBe(0);
    expect(answers.schema.fields.map(({ name }) => name)).toEqual(
      arrow.answerSchema('decide').fields.map(({ name }) => name),
    );
  });

  test('may be records, whose schedules are asked for', async () => {
    const invoices = ['2012-03-02', '2020-03-02', null].map((issuedOn) => ({
      company: { id: 'acme', seat: 'GB', industry: 'retail' },
      customer: { residence: 'GB', consents: [], optOuts: [] },
      issuedOn,
    }));
    const nothing = invoices.map(() => []);
    const columns = new Table({
      'company.id': vectorFromArray(invoices.map(({ company }) => company.id)),
      'company.seat': vectorFromArray(invoices.map(({ company }) => company.seat)),
      'company.industry': vectorFromArray(invoices.map(({ company }) => company.industry)),
      'customer.residence': vectorFromArray(invoices.map(({ customer }) => customer.residence)),
      'customer.consents': vectorFromArray(nothing, new List(new Field('item', new Utf8()))),
      'customer.optOuts': vectorFromArray(nothing, new List(new Field('item', new Utf8()))),
      issuedOn: vectorFromArray(invoices.map(({ issuedOn }) => issuedOn)),
    });
    const asked = { module, entry: 'schedule', record: 'Invoice', now } as const;
    const rows = rowsOf(await tableOf(arrow.answerColumns(columns, asked)));
    for (const row of [0, 1]) {
      const schedule = recordIn(compiled, 'Invoice').schedule(invoices[row], { now });
      const { state, mayErase, onHold, keepThrough, eraseBy } = schedule;
      expect(rows[row]).toMatchObject({ state, mayErase, onHold, keepThrough, eraseBy, error: null });
      expect(rows[row]?.['reasons']).toEqual(schedule.reasons.map(({ rule }) => rule));
    }
    expect(rows[2]).toMatchObject({
      state: null,
      mayErase: false,
      error: expect.stringContaining('issuedOn'),
    });
  });

  test('that cannot be read row by row are never permissions', async () => {
    const broken = table.assign(
      tableFromArrays({ channel: facts.map((_, at) => (at === 1 ? 'emial' : 'email')) }),
    );
    const decided = rowsOf(await tableOf(arrow.answerColumns(broken, decide)));
    expect(decided[1]).toMatchObject({ row: 1, outcome: null, error: expect.stringContaining('channel') });
    expect(decided.filter(({ error }) => error !== null)).toHaveLength(1);
    const permitted = rowsOf(await tableOf(arrow.answerColumns(broken, permits)));
    expect(permitted[1]).toMatchObject({ permitted: false, error: expect.stringContaining('channel') });
    const unknown = table.assign(tableFromArrays({ chanel: facts.map(() => 'email') }));
    expect(
      rowsOf(await tableOf(arrow.answerColumns(unknown, permits))).every((row) => row['error'] !== null),
    ).toBe(true);
    const factColumns = table.schema.fields.map(({ name }) => name);
    const chosen = rowsOf(await tableOf(arrow.answerColumns(unknown, { ...permits, factColumns })));
    expect(chosen.every(({ error }) => error === null)).toBe(true);
  });

  test('that hold no facts are refused as a whole', async () => {
    const noFacts = table.assign(
      new Table({
        channel: vectorFromArray(
          facts.map(() => null),
          new Duration(0),
        ),
      }),
    );
    const error = await failureOf(arrow.answerColumns(noFacts, decide));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'bad-columns', message: expect.stringContaining('"channel"') });
    const gone = await failureOf(arrow.answerColumns(table, { ...decide, factColumns: ['chanel'] }));
    expect(gone).toMatchObject({ code: 'bad-columns', message: 'There is no column "chanel"' });
    const text = await failureOf(arrow.answerIpc(Buffer.from('no arrow, just words of some length'), decide));
    expect(text).toMatchObject({ code: 'bad-columns', message: expect.stringContaining('no Arrow stream') });
  });
});

describe('a value of a column', () => {
  const read = (columns: Table, nullMeansNone: readonly string[] = []) =>
    factsFromColumns(columns, { nullMeansNone });
  const factsOf = (columns: Table, none: readonly string[] = []): readonly object[] => {
    const factsAt = read(columns, none);
    if (factsAt instanceof BatchError) throw factsAt;
    return Array.from({ length: columns.numRows }, (_, row) => factsAt(row));
  };

  test('that is null is unknown, or none where that is said', () => {
    const columns = new Table({
      'a.b': vectorFromArray([true, null], new Bool()),
      c: vectorFromArray([null, 1.5], new Float64()),
    });
    expect(factsOf(columns)).toEqual([{ a: { b: true } }, { c: 1.5 }]);
    expect(factsOf(columns, ['a.b'])).toEqual([{ a: { b: true } }, { a: { b: null }, c: 1.5 }]);
  });

  test('becomes text where it is a day, a time or an instant', () => {
    const columns = new Table({
      time: vectorFromArray([3_600_000_000n + 1_500_000n], new TimeMicrosecond()),
      at: vectorFromArray([Date.UTC(2026, 2, 2, 12)], new TimestampMillisecond('Europe/Berlin')),
    });
    expect(factsOf(columns)).toEqual([{ time: '01:00:01.500', at: '2026-03-02T12:00:00.000Z' }]);
  });

  test('becomes a number where a number can hold it', () => {
    const columns = new Table({ count: vectorFromArray([5n, -7n, 2n ** 60n], new Int64()) });
    expect(factsOf(columns)).toEqual([{ count: 5 }, { count: -7 }, { count: 2n ** 60n }]);
  });

  test('that is a timestamp without a zone is refused: nobody can tell when it was', () => {
    const columns = new Table({ at: vectorFromArray([0], new TimestampMillisecond()) });
    expect(read(columns)).toMatchObject({ message: expect.stringContaining('name no time zone') });
  });

  test('in records and lists is read in the same way', () => {
    const inner = new Struct([new Field('on', new Bool(), true), new Field('note', new Utf8(), true)]);
    const columns = new Table({
      list: vectorFromArray(
        [
          [
            { on: null, note: 'x' },
            { on: true, note: null },
          ],
          null,
        ],
        new List(new Field('item', inner)),
      ),
      '__proto__.polluted': vectorFromArray([true, null], new Bool()),
    });
    const [first] = factsOf(columns, ['list.note']);
    expect(first).toHaveProperty('list', [{ note: 'x' }, { on: true, note: null }]);
    expect(Object.hasOwn(first ?? {}, '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });
});
