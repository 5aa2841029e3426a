export type { Item, Layout } from './layout.ts';
export { layOut } from './layout.ts';
export type { ExplainedQuestion } from './render-explanation.ts';
export { renderExplanation } from './render-explanation.ts';
