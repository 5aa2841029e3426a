import { interpret, interpretSchedule } from '../interpreting/index.ts';
import type { DecisionTest, Program, ScheduleTest, TestCase } from '../logic/index.ts';
import type { TestResult } from '../testing/index.ts';
import { decisionOptions, scheduleOptions } from '../testing/index.ts';
import type { RegisterTest } from './model.ts';
import type { RegisterContext } from './provisions.ts';
import type { TestsByRule } from './rules.ts';

/**
 * The tests that cover each rule, by id: those that expect it by name, and those in whose case it decides, adds a duty
 * or makes a remark. An exception that decides covers its rule, too.
 */
export function coveringTests(
  program: Program,
  results: readonly TestResult[],
  { nameOfFile }: Pick<RegisterContext, 'nameOfFile'>,
): TestsByRule {
  const covered = new Map<string, RegisterTest[]>();
  // `runTests` gives one result for each test, in the order of the program.
  for (const [index, test] of program.tests.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    const { title, passed, file, line } = result;
    const entry: RegisterTest = { title, passed, place: { file: nameOfFile(file), line } };
    for (const id of withRules(namesIn(program, test))) {
      const known = covered.get(id);
      if (known === undefined) covered.set(id, [entry]);
      else known.push(entry);
    }
  }
  return covered;
}

function namesIn(program: Program, test: TestCase): readonly string[] {
  return test.kind === 'decision' ? namesInDecision(program, test) : namesInSchedule(program, test);
}

function namesInDecision(program: Program, test: DecisionTest): readonly string[] {
  const expected = test.expectations.flatMap(({ by, remarks }) => [
    ...(by?.names ?? []),
    ...(remarks?.names ?? []),
  ]);
  const interpretation = interpret(decisionOptions(program, test));
  if (interpretation.kind === 'invalid') return expected;
  const { decision } = interpretation;
  return [
    ...expected,
    ...decision.reasons.map(({ rule }) => rule),
    ...decision.remarks.map(({ rule }) => rule),
    ...('obligations' in decision ? decision.obligations.flatMap(({ rules }) => rules) : []),
  ];
}

function namesInSchedule(program: Program, test: ScheduleTest): readonly string[] {
  const expected = test.expectations.flatMap(({ by }) => by?.names ?? []);
  const result = interpretSchedule(scheduleOptions(program, test));
  if (result.kind === 'invalid') return expected;
  const reasons = result.schedule.reasons.filter(({ decisive }) => decisive);
  return [...expected, ...reasons.map(({ rule }) => rule)];
}

/** Each id once, with the ids that it begins with: those of the rule that an exception belongs to. */
function withRules(ids: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const id of ids) {
    const parts = id.split('.');
    for (let length = parts.length; length > 1; length -= 1) all.add(parts.slice(0, length).join('.'));
  }
  return all;
}
