import type { Io } from './io.ts';

/** A line on a terminal that says what takes so long; it shows only after half a second. */
export interface Progress {
  show(text: string): void;
  /** Clears the line. */
  stop(): void;
}

const patience = 500;
const pause = 100;

/** Progress on standard error; where that is no terminal, nothing is ever shown. */
export function startProgress(io: Io): Progress {
  if (!io.stderr.isTerminal) return { show() {}, stop() {} };
  const start = io.now();
  let lastShown = 0;
  return {
    show(text) {
      const time = io.now();
      if (time - start < patience || time - lastShown < pause) return;
      lastShown = time;
      const columns = (io.stderr.columns ?? 80) - 1;
      io.stderr.write(`\r\u001B[K${text.slice(0, columns)}`).catch(() => {});
    },
    stop() {
      if (lastShown > 0) io.stderr.write('\r\u001B[K').catch(() => {});
    },
  };
}
