import type { InterpretOptions, ObservedQuestion, ScheduleOptions } from '../interpreting/index.ts';
import type { DecisionTest, Program, ScheduleTest, TestCase } from '../logic/index.ts';
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

/** The same for whatever is tested. */
export function questionOf(program: Program, test: TestCase): ObservedQuestion {
  return test.kind === 'decision'
    ? { kind: 'decision', ...decisionOptions(program, test) }
    : { kind: 'schedule', ...scheduleOptions(program, test) };
}
