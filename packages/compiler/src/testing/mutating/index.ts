export type { Notice } from './find-notice.ts';
export type { MutantKind } from './mutant.ts';
export type { MutantResult, MutateOptions, Mutation } from './mutate.ts';
export { mutate } from './mutate.ts';
