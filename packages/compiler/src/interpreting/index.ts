export type { ExplainOptions, ExplanationResult } from './explain.ts';
export { explain } from './explain.ts';
export type { Interpretation, InterpretOptions, Invalid } from './interpret.ts';
export { interpret } from './interpret.ts';
export type { ObservedQuestion, Observer, View } from './observe.ts';
export { observe, observeAll } from './observe.ts';
export type { PeriodEnd } from './observe-periods.ts';
export type {
  ExplainScheduleOptions,
  ScheduleExplanationResult,
  ScheduleOptions,
  ScheduleResult,
} from './schedules/index.ts';
export { explainSchedule, interpretSchedule } from './schedules/index.ts';
