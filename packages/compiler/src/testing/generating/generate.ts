import type { Location, Place, Program } from '../../logic/index.ts';
import { createLocator } from '../../logic/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import type { Recording } from '../coverage/index.ts';
import { caseOf, emptyCase } from '../searching/index.ts';
import type { BaseCase, FoundCase } from './find-case.ts';
import { createCaseFinder } from './find-case.ts';
import type { Goal } from './goals.ts';
import { openGoals } from './goals.ts';

/** A case that comes across something new, with what that is. */
export interface ProposedCase extends FoundCase {
  /** `channel is voice: unknown` */
  readonly reasons: readonly string[];
}

export interface GenerateOptions {
  /** What the tests come across. */
  readonly recording: Recording;
  /** Whether what a file states is to be tested. */
  readonly isCounted: (path: string) => boolean;
}

export interface Generation {
  readonly cases: readonly ProposedCase[];
  /** What no case was found for, as remarks. */
  readonly unreached: readonly string[];
  /** How many outcomes and boundaries no test came across. */
  readonly open: number;
}

/** How far the search is. */
export interface GenerationStep {
  readonly done: number;
  readonly total: number;
}

/**
 * Looks for a case for each outcome and boundary that no test comes across; one case may do for several. It goes step
 * by step, so that a caller can let other work happen in between.
 */
export function* generateCases({
  recording,
  isCounted,
}: GenerateOptions): Generator<GenerationStep, Generation> {
  const { program, sites } = recording;
  const goals = openGoals(recording, isCounted);
  const findCase = createCaseFinder(program, sites);
  const locate = createLocator(program);
  const bases = basesOf(program, locate);
  const cases: ProposedCase[] = [];
  const unreached: string[] = [];
  const met = new Set<string>();
  for (const [index, goal] of goals.entries()) {
    yield { done: index, total: goals.length };
    if (met.has(goal.mark)) continue;
    const found = findCase(goal, inOrder(bases, cases, locate(goal.place).file));
    if (found === undefined) {
      unreached.push(goal.words);
      continue;
    }
    const reasons = goals.filter(({ mark }) => found.marks.has(mark) && !met.has(mark));
    for (const { mark } of reasons) met.add(mark);
    cases.push({ ...found, reasons: reasons.map(({ words }) => words) });
  }
  return {
    cases,
    unreached: unreached.filter((words) => !isMetLater(words, goals, met)),
    open: goals.length,
  };
}

/**
 * Of tests that are equally near, the first one counts: one that others start from already, so that they make one
 * table, or one that stands in the same file.
 */
function inOrder(
  bases: readonly BaseCase[],
  cases: readonly ProposedCase[],
  file: string,
): readonly BaseCase[] {
  const used = new Set(cases.map(({ base }) => base));
  const own = bases.filter((base) => base.file === file);
  return [
    ...own.filter((base) => used.has(base)),
    ...own.filter((base) => !used.has(base)),
    ...bases.filter((base) => base.file !== file),
  ];
}

/** A case that was found for something else may come across it all the same. */
function isMetLater(words: string, goals: readonly Goal[], met: ReadonlySet<string>): boolean {
  return goals.some((goal) => goal.words === words && met.has(goal.mark));
}

/** Any moment will do where no test of an activity states one. */
const someMoment = parseInstant('2026-03-02T12:00:00Z') ?? 0;

/** Every test; for an activity or a record without tests the case that states nothing. */
function basesOf(program: Program, locate: (place: Place) => Location): readonly BaseCase[] {
  const tests = program.tests.map(
    (test): BaseCase => ({
      title: test.title,
      file: locate(test.place).file,
      case: caseOf(test, someMoment),
    }),
  );
  const tested = new Set(tests.map((test) => test.case.subject));
  const untested = [
    ...[...program.activities.keys()].map((name) => emptyCase('decision', name, someMoment)),
    ...[...program.records.keys()].map((name) => emptyCase('schedule', name, someMoment)),
  ].filter(({ subject }) => !tested.has(subject));
  return [...tests, ...untested.map((empty): BaseCase => ({ case: empty }))];
}
