import type { Taxonomy, Term } from './program.ts';

/**
 * The fewest terms that hold exactly what some terms hold: a term of which everything below is listed and held counts
 * as held itself.
 */
export function heldTerms(taxonomy: Taxonomy, names: readonly string[]): readonly Term[] {
  const held = new Set<number>();
  for (const name of names) {
    const term = taxonomy.termsByName.get(name);
    for (let index = term?.index ?? 0; index < (term?.end ?? 0); index += 1) held.add(index);
  }
  for (const term of taxonomy.terms.toReversed()) {
    if (term.final || !term.complete || held.has(term.index)) continue;
    const below = taxonomy.terms.filter((candidate) => candidate.parent === term.index);
    if (below.every(({ index }) => held.has(index))) held.add(term.index);
  }
  return taxonomy.terms.filter(({ index, parent }) => held.has(index) && !held.has(parent));
}
