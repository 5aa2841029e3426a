import { spawnSync } from 'node:child_process';
import { jobArguments } from './jobs.ts';
import type { Prepared } from './prepared.ts';

/** Machine instructions for one answer: the same however busy the machine is. */
export interface InstructionCount {
  readonly name: string;
  readonly instructions: number;
}

const answers = 400_000;

/** Whether valgrind is there to count. */
export function canCount(): boolean {
  return spawnSync('valgrind', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** What so many answers more cost, so that start and compilation do not count. */
export function countInstructions({ size, bundle }: Prepared, contestant: string): InstructionCount {
  const [few, many] = [answers, 2 * answers].map((count) =>
    instructionsOf(jobArguments({ kind: 'count', size, bundle, contestant, answers: count })),
  );
  return { name: contestant, instructions: ((many ?? 0) - (few ?? 0)) / answers };
}

function instructionsOf(command: readonly string[]): number {
  const { stderr } = spawnSync(
    'valgrind',
    [
      '--tool=callgrind',
      '--callgrind-out-file=/dev/null',
      '--smc-check=all-non-file',
      process.execPath,
      // One thread: what the compilers of V8 do is not left to chance.
      '--single-threaded',
      ...command,
    ],
    { encoding: 'utf8' },
  );
  const collected = /Collected\s*:\s*(\d+)/.exec(stderr)?.[1];
  if (collected === undefined) throw new Error(`valgrind counted nothing: ${stderr.slice(-2000)}`);
  return Number(collected);
}
