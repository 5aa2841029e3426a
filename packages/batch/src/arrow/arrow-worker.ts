import { tableFromIPC } from 'apache-arrow';
import { BatchError } from '../batch-error.ts';
import type { RowAnswer, WorkerSetup } from '../evaluating/index.ts';
import { answerRow, loadEvaluator } from '../evaluating/index.ts';
import { answersToIpc } from './answers-to-ipc.ts';
import type { FactColumns } from './facts-from-columns.ts';
import { factsFromColumns } from './facts-from-columns.ts';

/** A batch of rows as an Arrow stream, and how its columns are read. */
export interface ArrowTask {
  readonly setup: WorkerSetup & FactColumns;
  readonly block: ArrowBlock;
}

export interface ArrowBlock {
  readonly firstRow: number;
  readonly bytes: Uint8Array;
}

export type ArrowAnswer =
  | { readonly kind: 'answers'; readonly bytes: Uint8Array; readonly rows: number; readonly errors: number }
  | { readonly kind: 'not-loaded' | 'bad-columns'; readonly message: string };

/** What a thread does: answers one batch of columns. */
export async function answer({ setup, block }: ArrowTask): Promise<ArrowAnswer> {
  const evaluator = await loadEvaluator(setup);
  if (typeof evaluator === 'string') return { kind: 'not-loaded', message: evaluator };
  const table = tableFromIPC(block.bytes);
  const factsAt = factsFromColumns(table, setup);
  if (factsAt instanceof BatchError) return { kind: 'bad-columns', message: factsAt.message };
  const answers: RowAnswer<unknown>[] = [];
  for (let at = 0; at < table.numRows; at += 1)
    answers.push(answerRow(evaluator, setup.asked, factsAt(at), block.firstRow + at));
  const bytes = answersToIpc(setup.asked.entry, answers);
  const errors = answers.filter(({ kind }) => kind === 'error').length;
  return { kind: 'answers', bytes, rows: answers.length, errors };
}
