import type { Formula, Program } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import type {
  Case,
  CaseChange,
  Demand,
  Hints,
  Reach,
  Reaches,
  Variation,
  Variations,
  Way,
} from '../searching/index.ts';
import {
  closeness,
  collectHints,
  createReaches,
  createVariations,
  meets,
  observeCase,
  openHints,
  questionAbout,
  wayTo,
} from '../searching/index.ts';
import type { ConditionSites } from '../sites/index.ts';
import type { Goal, GoalTarget } from './goals.ts';
import { marksOf } from './goals.ts';
import { periodMoments } from './period-moments.ts';

/** A case to start from: a test that exists, or one that states nothing. */
export interface BaseCase {
  /** The title of the test; absent for the case that states nothing. */
  readonly title?: string;
  /** Where the test stands. */
  readonly file?: string;
  readonly case: Case;
}

/** A case that comes across a goal. */
export interface FoundCase {
  readonly base: BaseCase;
  readonly case: Case;
  /** The policies under which it does, sorted. */
  readonly under: readonly string[];
  readonly policy: string;
  /** Everything that it comes across. */
  readonly marks: ReadonlySet<string>;
}

/** Looks for cases, each near one of those that it may start from. */
export function createCaseFinder(
  program: Program,
  sites: ConditionSites,
): (goal: Goal, bases: readonly BaseCase[]) => FoundCase | undefined {
  const reaches = createReaches(program);
  const variations = createVariations(program);
  return (goal, bases) => {
    for (const reach of reachesOf(goal.target, reaches).slice(0, mostReaches)) {
      const own = bases.filter((base) => base.case.subject === reach.subject);
      const found = searchNear(own, startSearch({ program, sites, variations, reach, goal }));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const mostReaches = 3;
const mostBases = 3;
const mostCases = 300;
const mostKept = 3;
const mostChanges = 6;

function reachesOf(target: GoalTarget, reaches: Reaches): readonly Reach[] {
  return 'provision' in target ? reaches.toProvision(target.provision) : reaches.toCondition(target.site);
}

interface SearchOptions {
  readonly program: Program;
  readonly sites: ConditionSites;
  readonly variations: Variations;
  readonly reach: Reach;
  readonly goal: Goal;
}

interface Search extends SearchOptions {
  readonly probe: Program;
  readonly hints: Hints;
  readonly way: Way;
  readonly targets: readonly Formula[];
  /** How many cases may still be looked at. */
  left: number;
}

function startSearch(options: SearchOptions): Search {
  const { program, reach, goal } = options;
  const { target } = goal;
  const targets = 'provision' in target ? [target.provision.condition] : target.site.readings;
  const way = wayTo(reach, new Set(targets), program);
  return {
    ...options,
    probe: reach.probe(program),
    hints: collectHints(program, reach.roots),
    way: { ...way, demands: withoutExceptions(way.demands, reach, target) },
    targets,
    left: mostCases,
  };
}

/** A rule that is not to stand may be taken away by an exception as well. */
function withoutExceptions(
  demands: readonly Demand[],
  { against }: Reach,
  target: GoalTarget,
): readonly Demand[] {
  const isAway = target.kind === 'provision' && target.wanted === 'false';
  return isAway ? demands.filter(({ formula }) => !against.includes(formula)) : demands;
}

interface Step {
  readonly base: BaseCase;
  readonly case: Case;
  readonly changes: readonly CaseChange[];
  readonly score: number;
  /** All is as it has to be for the goal to make the difference. */
  readonly isDecisive: boolean;
  readonly hints: Hints;
}

/**
 * From the cases that come nearest, one change after the other. A case in which the goal makes the difference is taken
 * before one in which something else decides.
 */
function searchNear(bases: readonly BaseCase[], search: Search): FoundCase | undefined {
  const starts: Step[] = [];
  for (const base of bases) {
    const found = lookAt({ base, case: base.case, changes: [] }, search);
    if (found !== undefined) keepNearest(starts, found, mostBases);
  }
  let open: readonly Step[] = starts;
  let indecisive: FoundCase | undefined;
  for (let depth = 1; depth <= mostChanges && search.left > 0; depth += 1) {
    const nearest: Step[] = [];
    for (const step of open.flatMap((each) => stepsFrom(each, search))) {
      keepNearest(nearest, step, mostKept);
      if (!step.isDecisive && indecisive !== undefined) continue;
      const found = foundAt(step, search);
      if (found !== undefined && step.isDecisive) return found;
      indecisive ??= found;
    }
    open = nearest;
  }
  return indecisive;
}

function stepsFrom(step: Step, search: Search): readonly Step[] {
  const { variations, reach } = search;
  const around = variations.around(step.case, step.hints, reach.policy.zone);
  return [...momentsFor(step, search), ...around].flatMap((variation) => {
    search.left -= 1;
    if (search.left < 0) return [];
    const changes = [...step.changes, variation.change];
    return lookAt({ base: step.base, case: variation.case, changes }, search) ?? [];
  });
}

function momentsFor(step: Step, { program, reach, goal }: Search): readonly Variation[] {
  return goal.target.kind === 'period' ? periodMoments(program, step.case, reach, goal.target) : [];
}

/** Of cases that come equally near, the first one found stays. */
function keepNearest(nearest: Step[], step: Step, most: number): void {
  const at = nearest.findIndex(({ score }) => score < step.score);
  nearest.splice(at < 0 ? nearest.length : at, 0, step);
  nearest.length = Math.min(nearest.length, most);
}

function lookAt(step: Pick<Step, 'base' | 'case' | 'changes'>, search: Search): Step | undefined {
  const { probe, program, reach, way, targets, goal } = search;
  const observation = observeCase(probe, step.case, reach.policies);
  if (observation === undefined) return undefined;
  const wanted = wantedOf(goal.target);
  const near =
    wanted === undefined
      ? 0
      : Math.max(0, ...targets.map((target) => closeness(target, wanted, observation, program)));
  const met = meets(way.demands, observation, program);
  return {
    ...step,
    score: met + 2 * near,
    isDecisive: met === way.demands.length,
    hints: openHints(search.hints, way, observation, program),
  };
}

/** A period counts where its rule stands. */
function wantedOf(target: GoalTarget): Truth | undefined {
  if (target.kind === 'period') return 'true';
  return target.kind === 'boundary' ? undefined : target.wanted;
}

/** Whether the case comes across the goal, and all else that it comes across. */
function foundAt(
  { base, case: found }: Step,
  { program, sites, reach, goal }: Search,
): FoundCase | undefined {
  const marks = marksOf(questionAbout(program, found, reach.policies), sites);
  if (marks?.has(goal.mark) !== true) return undefined;
  return { base, case: found, under: [...reach.policies].sort(), policy: reach.policy.id, marks };
}
