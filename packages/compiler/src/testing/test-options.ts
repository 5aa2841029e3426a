import type { InterpretOptions, ScheduleOptions } from '../interpreting/index.ts';
import type { DecisionTest, Program, ScheduleTest } from '../logic/index.ts';
import { isUnder } from '../logic/index.ts';

/** The question that a test asks. What the test leaves out is unknown; without a moment, none is read. */
export function decisionOptions(program: Program, test: DecisionTest): InterpretOptions {
  return {
    program,
    activity: test.activity,
    facts: test.facts,
    now: test.now ?? 0,
    under: (policy: string) => isUnder(test.under, policy),
    requiredFacts: 'unknown',
  };
}

/** What a test of a record asks. */
export function scheduleOptions(program: Program, test: ScheduleTest): ScheduleOptions {
  return {
    program,
    record: test.record,
    facts: test.facts,
    now: test.now ?? 0,
    under: (policy: string) => isUnder(test.under, policy),
    requiredFacts: 'unknown',
  };
}
