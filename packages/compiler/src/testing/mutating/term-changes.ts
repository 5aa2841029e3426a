import type { Formula, Taxonomy, Term, TermOption, TermTestFormula } from '../../logic/index.ts';
import type { ChangeSetting } from './condition-changes.ts';
import type { ConditionChange } from './mutant.ts';

/** Wider and narrower terms, and of several terms and groups one less. */
export function termChanges(
  { taxonomy, options }: TermTestFormula,
  { program }: ChangeSetting,
): readonly ConditionChange[] {
  const terms = program.taxonomies.get(taxonomy);
  return options.flatMap((option, index) => [
    ...(options.length > 1 ? [withoutOption(option, index)] : []),
    ...(option.kind === 'term'
      ? otherTerms(terms, option.term).map((term) => withTerm(option, term, index))
      : []),
  ]);
}

/** The term above, and the first one below; the whole taxonomy has no name. */
function otherTerms(taxonomy: Taxonomy | undefined, name: string): readonly Term[] {
  const term = taxonomy?.termsByName.get(name);
  if (taxonomy === undefined || term === undefined) return [];
  const above = taxonomy.terms[term.parent];
  const below = term.final ? undefined : taxonomy.terms[term.index + 1];
  return [above, below].filter((other) => other !== undefined);
}

function withTerm(option: TermOption, { name }: Term, index: number): ConditionChange {
  return {
    kind: 'term',
    change: `with ${name} instead of ${nameOf(option)}`,
    apply: onOptions((options) =>
      options.map((other, place) => (place === index ? { kind: 'term', term: name } : other)),
    ),
  };
}

function withoutOption(option: TermOption, index: number): ConditionChange {
  return {
    kind: 'term',
    change: `without ${nameOf(option)}`,
    apply: onOptions((options) => options.filter((_, place) => place !== index)),
  };
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
