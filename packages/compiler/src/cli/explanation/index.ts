export type { Layout } from './layout.ts';
export { layOut } from './layout.ts';
export { renderExplanation } from './render-explanation.ts';
