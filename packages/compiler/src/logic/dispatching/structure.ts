import type { Formula } from '../formula.ts';
import type { Activity, Exception, PolicyPart, Program, Rule } from '../program.ts';
import type { Value } from '../value.ts';
import { atomsIn } from './atoms.ts';
import { shareOf, termsReached } from './reach.ts';
import type { SituationFact } from './situations.ts';
import { chooseSituationFacts } from './situations.ts';

/**
 * What tells the rules of an activity apart. Each policy goes by one selector: a term by which its rules are found
 * first. Beside it the situation counts: the classes of all facts that take few values, together.
 */
export interface DecisionStructure {
  /** The terms by which policies are found; there may be none. */
  readonly selectors: readonly Selector[];
  readonly situationFacts: readonly SituationFact[];
  /** How many situations there are. */
  readonly situations: number;
  /** The selector that a policy goes by; what nothing limits goes by the first. */
  selectorOf(part: PolicyPart): number;
  /** What may be looked at to find the rules of a policy: its selector and the facts of the situation. */
  factsOf(part: PolicyPart): ReadonlySet<string>;
}

export interface Selector {
  readonly key: string;
  readonly value: Value;
  readonly taxonomy: string;
}

const mostSelectors = 3;

/** Chooses the facts that separate the rules of an activity best. */
export function decisionStructure(program: Program, activity: Activity): DecisionStructure {
  const parts = program.policies.flatMap((policy) =>
    policy.parts.filter((part) => part.activity === activity.name),
  );
  const atoms = parts.flatMap((part) => atomsIn(conditionsOf(part)));
  const candidates = new Map<string, Selector>();
  for (const { key, value } of atoms) {
    if (value.type.kind === 'term' && !candidates.has(key)) {
      candidates.set(key, { key, value, taxonomy: value.type.taxonomy });
    }
  }
  const selectors = chooseSelectors(program, parts, [...candidates.values()]);
  const chosen = new Set(selectors.map(({ key }) => key));
  const situationFacts = chooseSituationFacts(program, atoms, (key) => chosen.has(key));
  const numbers = new Map(parts.map((part) => [part, bestFor(program, part, selectors).number]));
  const shared = situationFacts.map(({ key }) => key);
  const selectorOf = (part: PolicyPart): number => numbers.get(part) ?? 0;
  return {
    selectors,
    situationFacts,
    situations: situationFacts.reduce((product, { size }) => product * size, 1),
    selectorOf,
    factsOf: (part) => {
      const own = selectors[selectorOf(part)];
      return new Set(own === undefined ? shared : [...shared, own.key]);
    },
  };
}

/** Those that spare the most rules, each policy taking the one that spares it most. */
function chooseSelectors(
  program: Program,
  parts: readonly PolicyPart[],
  candidates: readonly Selector[],
): readonly Selector[] {
  const spared = candidates.map(() => 0);
  for (const part of parts) {
    const { number, gain } = bestFor(program, part, candidates);
    spared[number] = (spared[number] ?? 0) + gain;
  }
  const all = parts.reduce((sum, { rules }) => sum + rules.length, 0);
  const worthwhile = Math.max(1, all / 20);
  const order = candidates.map((_, index) => index).filter((index) => (spared[index] ?? 0) >= worthwhile);
  order.sort((left, right) => (spared[right] ?? 0) - (spared[left] ?? 0) || left - right);
  return order.slice(0, mostSelectors).flatMap((index) => candidates[index] ?? []);
}

interface Best {
  readonly number: number;
  readonly gain: number;
}

function bestFor(program: Program, part: PolicyPart, selectors: readonly Selector[]): Best {
  let best: Best = { number: 0, gain: 0 };
  for (const [number, selector] of selectors.entries()) {
    const gain = gainOf(program, part, selector);
    if (gain > best.gain) best = { number, gain };
  }
  return best;
}

/** How many rules of a policy a selector spares on average. */
function gainOf(program: Program, part: PolicyPart, { key, taxonomy }: Selector): number {
  const terms = program.taxonomies.get(taxonomy);
  const spares = (condition: Formula): number => {
    const reached = termsReached(condition, key, program);
    return reached === undefined || terms === undefined ? 0 : 1 - shareOf(terms, reached);
  };
  const whole = spares(part.applies);
  if (whole > 0) return whole * (part.rules.length + (part.default === undefined ? 0 : 1));
  return part.rules.reduce((sum, rule) => sum + spares(rule.condition), 0);
}

function conditionsOf({ applies, default: byDefault, rules }: PolicyPart): readonly Formula[] {
  const provisions = byDefault === undefined ? rules : [byDefault, ...rules];
  return [applies, ...provisions.flatMap(allConditions)];
}

function allConditions({
  condition,
  exceptions,
}: Pick<Rule | Exception, 'condition' | 'exceptions'>): Formula[] {
  return [condition, ...exceptions.flatMap(allConditions)];
}
