import type { List } from './lists.ts';
import { absentNone } from './presence.ts';
import type { Taxonomy } from './terms.ts';
import { noneTerm, unknownTerm } from './terms.ts';

/** Who claims a case: distinct terms; those that are not known count as one, which is asked last. */
export interface Claims {
  /** The claims are those below `length`; what stands behind them is left over from earlier cases. */
  readonly terms: number[];
  length: number;
  hasUnknown: boolean;
}

/** What is none claims nothing. */
export function addClaim(claims: Claims, term: number): void {
  if (term === noneTerm) return;
  if (term === unknownTerm) {
    claims.hasUnknown = true;
    return;
  }
  for (let index = 0; index < claims.length; index += 1) {
    if (claims.terms[index] === term) return;
  }
  claims.terms[claims.length] = term;
  claims.length += 1;
}

/** Everyone in a list; one that may go on stands for a claim that is not known. */
export function addClaims(claims: Claims, list: List<number>): void {
  if (list.presence === absentNone) return;
  for (let index = 0; index < list.length; index += 1) addClaim(claims, list.entries[index] ?? noneTerm);
  if (list.isOpen) claims.hasUnknown = true;
}

export function clearClaims(claims: Claims): void {
  claims.length = 0;
  claims.hasUnknown = false;
}

/** After the last claim has been added. */
export function closeClaims(claims: Claims): void {
  if (!claims.hasUnknown) return;
  claims.terms[claims.length] = unknownTerm;
  claims.length += 1;
}

/** A claim in answers: the term that was supplied, or `unknown`. */
export function claimName({ names }: Taxonomy, claim: number): string {
  return claim === unknownTerm ? 'unknown' : (names[claim] ?? 'unknown');
}
