import type { Case, Part } from './policies.ts';
import type { Taxonomy } from './terms.ts';
import { unknownTerm } from './terms.ts';

/** The parts of an activity by the claim under which they can apply at all. */
export interface Dispatch<Encoded> {
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
    mandates,
    partsFor(claim) {
      if (terms === undefined) return parts;
      const known = byClaim[claim];
      if (known !== undefined) return known;
      const found = parts.flatMap((part) => settled(part, terms, claim));
      byClaim[claim] = found;
      return found;
    },
  };
}

/** A part as it stands under a claim; nothing if it cannot apply. */
function settled<Asked>(part: Part<Asked>, terms: Taxonomy, claim: number): readonly Part<Asked>[] {
  const { claims, isSettledByClaim } = part;
  if (claims === undefined || claim === unknownTerm) return [part];
  const { numbers, ends } = terms;
  const ranges = claims.map((name) => numbers.get(name) ?? unknownTerm).filter((term) => term > unknownTerm);
  if (ranges.some((term) => term <= claim && claim < (ends[term] ?? 0))) {
    return [isSettledByClaim ? { ...part, isSettled: true } : part];
  }
  // A claim that may be one of several terms can concern whoever speaks of any of them.
  return ranges.some((term) => claim < term && term < (ends[claim] ?? 0)) ? [part] : [];
}
