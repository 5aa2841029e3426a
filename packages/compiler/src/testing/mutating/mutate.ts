import type { Location, Program, TestCase } from '../../logic/index.ts';
import { createLocator, isUnder } from '../../logic/index.ts';
import type { Recording } from '../coverage/index.ts';
import { failuresOf } from '../run-tests.ts';
import type { Reaches } from '../searching/index.ts';
import { caseOf, createReaches } from '../searching/index.ts';
import { createMutants } from './create-mutants.ts';
import type { Notice } from './find-notice.ts';
import { createNoticeFinder } from './find-notice.ts';
import { lookForChange, reachesOf } from './look-for-change.ts';
import type { Mutant, MutantKind } from './mutant.ts';
import { testsThatReach } from './select-tests.ts';

/** What became of one change. */
export interface MutantResult {
  readonly kind: MutantKind;
  /** How it differs, as the end of a sentence: `with 21:01 instead of 21:00`. */
  readonly change: string;
  /** What was changed, as it is written. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The policy, define or activity in which it stands. */
  readonly owner: string;
  /**
   * `noticed`: a test failed. `missed`: tests come across it, and all pass. `unreached`: no test comes across it.
   * `alike`: no test notices, and no case was found that is decided otherwise.
   */
  readonly outcome: 'noticed' | 'missed' | 'unreached' | 'alike';
  /** Of `missed`: a case that would notice it. */
  readonly notice?: Notice;
}

export interface MutateOptions {
  /** What the tests come across; all of them pass. */
  readonly recording: Recording;
  /** Whether what a file states is changed. */
  readonly isCounted: (path: string) => boolean;
  /** The most changes to try; they are spread over all that there are. */
  readonly limit?: number;
}

/** How many changes there are, and what became of them one by one. */
export interface Mutation {
  readonly total: number;
  readonly results: Iterable<MutantResult>;
}

/** Makes every change by itself and runs the tests that could notice, up to the first that does. */
export function mutate({ recording, isCounted, limit }: MutateOptions): Mutation {
  const { program, sites } = recording;
  const all = createMutants({ program, sites, isCounted });
  const mutants = limit === undefined ? all : spread(all, limit);
  return { total: mutants.length, results: runMutants(mutants, recording) };
}

/** As many as wanted, evenly spaced, so that a small number says something about everything. */
function spread(mutants: readonly Mutant[], limit: number): readonly Mutant[] {
  if (mutants.length <= limit) return mutants;
  return mutants.filter(
    (_, index) =>
      Math.floor((index * limit) / mutants.length) !== Math.floor(((index - 1) * limit) / mutants.length),
  );
}

function* runMutants(mutants: readonly Mutant[], recording: Recording): Generator<MutantResult> {
  const { program } = recording;
  const locate = createLocator(program);
  const reaches = createReaches(program);
  const findNotice = createNoticeFinder(program, reaches);
  for (const mutant of mutants) {
    const { kind, change, place } = mutant;
    const { text, file, line, column } = locate(place);
    const parts = { kind, change, text, file, line, column, owner: ownerOf(mutant) };
    const tests = testsThatReach(mutant, recording);
    if (tests.length === 0) {
      yield { ...parts, outcome: 'unreached' };
      continue;
    }
    const changed = mutant.build();
    if (isNoticed({ program, changed, mutant, reaches }, tests)) {
      yield { ...parts, outcome: 'noticed' };
      continue;
    }
    const notice = findNotice(mutant, changed, tests);
    yield notice === undefined ? { ...parts, outcome: 'alike' } : { ...parts, outcome: 'missed', notice };
  }
}

interface Trial {
  readonly program: Program;
  readonly changed: Program;
  readonly mutant: Mutant;
  readonly reaches: Reaches;
}

/** A test is run only where the change shows in its case, which is found out by looking at a few policies. */
function isNoticed(trial: Trial, tests: readonly TestCase[]): boolean {
  const policies = new Set(reachesOf(trial.mutant, trial.reaches).flatMap((reach) => [...reach.policies]));
  return tests.some(
    (test) => showsIn(test, trial, policies) && failuresOf(trial.changed, test, nowhere).length > 0,
  );
}

function nowhere(): Location {
  return { file: '', line: 1, column: 1, text: '' };
}

function showsIn(test: TestCase, { program, mutant }: Trial, policies: ReadonlySet<string>): boolean {
  if (mutant.target.kind === 'provision') return true;
  const counted = new Set([...policies].filter((policy) => isUnder(test.under, policy)));
  return lookForChange(caseOf(test), { program, mutant, policies: counted })?.shows ?? true;
}

function ownerOf({ place }: Mutant): string {
  const { tree } = place.unit;
  return 'name' in tree && tree.name !== undefined ? tree.name.text : '';
}
