import type { Schedule } from '../../runtime/index.ts';
import { invariant } from '../../support/index.ts';
import type { Invalid, QuestionOptions } from '../interpret.ts';
import { prepareFor } from '../interpret.ts';
import type { Run } from '../run.ts';
import { schedule } from './schedule.ts';

export interface ScheduleOptions extends QuestionOptions {
  /** The name of a record type of the program. */
  readonly record: string;
}

export type ScheduleResult =
  | {
      readonly kind: 'schedule';
      readonly schedule: Schedule;
      /** Whether the rules that count read the time. */
      readonly readsTime: boolean;
    }
  | Invalid;

/** Says what is to be done with a record by the meaning of the program: what compiled code has to agree with. */
export function interpretSchedule(options: ScheduleOptions): ScheduleResult {
  const prepared = prepareSchedule(options);
  if (prepared.kind === 'invalid') return prepared;
  const { run } = prepared;
  return { kind: 'schedule', schedule: schedule(run).schedule, readsTime: run.noticed.time };
}

/** Reads the moment and the record; what is wrong with them comes back as issues. */
export function prepareSchedule(
  options: ScheduleOptions,
): { readonly kind: 'ready'; readonly run: Run } | Invalid {
  const record = options.program.records.get(options.record);
  invariant(record !== undefined, `the program has records of the type ${options.record}`);
  return prepareFor(record, options);
}
