import { explain, interpret } from '../interpreting/index.ts';
import type { Location, Place, Program, TestCase } from '../logic/index.ts';
import { createLocator } from '../logic/index.ts';
import type { Explanation } from '../runtime/index.ts';
import { InvariantError } from '../support/index.ts';
import { checkExpectations, failureWithoutDecision } from './expectations.ts';

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
}

export interface TestFailure {
  /** What was expected of: the outcome, `by`, `missing`, `owing`, `remarks`, `assumed`, `claim`, `now`, or the facts. */
  readonly what: 'outcome' | 'by' | 'missing' | 'owing' | 'remarks' | 'assumed' | 'claim' | 'now' | 'facts';
  readonly expected: string;
  readonly actual: string;
  /** One sentence for the author: `Expected forbidden, but it is permitted, because …` */
  readonly message: string;
  /** Where the expectation stands, from 1. */
  readonly line: number;
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
  /** Is told of each result as soon as it is there. */
  readonly onResult?: (result: TestResult) => void;
}

/** Runs the tests of a program on its meaning, in their order. */
export function runTests({ program, filter, onResult }: RunTestsOptions): TestResult[] {
  const locate = createLocator(program);
  const results: TestResult[] = [];
  for (const test of program.tests) {
    const { file, line } = locate(test.place);
    if (filter !== undefined && !filter({ title: test.title, file, line })) continue;
    const result = { title: test.title, file, line, ...runTest(program, test, locate) };
    results.push(result);
    onResult?.(result);
  }
  return results;
}

type Verdict = Pick<TestResult, 'passed' | 'failures' | 'explanation'>;

function runTest(program: Program, test: TestCase, locate: (place: Place) => Location): Verdict {
  if (test.kind === 'schedule') throw new InvariantError('schedules are not tested yet');
  const options = {
    program,
    activity: test.activity,
    facts: test.facts,
    now: test.now ?? 0,
    under: (policy: string) => isUnder(test.under, policy),
    requiredFacts: 'unknown',
  } as const;
  const interpretation = interpret(options);
  if (interpretation.kind === 'invalid') {
    const what = interpretation.issues.map(({ path, message }) => `${path}: ${message}`).join(' ');
    return { passed: false, failures: [failureWithoutDecision('facts', what, locate(test.place).line)] };
  }
  if (test.now === undefined && interpretation.readsTime) {
    return { passed: false, failures: [failureWithoutDecision('now', '', locate(test.place).line)] };
  }
  const { decision } = interpretation;
  const failures = test.expectations.flatMap((expectation) =>
    checkExpectations(expectation, decision, locate(expectation.place).line),
  );
  if (failures.length === 0) return { passed: true, failures };
  const explained = explain({ ...options, changes: false });
  const explanation = explained.kind === 'explanation' ? { explanation: explained.explanation } : {};
  return { passed: false, failures, ...explanation };
}

/** "`under P` limits the policies by exact name, or `P.*`; otherwise all count." */
function isUnder(patterns: readonly string[], policy: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((pattern) =>
    pattern.endsWith('.*') ? policy.startsWith(pattern.slice(0, -1)) : policy === pattern,
  );
}
