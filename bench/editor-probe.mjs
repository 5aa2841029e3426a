// Loaded into the server by the benchmark of the editor: on a signal it writes how long the event loop was blocked at
// most since the signal before, and how much memory there is.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

const resolution = 1;
const delays = monitorEventLoopDelay({ resolution });
delays.enable();
process.on('SIGUSR2', () => {
  const report = {
    longestBlock: Math.max(0, delays.max / 1e6 - resolution),
    resident: process.memoryUsage.rss() / 1024 / 1024,
    heap: process.memoryUsage().heapUsed / 1024 / 1024,
  };
  delays.reset();
  process.stderr.write(`probe ${JSON.stringify(report)}\n`);
});
