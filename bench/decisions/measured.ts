import type { Timing } from '../rounds.ts';
import type { FirstSecond } from './first-second.ts';
import type { InstructionCount } from './instructions.ts';
import type { PeerTimings } from './peer-contestants.ts';
import type { Prepared } from './prepared.ts';
import type { ProgramCosts } from './program-costs.ts';

/** All that was measured at one size. */
export interface Measured {
  readonly prepared: Prepared;
  readonly timings: readonly Timing[];
  readonly costs: ProgramCosts;
  readonly firstSeconds: readonly FirstSecond[];
  readonly peers: PeerTimings | undefined;
  readonly instructions: readonly InstructionCount[];
}

export function timingOf({ timings }: Measured, name: string): Timing | undefined {
  return timings.find((timing) => timing.name === name);
}

export function nanosecondsOf(measured: Measured | undefined, name: string): number {
  return measured?.timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
}
