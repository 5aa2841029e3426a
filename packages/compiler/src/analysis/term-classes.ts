import type { Group, Program, Taxonomy, Term, TermOption } from '../logic/index.ts';
import { invariant } from '../support/index.ts';

/**
 * One final term for each class that term tests can tell apart: the first of each, in the order of the taxonomy. Terms
 * of one class lie in the same tested terms and belong to the same tested groups from and until the same dates.
 */
export function representativeTerms(
  program: Program,
  taxonomyName: string,
  options: readonly TermOption[],
): readonly string[] {
  const taxonomy = program.taxonomies.get(taxonomyName);
  invariant(taxonomy !== undefined, `the program has a taxonomy ${taxonomyName}`);
  const tested = distinctOptions(options);
  const representatives = new Map<string, string>();
  for (const term of taxonomy.terms.filter(({ final }) => final)) {
    const key = tested.map((option) => placeIn(program, taxonomy, term, option)).join(';');
    if (!representatives.has(key)) representatives.set(key, term.name);
  }
  return [...representatives.values()];
}

function distinctOptions(options: readonly TermOption[]): readonly TermOption[] {
  return [...new Map(options.map((option) => [`${option.kind} ${nameOf(option)}`, option])).values()];
}

function nameOf(option: TermOption): string {
  return option.kind === 'term' ? option.term : option.group;
}

function placeIn(program: Program, taxonomy: Taxonomy, term: Term, option: TermOption): string {
  if (option.kind === 'term') return isBelow(taxonomy, term, option.term) ? 'in' : 'out';
  return periodsIn(program, taxonomy, term, option.group).join(',');
}

/** The periods in which a term is a member, each as the chain of entries that it belongs by. */
function periodsIn(program: Program, taxonomy: Taxonomy, term: Term, name: string): readonly string[] {
  const group: Group | undefined = program.groups.get(name);
  invariant(group !== undefined, `the program has a group ${name}`);
  return group.entries.flatMap((entry) => {
    const period = `${entry.from ?? ''}..${entry.until ?? ''} ${group.zone}`;
    if (entry.kind === 'term') return isBelow(taxonomy, term, entry.name) ? [period] : [];
    return periodsIn(program, taxonomy, term, entry.name).map((inner) => `${period}/${inner}`);
  });
}

function isBelow(taxonomy: Taxonomy, term: Term, name: string): boolean {
  const other = taxonomy.termsByName.get(name);
  return other !== undefined && other.index <= term.index && term.index < other.end;
}
