export type { Layout } from './layout.ts';
export type { ExplainedQuestion } from './render-explanation.ts';
export { renderExplanation } from './render-explanation.ts';
