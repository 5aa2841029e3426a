export type { ExplainOptions, ExplanationResult } from './explain.ts';
export { explain } from './explain.ts';
export type { Interpretation, InterpretOptions, Invalid } from './interpret.ts';
export { interpret } from './interpret.ts';
