export type * from './tree-names.ts';
export type * from './tree-expressions.ts';
export type * from './tree-declarations.ts';
export type * from './tree-policies.ts';
export type * from './tree-tests.ts';
export type * from './source-file.ts';
export type { ParseOptions } from './parse-source-file.ts';
export { parseSourceFile, parseSourceFileSteps } from './parse-source-file.ts';
