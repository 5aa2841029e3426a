import type { LocatedDiagnostic } from '../../diagnostics/index.ts';
import { summarizeDiagnostics } from '../../diagnostics/render/index.ts';
import { isLibraryPath, packOfPath, projectFileName } from '../../program/index.ts';
import { parseDate } from '../../runtime/index.ts';
import type { FixResult } from '../fix-program.ts';
import { fixProgram } from '../fix-program.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import type { ReportFormat } from '../report.ts';
import { writeReport } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { standardInput } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';
import { selectedPaths } from '../selected-paths.ts';
import type { Round, Watched } from '../watch-files.ts';
import { watchProgram } from '../watch-files.ts';

export interface CheckOptions {
  readonly format: ReportFormat;
  readonly fix: boolean;
  /** Warnings count as findings, too. */
  readonly strict: boolean;
  /** Check again after each change. */
  readonly watch: boolean;
  /** The day (`YYYY-MM-DD`) as of which is checked; absent: that of the machine's clock. */
  readonly at?: string;
}

/** `privacy check`: says what is wrong with policies. */
export async function runCheck(io: Io, words: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const problem = usageProblem(words, options);
  if (problem !== undefined) {
    await reportProblem(io, problem);
    return exitCodes.environment;
  }
  const round = (previous?: Watched): Promise<Round> => runRound(io, words, options, previous);
  return options.watch ? watchProgram(io, round) : (await round()).exitCode;
}

/** Reads and checks once. */
async function runRound(
  io: Io,
  words: readonly string[],
  options: CheckOptions,
  previous: Watched | undefined,
): Promise<Round> {
  const sources = await selectSources({ io, words, program: 'project' });
  if (options.fix && sources.overlay.size > 0) {
    await reportProblem(io, 'Standard input cannot be changed: leave out "-" or "--fix"');
    return { sources, exitCode: exitCodes.environment };
  }
  await reportFailures(io, sources.failures);
  const isUnusable = sources.project.diagnostics.length > 0 || sources.paths.length === 0;
  const day = options.at === undefined ? {} : { day: options.at };
  const before = previous?.opened === undefined ? {} : { previous: previous.opened };
  const opened = isUnusable ? undefined : await openProgram({ io, sources, ...day, ...before });
  const result = opened === undefined ? undefined : await finish(io, sources, opened, options);
  const failures = result?.failures ?? [];
  await reportFailures(io, failures);
  const diagnostics =
    result === undefined
      ? sources.project.diagnostics
      : selectedDiagnostics(result.opened, sources, words.length === 0);
  await writeFindings({ io, sources, options, diagnostics, result });
  const done = { sources, ...(result === undefined ? {} : { opened: result.opened }) };
  if (result === undefined || sources.failures.length + failures.length > 0) {
    return { ...done, exitCode: exitCodes.environment };
  }
  const isFound = diagnostics.some((diagnostic) => isFinding(diagnostic, options));
  return { ...done, exitCode: isFound ? exitCodes.findings : exitCodes.clean };
}

function usageProblem(words: readonly string[], { at, fix, watch }: CheckOptions): string | undefined {
  if (watch && words.includes(standardInput))
    return 'Standard input cannot be watched: leave out "-" or "--watch"';
  if (fix && watch) return '--fix changes the files that --watch looks at: give one of the two';
  if (at === undefined) return undefined;
  if (parseDate(at) === undefined) return `"${at}" is not a day, such as 2026-03-02`;
  return fix ? 'Either --fix mends the policies or --at looks at another day, not both' : undefined;
}

async function finish(
  io: Io,
  sources: Sources,
  opened: OpenedProgram,
  { fix }: CheckOptions,
): Promise<FixResult> {
  const result = fix
    ? await fixProgram({ io, sources, opened })
    : { opened, fixed: 0, files: [], failures: [] };
  return { ...result, failures: [...result.opened.loaded.failures, ...result.failures] };
}

/** What the library and packs get wrong concerns everybody; what is said about the project, those who ask about it. */
function selectedDiagnostics(
  opened: OpenedProgram,
  sources: Sources,
  isProject: boolean,
): readonly LocatedDiagnostic[] {
  const selected = selectedPaths(sources, opened);
  return opened.diagnostics.filter(({ place: { source } }) => {
    const isOthers = isLibraryPath(source.path) || packOfPath(source.path) !== undefined;
    return isOthers || selected.has(source.path) || (isProject && source.path === projectFileName);
  });
}

function isFinding({ severity }: LocatedDiagnostic, { strict }: CheckOptions): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}

interface Findings {
  readonly io: Io;
  readonly sources: Sources;
  readonly options: CheckOptions;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly result: FixResult | undefined;
}

async function writeFindings({ io, sources, options, diagnostics, result }: Findings): Promise<void> {
  const { format } = options;
  const files = [...sources.selected].sort();
  await writeReport({ io, output: io.stdout, format, root: sources.project.root, diagnostics, files });
  if (result === undefined) return;
  const output = format === 'terminal' ? io.stdout : io.stderr;
  if (result.fixed > 0) {
    await output.write(
      `${lead(diagnostics)}Fixed ${count(result.fixed, 'mistake')} in ${count(result.files.length, 'file')}.\n`,
    );
  }
  // Where a file could not be read, there is no all-clear.
  const isWhole = sources.failures.length + result.failures.length === 0 || diagnostics.length > 0;
  if (format === 'terminal' && isWhole) {
    const checked = checkedWords(files.length, sources.packs.length);
    await output.write(closingLine(diagnostics, checked, result));
  }
}

/** A project may consist of packs alone. */
function checkedWords(files: number, packs: number): string {
  return files === 0 && packs > 0 ? count(packs, 'pack') : count(files, 'file');
}

function closingLine(
  diagnostics: readonly LocatedDiagnostic[],
  checked: string,
  { fixed }: FixResult,
): string {
  if (diagnostics.length === 0) return `${checked} checked, no mistakes found.\n`;
  const fixable = diagnostics.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'automatic')).length;
  const hint = fixable === 0 || fixed > 0 ? '' : ` privacy check --fix mends ${fixable} of them.`;
  return `${fixed > 0 ? '' : lead(diagnostics)}${summarizeDiagnostics(diagnostics)}${hint}\n`;
}

/** A blank line under the messages. */
function lead(diagnostics: readonly LocatedDiagnostic[]): string {
  return diagnostics.length === 0 ? '' : '\n';
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
