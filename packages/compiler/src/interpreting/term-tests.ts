import { comparesWholeLevels } from '../analysis/index.ts';
import type {
  Program,
  SameTermFormula,
  ScopeTestFormula,
  Taxonomy,
  Term,
  TermOption,
  TermTestFormula,
} from '../logic/index.ts';
import { invariant } from '../support/index.ts';
import { knownPart, settle } from './comparisons.ts';
import { evaluateValue } from './evaluate-value.ts';
import type { Judgment } from './judgment.ts';
import { decided, open } from './judgment.ts';
import type { Ask, Knowledge, Known } from './knowledge.ts';
import { asksOf, earliest } from './knowledge.ts';
import { dateChanges, firstDifference } from './movements.ts';
import type { Run, Scope } from './run.ts';
import type { Viewpoint } from './terms.ts';
import { datesOf, isWithin, membership, membersOf, taxonomyNamed, termNamed } from './terms.ts';

/** `x is TERM`, `x is GROUP`, `x is GROUP on D`, `x is one of (…)`. */
export function evaluateTermTest(formula: TermTestFormula, scope: Scope): Judgment {
  const value = evaluateValue(formula.value, scope);
  const options = formula.options.map((option) => dated(option, scope));
  return settle([value], () => {
    const tested = knownPart(value);
    const term = termOf(tested);
    const taxonomy = taxonomyNamed(scope.run.program, formula.taxonomy);
    const at = (instant: number): ReturnType<typeof membership> =>
      membership(taxonomy, term, membersAt(options, taxonomy, scope.run.program, instant));
    const answer = at(scope.run.now);
    const change = firstDifference(
      scope.run.now,
      changesOf(options, scope.run),
      (instant) => at(instant) !== answer,
    );
    return conclude(answer, tested, options, change);
  });
}

/**
 * "Between two facts: true only if both are the same final term, false if they can share none, else unknown." Two
 * ancestors on the same level are compared as what they are: the same country is the same country.
 */
export function evaluateSameTerm(formula: SameTermFormula, scope: Scope): Judgment {
  const sides = [evaluateValue(formula.left, scope), evaluateValue(formula.right, scope)];
  return settle(sides, () => {
    const [left, right] = sides.map((side) => termOf(knownPart(side)));
    invariant(left !== undefined && right !== undefined, 'there are two sides');
    const isSame = left.index === right.index;
    if (isSame && (left.final || comparesWholeLevels(formula))) return decided(true, earliest(sides));
    if (!isWithin(left, right) && !isWithin(right, left)) return decided(false, earliest(sides));
    return open(openAsks(sides.map(knownPart)), earliest(sides));
  });
}

/** "`x is in SCOPE` for `all of`": a scope is everything at or below its terms. */
export function evaluateScopeTest(formula: ScopeTestFormula, scope: Scope): Judgment {
  const sides = [evaluateValue(formula.value, scope), evaluateValue(formula.scope, scope)];
  return settle(sides, () => {
    const [value, within] = sides.map(knownPart);
    invariant(value !== undefined && within?.content.type === 'scope', 'the right side is a scope');
    const { terms } = within.content;
    if (terms === 'anything') return decided(true, earliest(sides));
    const taxonomy = taxonomyOf(formula, scope.run.program);
    const answer = membership(taxonomy, termOf(value), terms);
    return answer === 'some'
      ? open(openAsks([value]), earliest(sides))
      : decided(answer === 'all', earliest(sides));
  });
}

/** An option with the day on which its group is judged, where the test names one. */
interface DatedOption {
  readonly option: TermOption;
  readonly on?: Knowledge;
}

function dated(option: TermOption, scope: Scope): DatedOption {
  if (option.kind === 'term') return { option };
  if (option.on !== undefined) return { option, on: evaluateValue(option.on, scope) };
  scope.run.noticed.time = true;
  return { option };
}

/** The members of all options of which the day is known; on no day (`none`) a group has no members. */
function membersAt(
  options: readonly DatedOption[],
  taxonomy: Taxonomy,
  program: Program,
  instant: number,
): readonly Term[] {
  return options.flatMap(({ option, on }) => {
    if (option.kind === 'term') return [termNamed(taxonomy, option.term)];
    const viewpoint = on === undefined ? { instant } : viewpointOn(on);
    return viewpoint === undefined ? [] : membersOf(program, option.group, viewpoint);
  });
}

function viewpointOn(on: Knowledge): Viewpoint | undefined {
  if (on.kind !== 'known') return undefined;
  invariant(on.content.type === 'quantity', 'groups are judged on dates');
  return { date: on.content.low };
}

/** A group on an unknown day leaves open what is not true without it. */
function conclude(
  answer: ReturnType<typeof membership>,
  tested: Known,
  options: readonly DatedOption[],
  change: number,
): Judgment {
  const days = options.flatMap(({ on }) => (on === undefined ? [] : [on]));
  const until = Math.min(change, earliest([tested, ...days]));
  if (answer === 'all') return decided(true, until);
  const asks = [...(answer === 'some' ? openAsks([tested]) : tested.asks), ...days.flatMap(asksOf)];
  const isOpen = answer === 'some' || days.some(({ kind }) => kind === 'unknown');
  return isOpen ? open(asks, until) : decided(false, until);
}

function changesOf(options: readonly DatedOption[], run: Run): readonly number[] {
  return options.flatMap(({ option, on }) => {
    if (option.kind === 'term' || on !== undefined) return [];
    return datesOf(run.program, option.group).flatMap(({ zone, date }) => dateChanges(zone, [date], run.now));
  });
}

/** What would tell more; where a level says less than was asked, the facts that it was read from. */
function openAsks(parts: readonly Known[]): readonly Ask[] {
  const asks = parts.flatMap(asksOf);
  return asks.length > 0 ? asks : parts.flatMap(({ origin }) => (origin === undefined ? [] : [origin]));
}

function termOf({ content }: Known): Term {
  invariant(content.type === 'term', 'a term is tested');
  return content.term;
}

function taxonomyOf(formula: ScopeTestFormula, program: Program): Taxonomy {
  const { type } = formula.scope;
  invariant(type.kind === 'scope', 'the right side is a scope');
  return taxonomyNamed(program, type.taxonomy);
}
