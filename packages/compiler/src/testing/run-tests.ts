import { explain, explainSchedule, interpret, interpretSchedule } from '../interpreting/index.ts';
import type { DecisionTest, Location, Place, Program, ScheduleTest, TestCase } from '../logic/index.ts';
import { createLocator } from '../logic/index.ts';
import type { Explanation, ScheduleExplanation } from '../runtime/index.ts';
import type { Recorder } from './coverage/index.ts';
import { checkExpectations, failureWithoutDecision } from './expectations.ts';
import { leftOutHint } from './left-out.ts';
import { checkSchedule, failureWithoutSchedule } from './schedule-expectations.ts';
import { decisionOptions, scheduleOptions } from './test-options.ts';

/** How one `test`, or one row of `scenarios`, went. */
export interface TestResult {
  readonly title: string;
  /** The path of the file that it stands in. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly passed: boolean;
  /** In the order of the expectations; empty where the test passed. */
  readonly failures: readonly TestFailure[];
  /** How the case was decided; present where the test failed and the case could be decided. */
  readonly explanation?: Explanation;
  /** The same for a test of a record. */
  readonly scheduleExplanation?: ScheduleExplanation;
}

/** What something is expected of; `now` and `facts` where the case could not be worked out. */
export type TestedPart =
  | 'outcome'
  | 'state'
  | 'due'
  | 'keep-through'
  | 'erase-by'
  | 'due-by'
  | 'may-erase'
  | 'by'
  | 'missing'
  | 'owing'
  | 'remarks'
  | 'assumed'
  | 'claim'
  | 'now'
  | 'facts';

export interface TestFailure {
  readonly what: TestedPart;
  readonly expected: string;
  readonly actual: string;
  /** One sentence for the author: `Expected forbidden, but it is permitted, because …` */
  readonly message: string;
  /** Where the expectation stands, from 1. */
  readonly line: number;
  /** What the author may have forgotten, in one sentence. */
  readonly hint?: string;
}

export interface RunTestsOptions {
  /** A program without errors. */
  readonly program: Program;
  /** Which tests run; absent: all. */
  readonly filter?: (test: {
    readonly title: string;
    readonly file: string;
    readonly line: number;
  }) => boolean;
  /** Records what the tests that run come across. */
  readonly recorder?: Recorder;
  /** Is told of each result as soon as it is there. */
  readonly onResult?: (result: TestResult) => void;
}

/** Runs the tests of a program on its meaning, in their order. */
export function runTests({ program, filter, recorder, onResult }: RunTestsOptions): TestResult[] {
  const locate = createLocator(program);
  const results: TestResult[] = [];
  for (const test of program.tests) {
    const { file, line } = locate(test.place);
    if (filter !== undefined && !filter({ title: test.title, file, line })) continue;
    const result = { title: test.title, file, line, ...runTest(program, test, locate) };
    recorder?.record(test);
    results.push(result);
    onResult?.(result);
  }
  return results;
}

type Verdict = Pick<TestResult, 'passed' | 'failures' | 'explanation' | 'scheduleExplanation'>;

function runTest(program: Program, test: TestCase, locate: (place: Place) => Location): Verdict {
  const failures = failuresOf(program, test, locate);
  return failures.length === 0
    ? { passed: true, failures }
    : { passed: false, failures, ...explanationOf(program, test) };
}

/** What comes out of a test otherwise than expected; nothing where it passes. */
export function failuresOf(
  program: Program,
  test: TestCase,
  locate: (place: Place) => Location,
): readonly TestFailure[] {
  return test.kind === 'schedule'
    ? scheduleFailures(program, test, locate)
    : decisionFailures(program, test, locate);
}

function decisionFailures(
  program: Program,
  test: DecisionTest,
  locate: (place: Place) => Location,
): readonly TestFailure[] {
  const interpretation = interpret(decisionOptions(program, test));
  if (interpretation.kind === 'invalid') {
    const what = interpretation.issues.map(({ path, message }) => `${path}: ${message}`).join(' ');
    return [failureWithoutDecision('facts', what, locate(test.place).line)];
  }
  if (test.now === undefined && interpretation.readsTime) {
    return [failureWithoutDecision('now', '', locate(test.place).line)];
  }
  const { decision } = interpretation;
  const failures = test.expectations.flatMap((expectation) =>
    checkExpectations(expectation, decision, locate(expectation.place).line),
  );
  const hint = failures.length === 0 ? undefined : leftOutHint(program, test, decision);
  if (hint === undefined) return failures;
  return failures.map((failure) => (failure.what === 'outcome' ? { ...failure, hint } : failure));
}

function scheduleFailures(
  program: Program,
  test: ScheduleTest,
  locate: (place: Place) => Location,
): readonly TestFailure[] {
  const result = interpretSchedule(scheduleOptions(program, test));
  if (result.kind === 'invalid') {
    const what = result.issues.map(({ path, message }) => `${path}: ${message}`).join(' ');
    return [failureWithoutSchedule('facts', what, locate(test.place).line)];
  }
  if (test.now === undefined && result.readsTime) {
    return [failureWithoutSchedule('now', '', locate(test.place).line)];
  }
  return test.expectations.flatMap((expectation) =>
    checkSchedule(expectation, result.schedule, locate(expectation.place).line),
  );
}

/** How the case of a test was decided; nothing where it could not be. */
function explanationOf(
  program: Program,
  test: TestCase,
): Pick<TestResult, 'explanation' | 'scheduleExplanation'> {
  if (test.kind === 'schedule') {
    const explained = explainSchedule({ ...scheduleOptions(program, test), changes: false });
    return explained.kind === 'schedule-explanation' ? { scheduleExplanation: explained.explanation } : {};
  }
  const explained = explain({ ...decisionOptions(program, test), changes: false });
  return explained.kind === 'explanation' ? { explanation: explained.explanation } : {};
}
