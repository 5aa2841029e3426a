import type { Formula, Taxonomy, Term, TermOption, TermTestFormula } from '../../logic/index.ts';
import type { ChangeSetting } from './condition-changes.ts';
import type { ConditionChange } from './mutant.ts';

/** Wider and narrower terms, and of several terms and groups one less. */
export function termChanges(
  { taxonomy, options }: TermTestFormula,
  { program }: ChangeSetting,
): readonly ConditionChange[] {
  const terms = program.taxonomies.get(taxonomy);
  if (terms === undefined) return [];
  return options.flatMap((option, index) => [
    ...(options.length > 1 ? [withoutOption(option, index, terms)] : []),
    ...(option.kind === 'term'
      ? otherTerms(terms, option.term).map((term) => withTerm(option, term, index, terms))
      : []),
  ]);
}

/** The term above, and the first one below; the whole taxonomy has no name. */
function otherTerms(taxonomy: Taxonomy, name: string): readonly Term[] {
  const term = taxonomy.termsByName.get(name);
  if (term === undefined) return [];
  const above = taxonomy.terms[term.parent];
  const below = term.final ? undefined : taxonomy.terms[term.index + 1];
  return [above, below].filter((other) => other !== undefined);
}

function withTerm(option: TermOption, term: Term, index: number, taxonomy: Taxonomy): ConditionChange {
  return {
    kind: 'term',
    change: `with ${term.name} instead of ${nameOf(option)}`,
    terms: tellingTerms(taxonomy, taxonomy.termsByName.get(nameOf(option)), term),
    apply: onOptions((options) =>
      options.map((other, place) => (place === index ? { kind: 'term', term: term.name } : other)),
    ),
  };
}

function withoutOption(option: TermOption, index: number, taxonomy: Taxonomy): ConditionChange {
  const dropped = option.kind === 'term' ? taxonomy.termsByName.get(option.term) : undefined;
  return {
    kind: 'term',
    change: `without ${nameOf(option)}`,
    terms: tellingTerms(taxonomy, dropped, undefined),
    apply: onOptions((options) => options.filter((_, place) => place !== index)),
  };
}

/** A final term at or below the one and not the other, for each of two. */
function tellingTerms(taxonomy: Taxonomy, one: Term | undefined, other: Term | undefined): readonly string[] {
  const sides = [
    [one, other],
    [other, one],
  ] as const;
  return sides.flatMap(
    ([inside, outside]) =>
      taxonomy.terms.find((term) => term.final && isBelow(term, inside) && !isBelow(term, outside))?.name ??
      [],
  );
}

function isBelow({ index }: Term, other: Term | undefined): boolean {
  return other !== undefined && other.index <= index && index < other.end;
}

function nameOf(option: TermOption): string {
  return option.kind === 'term' ? option.term : option.group;
}

function onOptions(
  change: (options: readonly TermOption[]) => readonly TermOption[],
): ConditionChange['apply'] {
  return (reading: Formula) =>
    reading.kind === 'term-test' ? { ...reading, options: change(reading.options) } : undefined;
}
