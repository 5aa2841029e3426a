export { evaluateScheduleCases } from './cases.ts';
export type { ExplainScheduleOptions, ScheduleExplanationResult } from './explain-schedule.ts';
export { explainSchedule } from './explain-schedule.ts';
export type { ScheduleOptions, ScheduleResult } from './interpret-schedule.ts';
export { interpretSchedule, prepareSchedule } from './interpret-schedule.ts';
export { lastMomentOf } from './last-moments.ts';
