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
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';

export interface CheckOptions {
  readonly format: ReportFormat;
  readonly fix: boolean;
  /** Warnings count as findings, too. */
  readonly strict: boolean;
  /** The day (`YYYY-MM-DD`) as of which is checked; absent: that of the machine's clock. */
  readonly at?: string;
}

/** `privacy check`: says what is wrong with policies. */
export async function runCheck(io: Io, words: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const problem = usageProblem(options);
  if (problem !== undefined) {
    await reportProblem(io, problem);
    return exitCodes.environment;
  }
  const sources = await selectSources({ io, words, program: 'project' });
  if (options.fix && sources.overlay.size > 0) {
    await reportProblem(io, 'Standard input cannot be changed: leave out "-" or "--fix"');
    return exitCodes.environment;
  }
  await reportFailures(io, sources.failures);
  const isUnusable = sources.project.diagnostics.length > 0 || sources.paths.length === 0;
  const day = options.at === undefined ? {} : { day: options.at };
  const opened = isUnusable ? undefined : await openProgram({ io, sources, ...day });
  const result = opened === undefined ? undefined : await finish(io, sources, opened, options);
  const failures = result?.failures ?? [];
  await reportFailures(io, failures);
  const diagnostics =
    result === undefined
      ? sources.project.diagnostics
      : selectedDiagnostics(result.opened, sources, words.length === 0);
  await writeFindings({ io, sources, options, diagnostics, result });
  if (result === undefined || sources.failures.length + failures.length > 0) return exitCodes.environment;
  return diagnostics.some((diagnostic) => isFinding(diagnostic, options))
    ? exitCodes.findings
    : exitCodes.clean;
}

function usageProblem({ at, fix }: CheckOptions): string | undefined {
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
  { diagnostics }: OpenedProgram,
  { selected }: Sources,
  isProject: boolean,
): readonly LocatedDiagnostic[] {
  return diagnostics.filter(({ place: { source } }) => {
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
  if (format === 'terminal' && isWhole) await output.write(closingLine(diagnostics, files.length, result));
}

function closingLine(diagnostics: readonly LocatedDiagnostic[], files: number, { fixed }: FixResult): string {
  if (diagnostics.length === 0) return `${count(files, 'file')} checked, no mistakes found.\n`;
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
