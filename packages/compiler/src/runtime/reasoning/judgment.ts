import type { Truth } from '../decision.ts';
import type { Ask } from './knowledge.ts';
import { distinctAsks, earliest, last, never } from './knowledge.ts';

/**
 * What a condition is worth. `asks` are the facts that leave it unknown; `until` is the first later instant at which
 * its truth, or what it asks for, could change by itself.
 */
export interface Judgment {
  readonly truth: Truth;
  readonly asks: readonly Ask[];
  readonly until: number;
}

const lastingTrue: Judgment = { truth: 'true', asks: [], until: never };
const lastingFalse: Judgment = { truth: 'false', asks: [], until: never };

export function decided(isTrue: boolean, until = never): Judgment {
  if (until === never) return isTrue ? lastingTrue : lastingFalse;
  return { truth: isTrue ? 'true' : 'false', asks: [], until };
}

export function open(asks: readonly Ask[], until = never): Judgment {
  return { truth: 'unknown', asks: distinctAsks(asks), until };
}

/** Strong Kleene: unknown stays unknown. */
export function not(operand: Judgment): Judgment {
  if (operand.truth === 'unknown') return operand;
  return { ...operand, truth: operand.truth === 'true' ? 'false' : 'true' };
}

/** False where any operand is false, else unknown where any is unknown, else true. */
export function and(operands: readonly Judgment[]): Judgment {
  return join(operands, 'false', 'true');
}

/** True where any operand is true, else unknown where any is unknown, else false. */
export function or(operands: readonly Judgment[]): Judgment {
  return join(operands, 'true', 'false');
}

/**
 * One operand that settles the result is enough, so that it lasts as long as the longest-lived of those; otherwise
 * every operand counts. True and false operands of what is unknown ask for nothing.
 */
function join(operands: readonly Judgment[], settling: Truth, neutral: Truth): Judgment {
  const settlers = operands.filter(({ truth }) => truth === settling);
  if (settlers.length > 0) return { truth: settling, asks: [], until: last(settlers) };
  const until = earliest(operands);
  const unknowns = operands.filter(({ truth }) => truth === 'unknown');
  if (unknowns.length > 0)
    return open(
      unknowns.flatMap(({ asks }) => asks),
      until,
    );
  return { truth: neutral, asks: [], until };
}
