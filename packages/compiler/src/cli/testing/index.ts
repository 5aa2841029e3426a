export { coverageSummary } from './coverage-json.ts';
export type { TestOptions } from './options.ts';
export { addTestOptions, wantsCoverage } from './options.ts';
export { coverageOf, writeCoverage } from './write-coverage.ts';
