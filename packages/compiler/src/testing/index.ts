export type { RunTestsOptions, TestFailure, TestResult } from './run-tests.ts';
export { runTests } from './run-tests.ts';
