import { setImmediate } from 'node:timers/promises';
import type { Io } from '../io.ts';

/** Milliseconds of work between two turns. */
const turnAfter = 50;

/** Lets the process have a turn now and then, so that long work can be interrupted and shows how far it is. */
export function createTurns(io: Io): () => Promise<void> {
  let lastTurn = io.now();
  return async () => {
    if (io.now() - lastTurn < turnAfter) return;
    await setImmediate();
    lastTurn = io.now();
  };
}
