import type { Formula, Program, TestCase } from '../../logic/index.ts';
import { describeChange } from '../describe-change.ts';
import type {
  Case,
  CaseChange,
  Demand,
  Hints,
  Reach,
  Reaches,
  Reads,
  Variations,
  Way,
} from '../searching/index.ts';
import {
  answerCase,
  caseOf,
  collectHints,
  createVariations,
  meets,
  openHints,
  wayTo,
} from '../searching/index.ts';
import { differenceOf } from './difference.ts';
import { lookForChange, reachesOf } from './look-for-change.ts';
import type { Mutant } from './mutant.ts';

/** A case that a changed program decides otherwise. */
export interface Notice {
  /** The title of the test that it starts from. */
  readonly test: string;
  /** What is different from that test, in words; nothing where it is enough to look at the policies alone. */
  readonly changes: readonly string[];
  /** The policies under which it is decided, sorted. */
  readonly under: readonly string[];
  /** What it is today and what it would be: `it is permitted, and would be forbidden`. */
  readonly difference: string;
}

/** Looks for a case that tells a changed program from the original, near to the tests that come across the change. */
export function createNoticeFinder(
  program: Program,
  reaches: Reaches,
): (mutant: Mutant, changed: Program, tests: readonly TestCase[]) => Notice | undefined {
  const variations = createVariations(program);
  return (mutant, changed, tests) => {
    const subjects = new Set(tests.map((test) => caseOf(test).subject));
    const tested = reachesOf(mutant, reaches).filter(({ subject }) => subjects.has(subject));
    for (const reach of tested.slice(0, mostReaches)) {
      const found = searchNear(tests, startSearch({ program, changed, reach, variations, mutant }));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const mostReaches = 3;
const mostTests = 4;
const mostCases = 300;
const mostKept = 4;
const mostChanges = 3;

interface SearchOptions {
  readonly program: Program;
  readonly changed: Program;
  readonly reach: Reach;
  readonly variations: Variations;
  readonly mutant: Mutant;
}

interface Search extends SearchOptions {
  readonly probe: Program;
  readonly hints: Hints;
  readonly way: Way;
  /** How many cases may still be looked at. */
  left: number;
  /** A case in which only reasons differ, or what is owed. */
  fallback: Notice | undefined;
}

function startSearch(options: SearchOptions): Search {
  const { program, reach, mutant } = options;
  const targets = new Set<Formula>(mutant.target.kind === 'condition' ? mutant.target.site.readings : []);
  const way = wayTo(reach, targets, program);
  const reads = { facts: way.reads.facts, readsTime: way.reads.readsTime };
  return {
    ...options,
    probe: reach.probe(program),
    hints: withTerms(collectHints(program, reach.roots), mutant.terms),
    way: {
      reads,
      demands: [...way.demands, ...mutant.demands.map((demand) => within(demand, mutant, reads))],
    },
    left: mostCases,
    fallback: undefined,
  };
}

function withTerms(hints: Hints, terms: readonly string[]): Hints {
  return { ...hints, terms: [...hints.terms, ...terms] };
}

/** What the parts of a condition in a define read is what the call of it reads. */
function within(demand: Demand, { target }: Mutant, reads: Reads): Demand {
  return target.kind === 'condition' && target.site.define !== undefined ? { ...demand, reads } : demand;
}

interface Start {
  readonly test: string;
  readonly case: Case;
  readonly changes: readonly CaseChange[];
}

interface Step extends Start {
  readonly score: number;
  /** Where to look on from here. */
  readonly hints: Hints;
}

/** First the tests themselves, then what is one change away, then more changes to what came nearest. */
function searchNear(tests: readonly TestCase[], search: Search): Notice | undefined {
  let open: readonly Step[] = [];
  for (const test of startingTests(tests, search.reach)) {
    const found = lookAt({ test: test.title, case: caseOf(test), changes: [] }, search);
    if (found?.notice !== undefined) return found.notice;
    if (found !== undefined) open = [...open, found.step];
  }
  for (let depth = 1; depth <= mostChanges && search.fallback === undefined; depth += 1) {
    const next = goOn(open, search);
    if (!Array.isArray(next)) return next;
    open = next;
  }
  return search.fallback;
}

/** Those that expect something of the policy come first. */
function startingTests(tests: readonly TestCase[], { subject, policy }: Reach): readonly TestCase[] {
  const own = tests.filter((test) => caseOf(test).subject === subject);
  const naming = own.filter(({ expectations }) =>
    expectations.some(({ by }) => by?.names.some((name) => name.startsWith(`${policy.id}.`))),
  );
  return [...naming, ...own.filter((test) => !naming.includes(test))].slice(0, mostTests);
}

/** One more change to each case: the one that is noticed, or those that came nearest. */
function goOn(open: readonly Step[], search: Search): Notice | Step[] {
  const { variations, reach } = search;
  const nearest: Step[] = [];
  for (const step of open) {
    for (const variation of variations.around(step.case, step.hints, reach.policy.zone)) {
      search.left -= 1;
      if (search.left < 0) return [];
      const changes = [...step.changes, variation.change];
      const found = lookAt({ test: step.test, case: variation.case, changes }, search);
      if (found?.notice !== undefined) return found.notice;
      if (found !== undefined) keepNearest(nearest, found.step);
    }
  }
  return nearest;
}

/** Of cases that come equally near, the first one found stays. */
function keepNearest(nearest: Step[], step: Step): void {
  const at = nearest.findIndex(({ score }) => score < step.score);
  nearest.splice(at < 0 ? nearest.length : at, 0, step);
  nearest.length = Math.min(nearest.length, mostKept);
}

/** Looks at the rule alone, and decides the case only where the change shows in it. */
function lookAt(
  step: Start,
  search: Search,
): { readonly step: Step; readonly notice: Notice | undefined } | undefined {
  const { program, probe, reach, way, mutant } = search;
  const found = lookForChange(step.case, { program: probe, mutant, policies: reach.policies });
  if (found === undefined) return undefined;
  const { observation, shows } = found;
  const notice = shows ? noticeAt(step, search) : undefined;
  const met = meets(way.demands, observation, program);
  // Where it shows and makes no difference, something else stands in the way: it could be anything.
  const isHidden = shows && met === way.demands.length;
  const hints = isHidden ? search.hints : openHints(search.hints, way, observation, program);
  return { step: { ...step, score: met + (shows ? 1 : 0), hints }, notice };
}

function noticeAt(step: Start, search: Search): Notice | undefined {
  const { program, changed, reach } = search;
  const before = answerCase(program, step.case, reach.policies);
  const after = before && answerCase(changed, step.case, reach.policies);
  const difference = before && after && differenceOf(before, after);
  if (difference === undefined) return undefined;
  const under = [...reach.policies].sort();
  const changes = step.changes.map((change) => describeChange(change, reach, program));
  const notice = { test: step.test, changes, under, difference: difference.words };
  if (difference.isOfOutcome) return notice;
  search.fallback ??= notice;
  return undefined;
}
