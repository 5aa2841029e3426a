export type {
  BoundaryCoverage,
  Count,
  Coverage,
  CoverageCounts,
  CoverageItem,
  FileCoverage,
  Gap,
  MeasureOptions,
  OutcomeCoverage,
  ProvisionWords,
  Recorder,
  Recording,
  SubjectCoverage,
} from './coverage/index.ts';
export {
  countCoverage,
  createRecorder,
  gapsOf,
  measureCoverage,
  percentOf,
} from './coverage/index.ts';
export type {
  GenerateOptions,
  Generation,
  GenerationStep,
  ProposedCase,
  ProposedTable,
} from './generating/index.ts';
export { generateCases, proposeTables } from './generating/index.ts';
export type { MutantKind, MutantResult, MutateOptions, Mutation, Notice } from './mutating/index.ts';
export { mutate } from './mutating/index.ts';
export type { RunTestsOptions, TestedPart, TestFailure, TestResult } from './run-tests.ts';
export { runTests } from './run-tests.ts';
export { decisionOptions, scheduleOptions } from './test-options.ts';
