export type { Interpretation, InterpretOptions, Invalid } from './interpret.ts';
export { interpret } from './interpret.ts';
