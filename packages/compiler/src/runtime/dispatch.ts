import type { Case, Part } from './policies.ts';
import type { Taxonomy } from './terms.ts';
import { unknownTerm } from './terms.ts';

/** The parts of an activity by the claim under which they can apply at all. */
export interface Dispatch<Encoded> {
  readonly all: readonly Part<Case<Encoded>>[];
  /** Some policy mandates. */
  readonly mandates: boolean;
  /** Those that can apply under a claim. */
  partsFor(claim: number): readonly Part<Case<Encoded>>[];
}

export function createDispatch<Encoded>(
  parts: readonly Part<Case<Encoded>>[],
  terms: Taxonomy | undefined,
): Dispatch<Encoded> {
  const byClaim: (readonly Part<Case<Encoded>>[] | undefined)[] = [];
  const mandates = parts.some((part) => part.mandates !== undefined);
  return {
    all: parts,
    mandates,
    partsFor(claim) {
      if (terms === undefined || claim === unknownTerm) return parts;
      const known = byClaim[claim];
      if (known !== undefined) return known;
      const found = parts.filter((part) => canApply(part, terms, claim));
      byClaim[claim] = found;
      return found;
    },
  };
}

/** A claim that may be one of several terms can concern whoever speaks of any of them. */
function canApply<Asked>({ claims }: Part<Asked>, { numbers, ends }: Taxonomy, claim: number): boolean {
  if (claims === undefined) return true;
  return claims.some((name) => {
    const term = numbers.get(name) ?? unknownTerm;
    return (term <= claim && claim < (ends[term] ?? 0)) || (claim <= term && term < (ends[claim] ?? 0));
  });
}
