export type { CheckedProgram, CheckOptions } from './check-program.ts';
export { checkProgram, checkProgramSteps } from './check-program.ts';
export type { ProgramSymbol, SymbolReference } from './queries.ts';
