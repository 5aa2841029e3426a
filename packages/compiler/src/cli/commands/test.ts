import type { TestResult } from '../../testing/index.ts';
import { runTests } from '../../testing/index.ts';
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
import type { TestReportFormat } from '../test-report.ts';
import { renderTestReport } from '../test-report.ts';

export interface TestOptions {
  /** Part of the titles of the tests to run. */
  readonly filter?: string;
  readonly format: TestReportFormat;
  /** Explain how failed cases were decided. */
  readonly explain: boolean;
}

/** `privacy test`: runs the tests of policies. Policies with mistakes are not tested. */
export async function runTest(io: Io, words: readonly string[], options: TestOptions): Promise<ExitCode> {
  if (words.includes(standardInput)) {
    await reportProblem(io, 'Tests stand beside the rules, in files: leave out "-"');
    return exitCodes.environment;
  }
  const sources = await selectSources({ io, words, program: 'project' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  if (opened.hasErrors) {
    await reportToPeople(
      io,
      root,
      opened.diagnostics.filter(({ severity }) => severity === 'error'),
    );
    await reportProblem(io, 'The tests were not run: policies with mistakes answer nothing');
    return exitCodes.findings;
  }
  const results = runSelected({ io, sources, opened, options });
  return reportResults({ io, root, results, options });
}

interface TestRun {
  readonly io: Io;
  readonly sources: Sources;
  readonly opened: OpenedProgram;
  readonly options: TestOptions;
}

function runSelected({ io, sources, opened, options }: TestRun): readonly TestResult[] {
  const wanted = options.filter?.toLowerCase() ?? '';
  const progress = startProgress(io);
  let count = 0;
  const results = runTests({
    program: opened.checked.program,
    filter: ({ title, file }) => sources.selected.has(file) && title.toLowerCase().includes(wanted),
    onResult: () => {
      count += 1;
      progress.show(`${count} tests done`);
    },
  });
  progress.stop();
  return results;
}

interface TestOutcome {
  readonly io: Io;
  readonly root: string;
  readonly results: readonly TestResult[];
  readonly options: TestOptions;
}

async function reportResults({ io, root, results, options }: TestOutcome): Promise<ExitCode> {
  if (results.length === 0 && options.filter !== undefined) {
    await reportProblem(io, `No test has "${options.filter}" in its title`);
    return exitCodes.environment;
  }
  const { format } = options;
  const shown = results.map((result) => ({
    ...result,
    file: shownPath(result.file, root, shownFrom(io, format)),
  }));
  const layout = { color: wantsColor(io, io.stdout), width: textWidth(io.stdout), explain: options.explain };
  await io.stdout.write(renderTestReport(shown, format, layout));
  return results.every(({ passed }) => passed) ? exitCodes.clean : exitCodes.findings;
}
