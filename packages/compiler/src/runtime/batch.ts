import type { DecideOptions, PermitsOptions } from './activity.ts';
import { formatInstant } from './dates.ts';
import type { Decision } from './decision.ts';
import { FactsError } from './errors.ts';
import { readNow } from './moments.ts';
import { instantIn } from './subjects.ts';

/** Decides row by row; a row that is refused has its error in place of an answer. */
export function decideRows<Facts>(
  decide: (facts: Facts, options: DecideOptions) => Decision,
  rows: readonly Facts[],
  options: DecideOptions,
): readonly (Decision | FactsError)[] {
  // One moment counts for all rows, whatever becomes of the object that it was given as.
  const now = formatInstant(instantIn(options));
  return Array.from(rows, (facts) => {
    try {
      return decide(facts, { now });
    } catch (error) {
      if (error instanceof FactsError) return error;
      throw error;
    }
  });
}

/** 1 for each row that is permitted, else 0. */
export function permitRows<Facts>(
  permits: (facts: Facts, options: PermitsOptions) => boolean,
  rows: readonly Facts[],
  options: PermitsOptions,
): Uint8Array {
  try {
    const answers = new Uint8Array(rows.length);
    const instant = readNow(options.now);
    if (instant === undefined) return answers;
    const { fulfils } = options;
    const settled = { now: formatInstant(instant), ...(fulfils === undefined ? {} : { fulfils }) };
    for (let row = 0; row < answers.length; row += 1) answers[row] = permitsRow(permits, rows, row, settled);
    return answers;
  } catch {
    // What is no list of facts, or no options, permits nothing.
    return new Uint8Array(0);
  }
}

function permitsRow<Facts>(
  permits: (facts: Facts, options: PermitsOptions) => boolean,
  rows: readonly Facts[],
  row: number,
  options: PermitsOptions,
): number {
  try {
    // Positions are below the length; where a hostile list has nothing, nothing is permitted.
    return permits(rows[row] as Facts, options) ? 1 : 0;
  } catch {
    return 0;
  }
}
