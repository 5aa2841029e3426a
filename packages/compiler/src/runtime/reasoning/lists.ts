import type { Truth } from '../decision.ts';
import { entriesIn } from './fields.ts';
import { judge } from './formulas.ts';
import type { Judgment } from './judgment.ts';
import { and, decided, open, or } from './judgment.ts';
import type { Ask, Knowledge } from './knowledge.ts';
import { asksOf, boundsOf, earliest } from './knowledge.ts';
import type { FormulaNode, LatestNode, ValueNode } from './nodes.ts';
import type { Scope } from './scope.ts';
import { withName } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** The entries of a list, and what it leaves open. */
export interface Entries {
  readonly entries: readonly Knowledge[];
  /** Unknown where there may be more entries; absent where these are all. */
  readonly more?: Judgment;
  readonly until: number;
}

/** A list that is read through none is empty. */
export function entriesOf(node: ValueNode, scope: Scope): Entries {
  const list = valueKnowledge(node, scope);
  const { until } = list;
  if (list.kind === 'none') return { entries: [], until };
  if (list.kind === 'unknown' || list.content.type !== 'list')
    return { entries: [], until, more: open(asksOf(list), until) };
  const entries = entriesIn(list.content);
  return list.content.isPartial ? { entries, until, more: open(list.asks, until) } : { entries, until };
}

/** `some` is a disjunction, `every` a conjunction. */
export function judgeQuantifier(
  { is, name, list, body }: Extract<FormulaNode, { is: 'some' | 'every' }>,
  scope: Scope,
): Judgment {
  const { entries, more, until } = entriesOf(list, scope);
  const bodies = entries.map((entry) => judge(body, withName(scope, `#${name}`, entry)));
  const all = more === undefined ? bodies : [...bodies, more];
  const judgment = is === 'some' ? or(all) : and(all);
  return { ...judgment, until: Math.min(judgment.until, until) };
}

interface Candidate {
  readonly scope: Scope;
  readonly condition: Judgment;
  readonly by: Knowledge;
}

/**
 * The latest of no entries is false, of entries that tie unknown unless all agree, and unknown where an unknown or a
 * partial list could change which one it is.
 */
export function judgeLatest(node: LatestNode, scope: Scope): Judgment {
  const { entries, more, until } = entriesOf(node.list, scope);
  const candidates = entries.map((entry): Candidate => {
    const inner = withName(scope, `#${node.name}`, entry);
    return { scope: inner, condition: judge(node.condition, inner), by: valueKnowledge(node.by, inner) };
  });
  const lasts = Math.min(until, ...candidates.flatMap(({ condition, by }) => [condition.until, by.until]));
  const possible = possiblyLatest(candidates);
  const bodies = possible.map((candidate) => judge(node.body, candidate.scope));
  const all = Math.min(lasts, earliest(bodies));
  const results = new Set<Truth>(bodies.map(({ truth }) => truth));
  if (!candidates.some((candidate) => isCertain(candidate, node))) results.add('false');
  const [result] = results;
  if (more === undefined && results.size === 1 && result !== undefined && result !== 'unknown') {
    return decided(result === 'true', all);
  }
  return open([...(more?.asks ?? []), ...asksForLatest(possible, bodies)], all);
}

/** An unknown moment excludes nothing and is excluded by nothing; an entry without one takes no part. */
function possiblyLatest(candidates: readonly Candidate[]): readonly Candidate[] {
  const latest = candidates
    .filter(({ condition, by }) => condition.truth === 'true' && by.kind === 'known')
    .reduce((moment, { by }) => Math.max(moment, boundsOf(by).low), Number.NEGATIVE_INFINITY);
  return candidates.filter(
    ({ condition, by }) =>
      condition.truth !== 'false' &&
      by.kind !== 'none' &&
      (by.kind === 'unknown' || boundsOf(by).high >= latest),
  );
}

function isCertain({ condition, by }: Candidate, { mayBeNone = false }: LatestNode): boolean {
  return condition.truth === 'true' && (by.kind === 'known' || (by.kind === 'unknown' && !mayBeNone));
}

/** What is open about those that could be the latest; where they only tie, their moments. */
function asksForLatest(possible: readonly Candidate[], bodies: readonly Judgment[]): readonly Ask[] {
  const asks = possible.flatMap(({ condition, by }) => [...condition.asks, ...asksOf(by)]);
  const all = [...asks, ...bodies.flatMap((body) => body.asks)];
  if (all.length > 0) return all;
  return possible.flatMap(({ by }) => (by.kind === 'known' && by.origin !== undefined ? [by.origin] : []));
}
