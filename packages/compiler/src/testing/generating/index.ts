export type { GenerateOptions, Generation, GenerationStep, ProposedCase } from './generate.ts';
export { generateCases } from './generate.ts';
export type { ProposedTable } from './propose-tables.ts';
export { proposeTables } from './propose-tables.ts';
