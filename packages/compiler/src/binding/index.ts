export type { Declared, FileScope, NamespaceKind, ProgramIndex } from './program-index.ts';
export { createProgramIndex, namespaceKinds } from './program-index.ts';
export { camelCase, nameProblem } from './spelling.ts';
export type { NameProblem } from './spelling.ts';
