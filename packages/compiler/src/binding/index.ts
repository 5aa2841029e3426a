export type { Declared, FileScope, NamespaceKind, ProgramIndex } from './program-index.ts';
export { createProgramIndex, declaredName, isNamelessScope, namespaceKinds } from './program-index.ts';
export type { NameProblem } from './spelling.ts';
export { camelCase, nameProblem } from './spelling.ts';
