import { answerRow } from './answer-row.ts';
import type { Asked } from './asked.ts';
import type { LoadedEvaluator } from './load-evaluator.ts';
import type { RowAnswer, RowBatch } from './rows.ts';

/** Answers the rows of a batch, each for itself. */
export function answerBatch(
  evaluator: LoadedEvaluator,
  asked: Asked,
  { firstRow, rows, unsendable }: RowBatch,
): readonly RowAnswer<unknown>[] {
  return rows.map((facts, at) =>
    unsendable?.has(at) === true
      ? { kind: 'error', row: firstRow + at, message: unsendableMessage, issues: [] }
      : answerRow(evaluator, asked, facts, firstRow + at),
  );
}

const unsendableMessage =
  'The facts cannot be used: they hold what cannot be sent to a thread, such as a function';
