export type { Side } from './boundaries.ts';
export { edgesOf, sideText, touchedSide } from './boundaries.ts';
export type {
  BoundaryCoverage,
  Count,
  Coverage,
  CoverageCounts,
  CoverageItem,
  FileCoverage,
  OutcomeCoverage,
  ProvisionWords,
  SubjectCoverage,
} from './coverage.ts';
export { countCoverage, percentOf } from './coverage.ts';
export type { Gap } from './gaps.ts';
export { gapsOf } from './gaps.ts';
export type { MeasureOptions } from './measure-coverage.ts';
export { measureCoverage } from './measure-coverage.ts';
export type { PeriodSide } from './period-ends.ts';
export { endKey, endText, periodOf, periodSides, stepTo, touchedEnd } from './period-ends.ts';
export { possibleOutcomes } from './possible.ts';
export type { Recorder, Recording } from './recorder.ts';
export { createRecorder, touchKey } from './recorder.ts';
