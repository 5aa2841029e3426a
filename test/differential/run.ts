import { parseArgs } from 'node:util';
import type { Mismatch } from './answers.ts';
import { compareProgram } from './compare.ts';
import { compareSchedules } from './compare-schedules.ts';

// Compares compiled code with the reference interpreter on random programs and facts:
//
//   npm run differential -- --runs 1000000 [--seed 1] [--pairs 50] [--schedules]

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '50' },
    schedules: { type: 'boolean', default: false },
  },
});
const [runs, start, pairs] = [Number(values.runs), Number(values.seed), Number(values.pairs)];
const outcomes: Record<string, number> = {};
const mismatches: Mismatch[] = [];
const compare = values.schedules ? compareSchedules : compareProgram;
let asked = 0;
let seed = start;
for (; asked < runs; seed += 1) {
  const comparison = await compare(seed, pairs);
  asked += comparison.pairs;
  for (const [outcome, count] of Object.entries(comparison.outcomes)) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  }
  mismatches.push(...comparison.mismatches);
  if (seed % 100 === 0) report(`seed ${seed}: ${asked} questions, ${mismatches.length} mismatches`);
  if (mismatches.length >= 20) break;
}
for (const mismatch of mismatches.slice(0, 20)) report(JSON.stringify(mismatch, null, 2));
report(
  `seeds ${start} to ${seed - 1}: ${asked} questions, ${JSON.stringify(outcomes)}, ${mismatches.length} mismatches`,
);
process.exitCode = mismatches.length === 0 ? 0 : 1;

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
