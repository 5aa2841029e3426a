export type { Layout } from './layout.ts';
export { layOut } from './layout.ts';
export { renderExplanation } from './render-explanation.ts';
export type { ExplainedSchedule } from './render-schedule.ts';
export { renderSchedule, renderScheduleExplanation } from './render-schedule.ts';
