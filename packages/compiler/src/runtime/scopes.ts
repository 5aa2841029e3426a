import type { Reading } from './readings.ts';
import type { Taxonomy } from './terms.ts';
import { noneTerm, unknownTerm } from './terms.ts';

/** `all of` a taxonomy: some terms with everything below them. */
export interface Scope {
  /** The terms that count are those below `length`; what stands behind them is left over from earlier facts. */
  readonly terms: number[];
  length: number;
  isEverything: boolean;
}

/** A scope in facts: undefined where it is unknown, null where it is none. */
export type ScopeFact = Scope | null | undefined;

export const anything: Scope = Object.freeze({ terms: [], length: 0, isEverything: true });

export function scope(...terms: readonly number[]): Scope {
  return { terms: [...terms], length: terms.length, isEverything: false };
}

/** Whether all that a term may be (certainly), or any of it (possibly), lies in a scope. */
export function isInScope(taxonomy: Taxonomy, term: number, within: ScopeFact, reading: Reading): boolean {
  if (term === noneTerm || within === null) return false;
  if (term === unknownTerm || within === undefined) return reading;
  if (within.isEverything || isCovered(taxonomy, term, within)) return true;
  return reading && reachesInto(taxonomy, term, within);
}

/** Whether a term lies in terms with everything below them: wholly, partly or not at all. */
export function shareIn(taxonomy: Taxonomy, term: number, terms: readonly number[]): 'all' | 'some' | 'none' {
  const within = scope(...terms);
  if (isCovered(taxonomy, term, within)) return 'all';
  return reachesInto(taxonomy, term, within) ? 'some' : 'none';
}

/** A term is covered by one at or above it, or where all that stands below it is listed and covered. */
function isCovered(taxonomy: Taxonomy, term: number, within: Scope): boolean {
  for (let index = 0; index < within.length; index += 1) {
    const from = within.terms[index] ?? noneTerm;
    if (from <= term && term < (taxonomy.ends[from] ?? 0)) return true;
  }
  const end = taxonomy.ends[term] ?? 0;
  if (taxonomy.complete[term] !== 1 || end === term + 1) return false;
  for (let below = term + 1; below < end; below = taxonomy.ends[below] ?? end) {
    if (!isCovered(taxonomy, below, within)) return false;
  }
  return true;
}

function reachesInto({ ends }: Taxonomy, term: number, within: Scope): boolean {
  for (let index = 0; index < within.length; index += 1) {
    const from = within.terms[index] ?? noneTerm;
    if (term <= from && from < (ends[term] ?? 0)) return true;
  }
  return false;
}
