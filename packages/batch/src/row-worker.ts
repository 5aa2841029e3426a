import type { RowBatch, RowBatchAnswer, WorkerSetup } from './evaluating/index.ts';
import { answerBatch, loadEvaluator } from './evaluating/index.ts';

export interface RowTask {
  readonly setup: WorkerSetup;
  readonly block: RowBatch;
}

/** What a thread does: answers one batch of rows. */
export async function answer({ setup, block }: RowTask): Promise<RowBatchAnswer> {
  const evaluator = await loadEvaluator(setup);
  if (typeof evaluator === 'string') return { kind: 'not-loaded', message: evaluator };
  return { kind: 'answers', answers: answerBatch(evaluator, setup.asked, block) };
}
