import type { LoadFailure } from '../program/index.ts';
import type { Io } from './io.ts';
import { wantsColor } from './io.ts';

/** Says on standard error what of the environment is in the way. */
export async function reportFailures(io: Io, failures: readonly LoadFailure[]): Promise<void> {
  for (const { path, reason } of failures) await reportProblem(io, `${path} ${reason}`);
}

/** One sentence about the command line or the environment, on standard error. */
export async function reportProblem(io: Io, sentence: string): Promise<void> {
  const lead = wantsColor(io, io.stderr) ? '\u001B[1;31merror\u001B[0m' : 'error';
  await io.stderr.write(`${lead}: ${sentence}${/[.?!:]$/.test(sentence) ? '' : '.'}\n`);
}
