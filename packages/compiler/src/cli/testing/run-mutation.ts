import type { MutantResult, Recording } from '../../testing/index.ts';
import { mutate } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import { startProgress } from '../progress.ts';
import { shownFrom, shownPath } from '../report.ts';
import { reportProblem } from '../report-problem.ts';
import type { Sources } from '../select-sources.ts';
import { isCountedIn } from './counted-files.ts';
import { countResults, noticedPercent, renderMutation } from './mutation-report.ts';
import type { TestOptions } from './options.ts';
import { createTurns } from './take-turns.ts';

export interface MutationRun {
  readonly io: Io;
  readonly sources: Sources;
  readonly options: TestOptions;
  /** What the tests come across; all of them passed. */
  readonly recording: Recording;
}

/** `privacy test --mutate`: changes the policies one by one and reports what no test notices. */
export async function runMutation(run: MutationRun): Promise<ExitCode> {
  const { io, options } = run;
  const results = (await collectResults(run)).map((result) => withShownPath(result, run));
  const layout = { color: wantsColor(io, io.stdout), width: textWidth(io.stdout) };
  await io.stdout.write(renderMutation(results, options.format, layout));
  const percent = noticedPercent(countResults(results));
  const wanted = options.mutateThreshold ?? 0;
  if (percent >= wanted) return exitCodes.clean;
  await reportProblem(
    io,
    `${percent.toFixed(1)} % of the changes are noticed, and at least ${wanted} % are wanted`,
  );
  return exitCodes.findings;
}

async function collectResults({
  io,
  sources,
  options,
  recording,
}: MutationRun): Promise<readonly MutantResult[]> {
  const isCounted = isCountedIn(sources);
  const limit = options.mutateLimit;
  const mutation = mutate({ recording, isCounted, ...(limit === undefined ? {} : { limit }) });
  const progress = startProgress(io);
  const takeTurn = createTurns(io);
  const results: MutantResult[] = [];
  for (const result of mutation.results) {
    results.push(result);
    progress.show(`Tried ${results.length} of ${mutation.total} changes`);
    await takeTurn();
  }
  progress.stop();
  return results;
}

function withShownPath(result: MutantResult, { io, sources, options }: MutationRun): MutantResult {
  const file = shownPath(result.file, sources.project.root, shownFrom(io, options.format));
  return { ...result, file };
}
