import { observe } from '../../interpreting/index.ts';
import type { Formula, Program, Provision, TestCase, Value } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import type { ConditionSites } from '../sites/index.ts';
import { conditionSites } from '../sites/index.ts';
import { questionOf } from '../test-options.ts';
import { edgesOf, touchedSide } from './boundaries.ts';
import { endKey, touchedEnd } from './period-ends.ts';

/** In which tests something turned out to be what: the places of the tests in the program, ascending. */
export type Tally = Readonly<Record<Truth, readonly number[]>>;

/** What came out of every condition and provision in the tests that were recorded. */
export interface Recording {
  readonly program: Program;
  readonly sites: ConditionSites;
  /** By the key of the site. */
  readonly conditions: ReadonlyMap<string, Tally>;
  /** By id. */
  readonly provisions: ReadonlyMap<string, Tally>;
  /** The sides of edges on which tests lie, as `KEY NAME SIDE`; of the ends of periods as `ID period SIDE`. */
  readonly touched: ReadonlySet<string>;
  /** How many tests were recorded. */
  readonly tests: number;
}

/** Records tests one by one. */
export interface Recorder {
  record(test: TestCase): void;
  /** What there is so far. */
  recording(): Recording;
}

/** Starts a recording; what is recorded is what could take part in the decision, and nothing else. */
export function createRecorder(program: Program): Recorder {
  const state: State = {
    sites: conditionSites(program),
    conditions: new Map(),
    provisions: new Map(),
    touched: new Set(),
  };
  const numbers = new Map(program.tests.map((test, number) => [test, number]));
  let tests = 0;
  return {
    record(test) {
      tests += 1;
      recordTest(program, test, numbers.get(test) ?? program.tests.length, state);
    },
    recording: () => ({ program, ...state, tests }),
  };
}

interface State {
  readonly sites: ConditionSites;
  readonly conditions: Map<string, Drafted>;
  readonly provisions: Map<string, Drafted>;
  readonly touched: Set<string>;
}

type Drafted = Record<Truth, number[]>;

function recordTest(program: Program, test: TestCase, number: number, state: State): void {
  observe(questionOf(program, test), {
    condition: (formula, truth, { read }) => noteCondition(state, { formula, truth, number, read }),
    provision: (provision, truth) => noteProvision(state, provision, truth, number),
    period({ id }, end) {
      const side = touchedEnd(end);
      if (side !== undefined) state.touched.add(endKey(id, side));
    },
  });
}

interface Observed {
  readonly formula: Formula;
  readonly truth: Truth;
  readonly number: number;
  readonly read: (value: Value) => number | undefined;
}

function noteCondition(state: State, { formula, truth, number, read }: Observed): void {
  const site = state.sites.siteOf.get(formula);
  if (site === undefined) return;
  note(state.conditions, site.key, truth, number);
  for (const edge of edgesOf(formula)) {
    const side = touchedSide(edge, read);
    if (side !== undefined) state.touched.add(touchKey(site.key, edge.name, side));
  }
}

/** How `touched` spells that tests lie on a side. */
export function touchKey(key: string, edge: string, side: string): string {
  return `${key} ${edge} ${side}`;
}

function noteProvision({ provisions }: State, { id }: Provision, truth: Truth, number: number): void {
  note(provisions, id, truth, number);
}

function note(tallies: Map<string, Drafted>, key: string, truth: Truth, number: number): void {
  const tally = tallies.get(key) ?? { true: [], false: [], unknown: [] };
  tallies.set(key, tally);
  if (tally[truth].at(-1) !== number) tally[truth].push(number);
}
