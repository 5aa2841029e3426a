import type { Data, Schema } from 'apache-arrow';
import { makeData, RecordBatch, Struct, Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import { BatchError } from '../batch-error.ts';
import { openEvaluator } from '../bundle-evaluator.ts';
import type { Asked } from '../evaluating/index.ts';
import { readAsked } from '../evaluating/index.ts';
import { countOf, mapBlocks, spreadOf } from '../map-blocks.ts';
import type { RowOptions } from '../options.ts';
import { answerSchema, codedLists, isCodedName } from './answer-schema.ts';
import type { ArrowAnswer, ArrowBlock } from './arrow-worker.ts';
import type { FactColumns } from './facts-from-columns.ts';

/** Columns of facts: a table, or its batches at once or as they arrive. */
export type Columns = Table | Iterable<RecordBatch> | AsyncIterable<RecordBatch>;

export type ColumnOptions = RowOptions & FactColumns & Asked;

const usualRowsPerBatch = 5_000;

/**
 * Answers the same question about every row of columns, with all cores: batches of answers in the order of the rows,
 * with the columns that `answerSchema` lists. A row that cannot be read has its `error` and is never permitted.
 */
export async function* answerColumns(
  columns: Columns,
  options: ColumnOptions,
): AsyncGenerator<RecordBatch, void, undefined> {
  const asked = readAsked(options);
  const rowsPerBatch = countOf('rowsPerBatch', options.rowsPerBatch ?? usualRowsPerBatch);
  spreadOf(options);
  options.signal?.throwIfAborted();
  const schema = answerSchema(asked.entry);
  const evaluator = await openEvaluator(options.module);
  const { factColumns, nullMeansNone } = options;
  const counted = { rows: 0, errors: 0 };
  try {
    const answers = mapBlocks<ArrowBlock, ArrowAnswer>(inBlocks(columns, rowsPerBatch), {
      ...options,
      worker: new URL('./arrow-worker.js', import.meta.url),
      setup: { module: evaluator.url, asked, factColumns, nullMeansNone },
      transfer: ({ bytes }) => (bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []),
      onTaken: (answer, inFlight) => {
        if (answer.kind !== 'answers') return;
        counted.rows += answer.rows;
        counted.errors += answer.errors;
        options.onProgress?.({ ...counted, inFlight });
      },
    });
    for await (const answer of answers) {
      if (answer.kind !== 'answers') throw new BatchError(answer.kind, answer.message);
      yield* batchesOf(answer.bytes, schema);
    }
  } finally {
    await evaluator.remove();
  }
}

/** Each block is a stream of its own, as threads share nothing. */
async function* inBlocks(columns: Columns, size: number): AsyncGenerator<ArrowBlock, void, undefined> {
  let firstRow = 0;
  for await (const batch of columns instanceof Table ? columns.batches : columns) {
    for (let from = 0; from < batch.numRows; from += size) {
      const part = batch.slice(from, Math.min(from + size, batch.numRows));
      yield { firstRow, bytes: ownBytes(tableToIPC(new Table([part]), 'stream')) };
      firstRow += part.numRows;
    }
  }
}

/** What is moved to a thread must be nobody else's. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

/** Batches whose coded texts all point into the same lists. */
function batchesOf(bytes: Uint8Array, schema: Schema): readonly RecordBatch[] {
  return tableFromIPC(bytes).batches.map(({ data, numRows }) => {
    const children = schema.fields.map(({ name, type }, at): Data => {
      const child = data.children[at];
      if (child === undefined) throw new BatchError('worker-ended', `A thread gave no column "${name}"`);
      if (!isCodedName(name)) return child;
      const { values, nullBitmap, nullCount, length } = child;
      return makeData({ type, length, nullCount, nullBitmap, data: values, dictionary: codedLists[name] });
    });
    const type = new Struct(schema.fields);
    return new RecordBatch(schema, makeData({ type, length: numRows, nullCount: 0, children }));
  });
}
