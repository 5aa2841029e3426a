import { createLocator } from '../../logic/index.ts';
import type { ScheduleChange, ScheduleExplanation } from '../../runtime/index.ts';
import { changesThat } from '../changes.ts';
import { frozen } from '../frozen.ts';
import type { Invalid } from '../interpret.ts';
import type { Run } from '../run.ts';
import type { ScheduleOptions } from './interpret-schedule.ts';
import { prepareSchedule } from './interpret-schedule.ts';
import { evaluateSchedule, schedule } from './schedule.ts';
import { traceCases } from './trace.ts';

export interface ExplainScheduleOptions extends ScheduleOptions {
  /** Whether to look for single changes that would turn the answer; that works it out many times. */
  readonly changes: boolean;
}

export type ScheduleExplanationResult =
  | { readonly kind: 'schedule-explanation'; readonly explanation: ScheduleExplanation }
  | Invalid;

/** Says what is to be done with a record and tells why: every rule with its conditions, its date and its fate. */
export function explainSchedule(options: ExplainScheduleOptions): ScheduleExplanationResult {
  const prepared = prepareSchedule(options);
  if (prepared.kind === 'invalid') return prepared;
  const { run } = prepared;
  const scheduled = schedule(run);
  const explanation: ScheduleExplanation = {
    schedule: scheduled.schedule,
    claims: traceCases(run, scheduled, createLocator(run.program)),
    changes: options.changes ? turningChanges(options, run) : [],
  };
  return { kind: 'schedule-explanation', explanation: frozen(explanation) };
}

/** "The single changes that would turn the answer": the state of the record, or that of its deadline. */
function turningChanges(options: ExplainScheduleOptions, run: Run): readonly ScheduleChange[] {
  const before = statesOf(run);
  return changesThat(options.facts, run, (facts) => {
    const prepared = prepareSchedule({ ...options, facts });
    if (prepared.kind === 'invalid') return undefined;
    const after = statesOf(prepared.run);
    return after.state === before.state && after.due === before.due ? undefined : after;
  });
}

function statesOf(run: Run): Pick<ScheduleChange, 'state' | 'due'> {
  const { retention, due } = evaluateSchedule(run);
  return { state: retention.state, due: due.deadline?.state ?? null };
}
