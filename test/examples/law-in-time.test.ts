import { describe, expect, it } from 'vitest';
import type { ScheduleRule, TestCase } from '../../packages/compiler/src/logic/index.ts';
import { runTests } from '../../packages/compiler/src/testing/index.ts';
import { codesOf } from '../support/check.ts';
import { lawInTimeProgram } from '../support/examples.ts';

const checked = lawInTimeProgram();
const { program } = checked;

const scheduleRules: readonly ScheduleRule[] = program.policies.flatMap(({ schedules }) =>
  schedules.flatMap(({ rules }) => rules),
);

/** What law says: each rule and exception about records once, and each row of a table that one of them looks up. */
const statements = [
  ...scheduleRules.map(({ id }) => id),
  ...scheduleRules.flatMap(({ exceptions }) => exceptions.map(({ id }) => id)),
  ...[...program.tables.values()]
    .filter(({ rows }) => rows.some(({ place }) => checkedHere(place.unit)))
    .flatMap(({ name, rows }) => rows.map((_, index) => `${name} ${index}`)),
];

function checkedHere(unit: unknown): boolean {
  return program.files.some(
    ({ path, declarations }) =>
      path.startsWith('examples/') && declarations.some((placed) => placed.unit === unit),
  );
}

describe('the statements of law about time', () => {
  it('have no mistakes, and follow all advice', () => {
    expect(codesOf(checked)).toEqual([]);
  });

  it('are more than sixty', () => {
    expect(statements.length).toBeGreaterThanOrEqual(60);
  });

  it('are tested, and pass', () => {
    const results = runTests({ program });
    expect(results.length).toBeGreaterThan(280);
    expect(results.filter(({ passed }) => !passed).map(({ title }) => title)).toEqual([]);
  });

  it('are tested on both sides: no scenario about a record expects one state only', () => {
    const states = new Map<string, Set<string>>();
    for (const test of program.tests) {
      if (test.kind !== 'schedule') continue;
      const title = test.title.replace(/, row \d+$/, '');
      const seen = states.get(title) ?? new Set();
      states.set(title, seen);
      for (const state of expectedStates(test)) seen.add(state);
    }
    expect(states.size).toBeGreaterThan(15);
    for (const [title, seen] of states) expect(seen.size, title).toBeGreaterThanOrEqual(2);
  });
});

function expectedStates(test: Extract<TestCase, { kind: 'schedule' }>): string[] {
  return test.expectations.flatMap(({ state, due }) => [state ?? [], due ?? []].flat());
}
