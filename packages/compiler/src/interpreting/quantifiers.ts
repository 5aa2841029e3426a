import type { LatestFormula, QuantifierFormula, Value } from '../logic/index.ts';
import type { Truth } from '../runtime/index.ts';
import { invariant } from '../support/index.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, open, or } from './judgment.ts';
import type { Ask, Knowledge, Known } from './knowledge.ts';
import { asksOf, earliest } from './knowledge.ts';
import type { Scope } from './run.ts';
import { withName } from './run.ts';

/** The entries of a list, and what it leaves open: "a partial list: at least these"; an unknown one: nothing known. */
export interface Entries {
  readonly entries: readonly Knowledge[];
  /** Unknown where there may be more entries; absent where these are all. */
  readonly more?: Judgment;
  readonly until: number;
}

/** "A list read through none is empty." */
export function entriesOf(list: Value, scope: Scope): Entries {
  const knowledge = evaluateValue(list, scope);
  const { until } = knowledge;
  if (knowledge.kind === 'none') return { entries: [], until };
  if (knowledge.kind === 'unknown') return { entries: [], until, more: open(knowledge.asks, until) };
  const { content } = knowledge;
  invariant(content.type === 'list', 'quantifiers look at lists');
  if (!content.isPartial) return { entries: content.entries, until };
  return { entries: content.entries, until, more: open(knowledge.asks, until) };
}

/** "`some` is a disjunction, `every` a conjunction." */
export function evaluateQuantifier(formula: QuantifierFormula, scope: Scope): Judgment {
  const { entries, more, until } = entriesOf(formula.list, scope);
  const bodies = entries.map((entry) =>
    evaluateFormula(formula.body, withName(scope, formula.variable, entry)),
  );
  const all = more === undefined ? bodies : [...bodies, more];
  const judgment = formula.kind === 'some' ? or(all) : and(all);
  return { ...judgment, until: Math.min(judgment.until, until) };
}

interface Candidate {
  readonly scope: Scope;
  readonly condition: Judgment;
  readonly by: Knowledge;
}

/**
 * "`latest` of nothing is false, of a tie unknown unless all tied agree, and unknown where an unknown or a partial list
 * could change who is latest."
 */
export function evaluateLatest(formula: LatestFormula, scope: Scope): Judgment {
  const { entries, more, until } = entriesOf(formula.list, scope);
  const candidates = entries.map((entry) => candidateOf(formula, withName(scope, formula.variable, entry)));
  const lasts = Math.min(until, earliest(candidates.flatMap(({ condition, by }) => [condition, by])));
  const possible = possiblyLatest(candidates);
  const bodies = possible.map((candidate) => evaluateFormula(formula.body, candidate.scope));
  const all = Math.min(lasts, earliest(bodies));
  const isSureOfOne = candidates.some((candidate) => isCertain(candidate, formula));
  const results = new Set<Truth>(bodies.map(({ truth }) => truth));
  if (!isSureOfOne) results.add('false');
  const [result] = results;
  if (more === undefined && results.size === 1 && result !== undefined && result !== 'unknown') {
    return decided(result === 'true', all);
  }
  return open([...(more?.asks ?? []), ...asksForLatest(possible, bodies)], all);
}

function candidateOf(formula: LatestFormula, scope: Scope): Candidate {
  return {
    scope,
    condition: evaluateFormula(formula.condition, scope),
    by: evaluateValue(formula.by, scope),
  };
}

/**
 * An entry could be the latest where its condition may hold, its moment is not none, and no entry whose condition
 * certainly holds is certainly later. An unknown moment excludes nothing and is excluded by nothing.
 */
function possiblyLatest(candidates: readonly Candidate[]): readonly Candidate[] {
  const certainMoments = candidates
    .filter(({ condition, by }) => condition.truth === 'true' && by.kind === 'known')
    .map(({ by }) => momentOf(by).low);
  const latest = certainMoments.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  return candidates.filter(
    ({ condition, by }) =>
      condition.truth !== 'false' &&
      by.kind !== 'none' &&
      (by.kind === 'unknown' || momentOf(by).high >= latest),
  );
}

/** Whether an entry certainly takes part; where its moment is unknown, only if that cannot turn out to be none. */
function isCertain({ condition, by }: Candidate, formula: LatestFormula): boolean {
  if (condition.truth !== 'true') return false;
  return by.kind === 'known' || (by.kind === 'unknown' && !formula.by.traits.canBeNone);
}

/** What is open about those that could be the latest; where they only tie, their moments. */
function asksForLatest(possible: readonly Candidate[], bodies: readonly Judgment[]): readonly Ask[] {
  const asks = possible.flatMap(({ condition, by }) => [...condition.asks, ...asksOf(by)]);
  const all = [...asks, ...bodies.flatMap((body) => body.asks)];
  if (all.length > 0) return all;
  return possible.flatMap(({ by }) => (by.kind === 'known' && by.origin !== undefined ? [by.origin] : []));
}

function momentOf(by: Knowledge): { low: number; high: number } {
  const known: Known | undefined = by.kind === 'known' ? by : undefined;
  invariant(known?.content.type === 'quantity', 'the latest is told by a moment or a number');
  return known.content;
}
