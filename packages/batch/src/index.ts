/**
 * Answers many questions with compiled policies, on all cores. Answers come in the order of the questions, memory stays
 * bounded however long the input is, and a row that cannot be read costs no other.
 *
 * ```ts
 * import type { contact } from './generated/index.ts';
 *
 * const module = new URL('./generated/index.ts', import.meta.url);
 * const asked = { module, entry: 'decide', activity: 'contact', now: '2026-03-02T12:00:00Z' } as const;
 * for await (const answer of answerRows<typeof contact>(customers, asked)) {
 *   if (answer.kind === 'answer') console.log(answer.row, answer.value.outcome);
 * }
 * ```
 */

export { answerRows } from './answer-rows.ts';
export { BatchError } from './batch-error.ts';
export type { EvaluatorBundle, EvaluatorFile } from './bundle-evaluator.ts';
export { bundleEvaluator } from './bundle-evaluator.ts';
export type { FactIssue } from './evaluating/index.ts';
export type { BlockOptions } from './map-blocks.ts';
export { mapBlocks } from './map-blocks.ts';
export type {
  AnyEvaluator,
  Asked,
  DecideAsked,
  DecisionOf,
  FactsOf,
  PermitsAsked,
  Progress,
  RowAnswer,
  RowOptions,
  Rows,
  ScheduleAsked,
  ScheduleOf,
} from './options.ts';
