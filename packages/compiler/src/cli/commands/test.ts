import type { Recorder, TestResult } from '../../testing/index.ts';
import { createRecorder, runTests } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import { startProgress } from '../progress.ts';
import { reportToPeople, shownFrom, shownPath } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { standardInput } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';
import { selectedPaths } from '../selected-paths.ts';
import { renderTestReport } from '../test-report.ts';
import type { TestOptions } from '../testing/index.ts';
import {
  coverageOf,
  coverageSummary,
  misuseOf,
  runGeneration,
  runMutation,
  wantsCoverage,
  writeCoverage,
} from '../testing/index.ts';
import type { Round, Watched } from '../watch-files.ts';
import { watchProgram } from '../watch-files.ts';

/** `privacy test`: runs the tests of policies. Policies with mistakes are not tested. */
export async function runTest(io: Io, words: readonly string[], options: TestOptions): Promise<ExitCode> {
  const misuse = words.includes(standardInput)
    ? 'Tests stand beside the rules, in files: leave out "-"'
    : misuseOf(options);
  if (misuse !== undefined) {
    await reportProblem(io, misuse);
    return exitCodes.environment;
  }
  const round = (previous?: Watched): Promise<Round> => runRound(io, words, options, previous);
  return options.watch ? watchProgram(io, round) : (await round()).exitCode;
}

/** Reads, checks and tests once. */
async function runRound(
  io: Io,
  words: readonly string[],
  options: TestOptions,
  previous: Watched | undefined,
): Promise<Round> {
  const sources = await selectSources({ io, words, program: 'project' });
  const { diagnostics } = sources.project;
  if (sources.failures.length + diagnostics.length > 0) {
    await reportFailures(io, sources.failures);
    await reportToPeople(io, sources.project.root, diagnostics);
    return { sources, exitCode: exitCodes.environment };
  }
  const before = previous?.opened === undefined ? {} : { previous: previous.opened };
  const opened = await openProgram({ io, sources, ...before });
  return { sources, opened, exitCode: await testOpened({ io, sources, opened, options }) };
}

interface TestRun {
  readonly io: Io;
  readonly sources: Sources;
  readonly opened: OpenedProgram;
  readonly options: TestOptions;
}

async function testOpened(run: TestRun): Promise<ExitCode> {
  const { io, sources, opened } = run;
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  if (!opened.hasErrors) return testProgram(run);
  const errors = opened.diagnostics.filter(({ severity }) => severity === 'error');
  await reportToPeople(io, sources.project.root, errors);
  await reportProblem(io, 'The tests were not run: policies with mistakes answer nothing');
  return exitCodes.findings;
}

async function testProgram(run: TestRun): Promise<ExitCode> {
  const { io, options, opened } = run;
  const { mutate, generate } = options;
  const isRecorded = wantsCoverage(options) || mutate || generate;
  const recorder = isRecorded ? createRecorder(opened.checked.program) : undefined;
  const results = runSelected(run, recorder);
  if (results.length === 0 && options.filter !== undefined) {
    await reportProblem(io, `No test has "${options.filter}" in its title`);
    return exitCodes.environment;
  }
  if (recorder === undefined || !(mutate || generate)) return reportResults(run, results, recorder);
  if (results.some(({ passed }) => !passed)) {
    const exitCode = await reportResults(run, results, undefined);
    const flag = mutate ? '--mutate' : '--generate';
    await reportProblem(io, `"${flag}" starts from tests that pass: mend the tests first`);
    return exitCode;
  }
  const recording = recorder.recording();
  return mutate
    ? runMutation({ ...run, recording })
    : runGeneration({ ...run, recording, program: opened.checked.program });
}

async function reportResults(
  run: TestRun,
  results: readonly TestResult[],
  recorder: Recorder | undefined,
): Promise<ExitCode> {
  const { io, sources, options } = run;
  const coverage = recorder && coverageOf(recorder.recording(), sources);
  const layout = { color: wantsColor(io, io.stdout), width: textWidth(io.stdout), explain: options.explain };
  const more = coverage === undefined ? {} : { coverage: coverageSummary(coverage) };
  await io.stdout.write(renderTestReport(withShownPaths(results, run), options.format, layout, more));
  const covered =
    coverage === undefined ? exitCodes.clean : await writeCoverage({ io, sources, options, coverage });
  if (covered === exitCodes.environment) return covered;
  return results.every(({ passed }) => passed) ? covered : exitCodes.findings;
}

function runSelected(
  { io, sources, opened, options }: TestRun,
  recorder: Recorder | undefined,
): readonly TestResult[] {
  const wanted = options.filter?.toLowerCase() ?? '';
  const selected = selectedPaths(sources, opened);
  const progress = startProgress(io);
  let count = 0;
  const results = runTests({
    program: opened.checked.program,
    filter: ({ title, file }) => selected.has(file) && title.toLowerCase().includes(wanted),
    ...(recorder === undefined ? {} : { recorder }),
    onResult: () => {
      count += 1;
      progress.show(`${count} tests done`);
    },
  });
  progress.stop();
  return results;
}

function withShownPaths(
  results: readonly TestResult[],
  { io, sources, options }: TestRun,
): readonly TestResult[] {
  const from = shownFrom(io, options.format);
  return results.map((result) => ({
    ...result,
    file: shownPath(result.file, sources.project.root, from),
  }));
}
