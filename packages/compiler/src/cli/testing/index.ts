export { coverageSummary } from './coverage-json.ts';
export type { TestOptions } from './options.ts';
export { addTestOptions, misuseOf, wantsCoverage } from './options.ts';
export { runGeneration } from './run-generation.ts';
export { runMutation } from './run-mutation.ts';
export { coverageOf, writeCoverage } from './write-coverage.ts';
