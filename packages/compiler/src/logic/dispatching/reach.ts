import { not, termTest, truth } from '../construct-formula.ts';
import type { Formula } from '../formula.ts';
import type { Program, Taxonomy } from '../program.ts';
import type { Atom } from './atoms.ts';
import { atomOf } from './atoms.ts';

/** What the tests of some facts alone tell about conditions. */
export interface Reach {
  /** A condition over these facts alone that holds, or is unknown, wherever the given one does. */
  upper(formula: Formula): Formula;
  /** Whether a condition consists of tests of these facts alone. */
  isExact(formula: Formula): boolean;
}

export interface ReachOptions {
  readonly program: Program;
  /** By key. */
  readonly facts: ReadonlySet<string>;
  /** What has a name of its own is kept as it is. */
  readonly isNamed: (formula: Formula) => boolean;
}

/**
 * Whatever else a condition tests is taken as unknown. Strong Kleene logic is monotone: where the rest is false all the
 * same, the condition is false whatever the other facts are.
 */
export function createReach(options: ReachOptions): Reach {
  const exact = new Map<Formula, boolean>();
  const isExact = (formula: Formula): boolean => {
    const known = exact.get(formula);
    if (known !== undefined) return known;
    const result = consistsOfTests(formula, options, isExact);
    exact.set(formula, result);
    return result;
  };
  const bound = (formula: Formula, side: Side): Formula => {
    if (isExact(formula)) return formula;
    if (options.isNamed(formula)) return openSide(formula, side);
    switch (formula.kind) {
      case 'not':
        return not(formula.place, bound(formula.operand, side === 'upper' ? 'lower' : 'upper'));
      case 'and':
      case 'or':
        return { ...formula, operands: formula.operands.map((operand) => bound(operand, side)) };
      default:
        return boundOfTest(formula, side, options);
    }
  };
  return { isExact, upper: (formula) => bound(formula, 'upper') };
}

type Side = 'upper' | 'lower';

function consistsOfTests(
  formula: Formula,
  { facts }: ReachOptions,
  isExact: (formula: Formula) => boolean,
): boolean {
  switch (formula.kind) {
    case 'truth':
      return true;
    case 'not':
      return isExact(formula.operand);
    case 'and':
    case 'or':
      return formula.operands.every(isExact);
    default: {
      const atom = atomOf(formula);
      return atom !== undefined && !atom.isDated && facts.has(atom.key);
    }
  }
}

function openSide({ place }: Formula, side: Side): Formula {
  return truth(place, side === 'upper');
}

/** Of a group, at most all that ever belongs to it counts. */
function boundOfTest(formula: Formula, side: Side, { facts, program }: ReachOptions): Formula {
  const atom = atomOf(formula);
  if (atom === undefined || side === 'lower' || !facts.has(atom.key)) return openSide(formula, side);
  if (atom.formula.kind !== 'term-test') return openSide(formula, side);
  const terms = everTerms(atom, program);
  if (terms === undefined) return openSide(formula, side);
  const options = terms.map((term) => ({ kind: 'term', term }) as const);
  return termTest(formula.place, atom.value, atom.formula.taxonomy, options);
}

/**
 * The terms that a test names, and all that ever belongs to the groups that it names; undefined where a group is asked
 * about on another day than today: if that day is not known, anything may belong.
 */
export function everTerms({ formula }: Atom, program: Program): readonly string[] | undefined {
  if (formula.kind !== 'term-test') return undefined;
  if (formula.options.some((option) => option.kind === 'group' && option.on !== undefined)) return undefined;
  const terms = formula.options.flatMap((option) =>
    option.kind === 'term' ? [option.term] : everMembers(program, option.group),
  );
  return [...new Set(terms)];
}

function everMembers(program: Program, name: string): readonly string[] {
  const entries = program.groups.get(name)?.entries ?? [];
  return entries.flatMap((entry) =>
    entry.kind === 'term' ? [entry.name] : everMembers(program, entry.name),
  );
}

/**
 * The terms of a fact outside of which a condition is false, each with everything below it; undefined where it can hold
 * whatever the fact is. A fact that is not known, or not exactly, may be any of what it can be.
 */
export function termsReached(formula: Formula, key: string, program: Program): readonly string[] | undefined {
  if (formula.kind === 'and') {
    for (const operand of formula.operands) {
      const terms = termsReached(operand, key, program);
      if (terms !== undefined) return terms;
    }
    return undefined;
  }
  if (formula.kind === 'or') {
    const all = formula.operands.map((operand) => termsReached(operand, key, program));
    const known = all.flatMap((terms) => (terms === undefined ? [] : [terms]));
    return known.length === all.length ? [...new Set(known.flat())] : undefined;
  }
  const atom = atomOf(formula);
  if (atom === undefined || atom.key !== key) return undefined;
  return everTerms(atom, program);
}

/** How many of all final terms lie at or below some terms, from 0 to 1. */
export function shareOf(taxonomy: Taxonomy, names: readonly string[]): number {
  const held = new Set<number>();
  for (const name of names) {
    const term = taxonomy.termsByName.get(name);
    for (let index = term?.index ?? 0; index < (term?.end ?? 0); index += 1) held.add(index);
  }
  const finals = taxonomy.terms.filter(({ final }) => final);
  return finals.length === 0 ? 1 : finals.filter(({ index }) => held.has(index)).length / finals.length;
}
