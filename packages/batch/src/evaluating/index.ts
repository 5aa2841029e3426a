export { answerBatch } from './answer-batch.ts';
export { answerRow } from './answer-row.ts';
export type { Asked, DecideAsked, PermitsAsked, ScheduleAsked } from './asked.ts';
export { readAsked } from './asked.ts';
export type { LoadedEvaluator, WorkerSetup } from './load-evaluator.ts';
export { loadEvaluator } from './load-evaluator.ts';
export type { FactIssue, RowAnswer, RowBatch, RowBatchAnswer } from './rows.ts';
