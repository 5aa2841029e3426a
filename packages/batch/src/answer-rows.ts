import { BatchError } from './batch-error.ts';
import { openEvaluator } from './bundle-evaluator.ts';
import type { RowBatch, RowBatchAnswer } from './evaluating/index.ts';
import { readAsked } from './evaluating/index.ts';
import { countOf, mapBlocks, spreadOf } from './map-blocks.ts';
import type {
  AnyEvaluator,
  DecideAsked,
  DecisionOf,
  FactsOf,
  PermitsAsked,
  RowAnswer,
  RowOptions,
  Rows,
  RowsAsked,
  ScheduleAsked,
  ScheduleOf,
} from './options.ts';

const usualRowsPerBatch = 500;

/**
 * Asks the same question about every row, with all cores. Answers come in the order of the rows, each with the number of
 * its row from 0; a row that cannot be read is answered with what is wrong with it, and never permits. Nothing is read
 * before somebody reads answers. Throws a `BatchError` where no row can be answered.
 */
export function answerRows<Evaluator extends AnyEvaluator = AnyEvaluator>(
  rows: Rows<FactsOf<Evaluator>>,
  options: RowOptions & PermitsAsked,
): AsyncGenerator<RowAnswer<boolean>, void, undefined>;
export function answerRows<Evaluator extends AnyEvaluator = AnyEvaluator>(
  rows: Rows<FactsOf<Evaluator>>,
  options: RowOptions & DecideAsked,
): AsyncGenerator<RowAnswer<DecisionOf<Evaluator>>, void, undefined>;
export function answerRows<Evaluator extends AnyEvaluator = AnyEvaluator>(
  rows: Rows<FactsOf<Evaluator>>,
  options: RowOptions & ScheduleAsked,
): AsyncGenerator<RowAnswer<ScheduleOf<Evaluator>>, void, undefined>;
export async function* answerRows(
  rows: Rows<unknown>,
  options: RowsAsked,
): AsyncGenerator<RowAnswer<unknown>, void, undefined> {
  const asked = readAsked(options);
  const rowsPerBatch = countOf('rowsPerBatch', options.rowsPerBatch ?? usualRowsPerBatch);
  spreadOf(options);
  options.signal?.throwIfAborted();
  const evaluator = await openEvaluator(options.module);
  try {
    const counted = { rows: 0, errors: 0 };
    const answers = mapBlocks<RowBatch, RowBatchAnswer>(inBatches(rows, rowsPerBatch), {
      ...options,
      worker: new URL('./row-worker.js', import.meta.url),
      setup: { module: evaluator.url, asked },
      salvage: markUnsendable,
      onTaken: (answer, inFlight) => {
        if (answer.kind !== 'answers') return;
        counted.rows += answer.answers.length;
        counted.errors += answer.answers.filter(({ kind }) => kind === 'error').length;
        options.onProgress?.({ ...counted, inFlight });
      },
    });
    for await (const answer of answers) {
      if (answer.kind === 'not-loaded') throw new BatchError('not-loaded', answer.message);
      yield* answer.answers;
    }
  } finally {
    await evaluator.remove();
  }
}

/** A list among the rows is as many rows. */
async function* inBatches(rows: Rows<unknown>, size: number): AsyncGenerator<RowBatch, void, undefined> {
  let batch: unknown[] = [];
  let firstRow = 0;
  for await (const part of rows) {
    for (const row of Array.isArray(part) ? part : [part]) {
      batch.push(row);
      if (batch.length < size) continue;
      yield { firstRow, rows: batch };
      firstRow += batch.length;
      batch = [];
    }
  }
  if (batch.length > 0) yield { firstRow, rows: batch };
}

function markUnsendable(batch: RowBatch): RowBatch {
  const unsendable = new Set<number>();
  const rows = batch.rows.map((row, at) => {
    try {
      return structuredClone(row);
    } catch {
      unsendable.add(at);
      return null;
    }
  });
  return { ...batch, rows, unsendable };
}
