import { explainSchedule, interpretSchedule } from '../interpreting/index.ts';
import type { Program } from '../logic/index.ts';
import type { FactIssue, Schedule, ScheduleExplanation } from '../runtime/index.ts';

export interface ScheduleQuestion {
  readonly program: Program;
  /** A record type of the program. */
  readonly record: string;
  readonly facts: unknown;
  readonly now: string | number;
  readonly explain: boolean;
}

export type ScheduleAnswer =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'schedule-explanation'; readonly explanation: ScheduleExplanation }
  | { readonly kind: 'error'; readonly message: string; readonly issues: readonly FactIssue[] };

/** Says what is to be done with one record from outside, or what is wrong with it. */
export function answerSchedule({ explain, ...question }: ScheduleQuestion): ScheduleAnswer {
  const request = { ...question, requiredFacts: 'error' as const };
  const result = explain ? explainSchedule({ ...request, changes: true }) : interpretSchedule(request);
  return result.kind === 'invalid' ? invalidFacts(result.issues) : result;
}

function invalidFacts(issues: readonly FactIssue[]): ScheduleAnswer {
  const listed = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return { kind: 'error', message: `The facts cannot be used: ${listed.join('; ')}`, issues };
}
