import { compareText, invariant } from '../../support/index.ts';
import { formulaKey } from '../formula-key.ts';
import { heldTerms } from '../held-terms.ts';
import type { Program, Taxonomy, Term } from '../program.ts';
import type { Value } from '../value.ts';
import type { Atom } from './atoms.ts';
import { everTerms } from './reach.ts';

/** A fact that takes few values that rules tell apart; those that none tells apart are one class. */
export interface SituationFact {
  readonly key: string;
  readonly value: Value;
  /** How many classes there are. */
  readonly size: number;
  /**
   * Of a term the class of each value: none, not known, and each term in the order of its taxonomy; -1 for what the fact
   * cannot be. Of a yes-or-no fact the classes are no or none, yes and, where there are three, not known.
   */
  readonly classes?: readonly number[];
}

/** The most situations of one activity: tables by situation stay small. */
const mostSituations = 1024;

/** The facts that most rules test, as long as their situations stay few. */
export function chooseSituationFacts(
  program: Program,
  atoms: readonly Atom[],
  isSelector: (key: string) => boolean,
): readonly SituationFact[] {
  const byKey = groupedByKey(atoms);
  const candidates = [...byKey]
    .filter(
      ([key, own]) =>
        !isSelector(key) && own.some(({ isDated, value }) => !isDated && value.kind !== 'claim'),
    )
    .map(([key, own]) => ({ uses: own.length, fact: situationFact(program, key, own) }));
  candidates.sort((left, right) => right.uses - left.uses || compareText(left.fact.key, right.fact.key));
  const chosen: SituationFact[] = [];
  let situations = 1;
  for (const { fact } of candidates) {
    if (fact.size < 2 || situations * fact.size > mostSituations) continue;
    situations *= fact.size;
    chosen.push(fact);
  }
  return chosen;
}

function groupedByKey(atoms: readonly Atom[]): ReadonlyMap<string, readonly Atom[]> {
  const groups = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const group = groups.get(atom.key);
    if (group === undefined) groups.set(atom.key, [atom]);
    else group.push(atom);
  }
  return groups;
}

function situationFact(program: Program, key: string, atoms: readonly Atom[]): SituationFact {
  const [first] = atoms;
  const value = first?.value;
  if (value?.type.kind !== 'term') return flagFact(key, value);
  const taxonomy = program.taxonomies.get(value.type.taxonomy);
  const tests = new Map(atoms.map((atom) => [formulaKey(atom.formula), atom]));
  const ranges = [...tests.values()].map((atom) => everHeldBy(atom, program, taxonomy));
  const numbers = new Map<string, number>();
  const classOf = (signature: string): number => {
    const known = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, known);
    return known;
  };
  const canBe = (term: Term): boolean => term.final || (value.type.kind === 'term' && value.type.within);
  const classes = [
    value.traits.canBeNone ? classOf(ranges.map(() => 'no').join()) : -1,
    value.traits.canBeUnknown ? classOf(ranges.map(() => 'open').join()) : -1,
    ...(taxonomy?.terms ?? []).map((term) =>
      canBe(term) ? classOf(ranges.map((held) => relation(term, held)).join()) : -1,
    ),
  ];
  return { key, value, size: numbers.size, classes };
}

function flagFact(key: string, value: Value | undefined): SituationFact {
  invariant(value !== undefined, `something tests ${key}`);
  return { key, value, size: value.traits.canBeUnknown ? 3 : 2 };
}

/** What a test can ever hold of: of a group, all that ever belongs to it, which is how far its rules reach. */
function everHeldBy(atom: Atom, program: Program, taxonomy: Taxonomy | undefined): readonly Term[] {
  const terms = everTerms(atom, program);
  return terms === undefined || taxonomy === undefined ? [] : heldTerms(taxonomy, terms);
}

/** Whether all, some or nothing of what a term may be lies in what a test holds. */
function relation({ index, end }: Term, held: readonly Term[]): 'yes' | 'open' | 'no' {
  if (held.some((term) => term.index <= index && index < term.end)) return 'yes';
  return held.some((term) => index < term.index && term.index < end) ? 'open' : 'no';
}
