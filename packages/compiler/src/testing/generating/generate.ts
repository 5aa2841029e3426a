import type { Program } from '../../logic/index.ts';
import { parseInstant } from '../../runtime/index.ts';
import type { Recording } from '../coverage/index.ts';
import { emptyCase } from '../searching/index.ts';
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
  /** Is told how many of how many outcomes were looked for. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Generation {
  readonly cases: readonly ProposedCase[];
  /** What no case was found for, as remarks. */
  readonly unreached: readonly string[];
  /** How many outcomes and boundaries no test came across. */
  readonly open: number;
}

/** Looks for a case for each outcome and boundary that no test comes across; one case may do for several. */
export function generateCases({ recording, isCounted, onProgress }: GenerateOptions): Generation {
  const { program, sites } = recording;
  const goals = openGoals(recording, isCounted);
  const findCase = createCaseFinder(program, sites);
  const bases = basesOf(program);
  const cases: ProposedCase[] = [];
  const unreached: string[] = [];
  const met = new Set<string>();
  for (const [index, goal] of goals.entries()) {
    onProgress?.(index, goals.length);
    if (met.has(goal.mark)) continue;
    const found = findCase(goal, bases);
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

/** A case that was found for something else may come across it all the same. */
function isMetLater(words: string, goals: readonly Goal[], met: ReadonlySet<string>): boolean {
  return goals.some((goal) => goal.words === words && met.has(goal.mark));
}

/** Any moment will do where no test of an activity states one. */
const someMoment = parseInstant('2026-03-02T12:00:00Z') ?? 0;

/** Every test, and for each activity the case that states nothing. */
function basesOf(program: Program): readonly BaseCase[] {
  const tests = program.tests.flatMap((test): readonly BaseCase[] => {
    if (test.kind !== 'decision') return [];
    const { title, activity, facts, now = someMoment } = test;
    return [{ title, case: { activity, facts, now } }];
  });
  return [
    ...tests,
    ...[...program.activities.keys()].map((activity) => ({ case: emptyCase(activity, someMoment) })),
  ];
}
