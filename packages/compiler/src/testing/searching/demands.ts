import type { Formula, Program, Traits, Value } from '../../logic/index.ts';
import { isFormula, partsOf } from '../../logic/index.ts';
import type { Truth } from '../../runtime/index.ts';
import { closeness } from './closeness.ts';
import type { Hints } from './hints.ts';
import type { Observation } from './observation.ts';
import type { Reach } from './reach.ts';

/** What a condition has to turn out to be. */
export interface Demand {
  readonly formula: Formula;
  readonly wanted: Truth;
  /** What it reads, as the case has it; absent: what its own traits say. Inside a define that is what the call reads. */
  readonly reads?: Reads;
}

export type Reads = Pick<Traits, 'facts' | 'readsTime'>;

/** What has to be so for one of some conditions to make a difference, and what those conditions read. */
export interface Way {
  readonly demands: readonly Demand[];
  readonly reads: Reads;
}

/**
 * Everything on the way to a condition holds, what stands beside it with `and` holds, what stands beside it with `or`
 * does not, and no exception takes the rule away all the same.
 */
export function wayTo(
  { chain, against, roots }: Reach,
  targets: ReadonlySet<Formula>,
  program: Program,
): Way {
  const around = chain
    .filter((formula) => !targets.has(formula))
    .map((formula): Demand => ({ formula, wanted: 'true' }));
  const free = against.map((formula): Demand => ({ formula, wanted: 'false' }));
  const search: Search = { targets, program, seen: new Set() };
  const found = roots.map((root) => besideTarget(root, undefined, search)).find((way) => way !== undefined);
  return {
    demands: [...around, ...free, ...(found?.demands ?? [])],
    reads: found?.reads ?? { facts: [], readsTime: false },
  };
}

/** How well a case meets demands, from 0 to as many as there are. */
export function meets(demands: readonly Demand[], observation: Observation, program: Program): number {
  return demands.reduce(
    (sum, { formula, wanted }) => sum + closeness(formula, wanted, observation, program),
    0,
  );
}

/** Where to look on: at what is not yet as it should be, and at the conditions themselves. */
export function openHints(
  hints: Hints,
  { demands, reads }: Way,
  observation: Observation,
  program: Program,
): Hints {
  const unmet = demands.filter(({ formula, wanted }) => closeness(formula, wanted, observation, program) < 1);
  const open = [reads, ...unmet.map((demand) => demand.reads ?? demand.formula.traits)];
  const facts = new Set(open.flatMap((each) => each.facts));
  return {
    ...hints,
    paths: hints.paths.filter((path) => facts.has(path)),
    readsTime: open.some(({ readsTime }) => readsTime),
  };
}

interface Search {
  readonly targets: ReadonlySet<Formula>;
  readonly program: Program;
  /** What leads to no target. */
  readonly seen: Set<Formula | Value>;
}

/** Undefined where no target lies below. `call` is what the call reads in whose define the node stands. */
function besideTarget(node: Formula | Value, call: Reads | undefined, search: Search): Way | undefined {
  if (isFormula(node) && search.targets.has(node)) return { demands: [], reads: call ?? node.traits };
  if (search.seen.has(node)) return undefined;
  search.seen.add(node);
  const isCall = node.kind === 'call' || node.kind === 'call-value';
  for (const part of partsWithBody(node, search.program)) {
    const found = besideTarget(part, call ?? (isCall ? node.traits : undefined), search);
    if (found !== undefined)
      return { ...found, demands: [...demandsBeside(node, part, call), ...found.demands] };
  }
  return undefined;
}

function demandsBeside(
  node: Formula | Value,
  part: Formula | Value,
  call: Reads | undefined,
): readonly Demand[] {
  if (node.kind !== 'and' && node.kind !== 'or') return [];
  const wanted = node.kind === 'and' ? 'true' : 'false';
  return node.operands
    .filter((operand) => operand !== part)
    .map((formula): Demand => ({ formula, wanted, ...(call === undefined ? {} : { reads: call }) }));
}

function partsWithBody(node: Formula | Value, program: Program): readonly (Formula | Value)[] {
  if (node.kind !== 'call' && node.kind !== 'call-value') return partsOf(node);
  const body = program.defines.get(node.define)?.body;
  if (body === undefined) return partsOf(node);
  return [...partsOf(node), body.kind === 'formula' ? body.formula : body.value];
}
