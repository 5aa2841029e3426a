export type { CheckedProgram, CheckOptions } from './check-program.ts';
export { checkProgram, checkProgramSteps } from './check-program.ts';
export type { CheckedPack } from './context.ts';
export type { ProgramSymbol, SymbolReference } from './queries.ts';
export { isSuppressed } from './suppressions.ts';
export type { RowText } from './tests/csv/row-file.ts';
export { rowFilesOf } from './tests/csv/row-file.ts';
export { noonOf } from './tests/moments.ts';
