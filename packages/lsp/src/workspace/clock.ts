import type { Environment } from './environment.ts';

/** Milliseconds of work between two turns of the event loop. */
const turnAfter = 8;

/** Gives the event loop a turn when work has gone on for a while. */
export interface Clock {
  isDue(): boolean;
  rest(): Promise<void>;
}

export function createClock({ now, turn }: Pick<Environment, 'now' | 'turn'>): Clock {
  let lastTurn = now();
  return {
    isDue: () => now() - lastTurn >= turnAfter,
    async rest() {
      if (now() - lastTurn < turnAfter) return;
      await turn();
      lastTurn = now();
    },
  };
}
