import type { TestCase, TestResult } from '@privacy-lang/compiler';
import { createLocator, interpret, runTests } from '@privacy-lang/compiler';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { TestFailurePlace, TestOutcome, TestRun } from '../protocol.ts';
import { protocolVersion } from '../protocol.ts';
import type { IdentifiedTest } from './test-tree.ts';
import { identifiedTests } from './test-tree.ts';

/** Which tests run: all of those named, and of these only those in whose answer a rule or policy has a part. */
export interface TestSelection {
  readonly ids?: readonly string[] | undefined;
  readonly about?: string | undefined;
}

/** Runs tests of programs, with a pause after each file of tests. */
export async function runSelectedTests(
  programs: readonly ProgramSnapshot[],
  selection: TestSelection,
  pause: () => Promise<void>,
): Promise<TestRun> {
  const results = new Map<string, TestOutcome>();
  let errors = 0;
  for (const snapshot of programs) {
    if (snapshot.checked.hasErrors) {
      errors += snapshot.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
      continue;
    }
    for (const tests of selectTests(snapshot, selection)) {
      for (const outcome of runInFile(snapshot, tests)) results.set(outcome.id, outcome);
      await pause();
    }
  }
  const all = [...results.values()];
  const passed = all.filter((result) => result.passed).length;
  return {
    version: protocolVersion,
    passed,
    failed: all.length - passed,
    results: all,
    ...(errors === 0 ? {} : { notReady: { errors } }),
  };
}

/** The tests of a selection, file by file. */
function selectTests(
  snapshot: ProgramSnapshot,
  { ids, about }: TestSelection,
): readonly (readonly IdentifiedTest[])[] {
  const wanted = ids === undefined ? undefined : new Set(ids);
  const groups = new Map<string, IdentifiedTest[]>();
  for (const each of identifiedTests(snapshot)) {
    const home = snapshot.homeOf(each.test.place.unit);
    if (home === undefined || home.file.isLibrary) continue;
    const table = each.test.place.unit.tree;
    const tableId =
      table.kind === 'scenarios' ? `${home.file.source.path}#scenarios#${table.title.value}` : '';
    if (wanted !== undefined && !wanted.has(each.id) && !wanted.has(tableId)) continue;
    if (about !== undefined && !isAbout(snapshot, each.test, about)) continue;
    groups.set(home.file.uri, [...(groups.get(home.file.uri) ?? []), each]);
  }
  return [...groups.values()];
}

/** Whether a rule, or a rule of a policy, is named by a test or among the reasons of its answer. */
function isAbout({ checked }: ProgramSnapshot, test: TestCase, about: string): boolean {
  if (test.place.unit.text.includes(about)) return true;
  if (test.kind !== 'decision') return false;
  const { program } = checked;
  const { activity, facts, now = 0 } = test;
  const answer = interpret({ program, activity, facts, now, requiredFacts: 'unknown' });
  if (answer.kind === 'invalid') return false;
  return answer.decision.reasons.some(({ rule }) => rule === about || rule.startsWith(`${about}.`));
}

function runInFile(snapshot: ProgramSnapshot, tests: readonly IdentifiedTest[]): TestOutcome[] {
  const { program } = snapshot.checked;
  const locate = createLocator(program);
  const idsByPlace = new Map<string, string[]>();
  for (const { id, test } of tests) {
    const key = placeKey({ ...locate(test.place), title: test.title });
    idsByPlace.set(key, [...(idsByPlace.get(key) ?? []), id]);
  }
  const results = runTests({ program, filter: (test) => idsByPlace.has(placeKey(test)) });
  return results.flatMap((result) => {
    const id = idsByPlace.get(placeKey(result))?.shift();
    return id === undefined ? [] : [{ id, passed: result.passed, failures: failurePlaces(snapshot, result) }];
  });
}

function placeKey({ file, line, title }: { file: string; line: number; title: string }): string {
  return `${file}:${line}:${title}`;
}

function failurePlaces(snapshot: ProgramSnapshot, { file, failures }: TestResult): TestFailurePlace[] {
  const home = snapshot.files.find(({ source }) => source.path === file);
  return failures.flatMap(({ message, expected, actual, line }) => {
    if (home === undefined) return [];
    const start = home.positions.lineStarts()[line - 1] ?? 0;
    const text = home.source.text.slice(start).split(/[\r\n]/, 1)[0] ?? '';
    const indent = text.length - text.trimStart().length;
    const range = home.positions.toRange({ start: start + indent, end: start + text.trimEnd().length });
    return [{ message, expected, actual, location: { uri: home.uri, range } }];
  });
}
