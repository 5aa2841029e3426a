import type { LocatedDiagnostic } from '../../diagnostics/index.ts';
import { createDiagnosticLocator } from '../../diagnostics/index.ts';
import { formatSourceFile } from '../../formatting/index.ts';
import type { ReadResult } from '../../program/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { parseSourceFile } from '../../syntax/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import { readTextFile } from '../node-host.ts';
import { diskPath } from '../open-program.ts';
import { startProgress } from '../progress.ts';
import { reportToPeople, shownPath } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { standardInput, standardInputPath } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';
import { replaceFile } from '../write-file.ts';

export interface FormatOptions {
  /** Change nothing, and say what would change. */
  readonly check: boolean;
}

/** `privacy format`: lays files out in the common form; standard input is written to standard output. */
export async function runFormat(io: Io, words: readonly string[], options: FormatOptions): Promise<ExitCode> {
  if (words.includes(standardInput) && words.length > 1) {
    await reportProblem(io, 'Standard input is formatted alone: leave out the other paths');
    return exitCodes.environment;
  }
  const sources = await selectSources({ io, words, program: 'words', usesPacks: false });
  await reportFailures(io, sources.failures);
  if (words.length === 0 && sources.project.diagnostics.length > 0) {
    await reportToPeople(io, sources.project.root, sources.project.diagnostics);
    return exitCodes.environment;
  }
  const input = sources.overlay.get(standardInputPath);
  const codes: ExitCode[] = sources.failures.length > 0 ? [exitCodes.environment] : [];
  if (input !== undefined) codes.push(await formatInput(io, input, options));
  else codes.push(...(await formatFiles(io, sources, options)));
  return worstOf(codes);
}

function worstOf(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.clean);
}

async function formatInput(io: Io, text: string, { check }: FormatOptions): Promise<ExitCode> {
  const formatted = await formatText(io, { path: standardInputPath, text, root: io.cwd });
  if (formatted === undefined) return exitCodes.findings;
  if (!check) await io.stdout.write(formatted);
  return check && formatted !== text ? exitCodes.findings : exitCodes.clean;
}

async function formatFiles(io: Io, sources: Sources, options: FormatOptions): Promise<readonly ExitCode[]> {
  const progress = startProgress(io);
  const codes: ExitCode[] = [];
  let changed = 0;
  for (const [index, path] of sources.paths.entries()) {
    progress.show(`Formatting ${index + 1} of ${sources.paths.length} files`);
    const result = await formatFile({ io, sources, path, options });
    codes.push(result.code);
    if (result.isChanged) changed += 1;
  }
  progress.stop();
  const total = `${sources.paths.length} ${sources.paths.length === 1 ? 'file' : 'files'}`;
  const verb = options.check ? 'not laid out in the common form' : 'changed';
  if (sources.paths.length > 0) await io.stderr.write(`${changed} of ${total} ${verb}.\n`);
  return codes;
}

interface FileTask {
  readonly io: Io;
  readonly sources: Sources;
  readonly path: string;
  readonly options: FormatOptions;
}

async function formatFile(task: FileTask): Promise<{ readonly code: ExitCode; readonly isChanged: boolean }> {
  const { io, sources, path, options } = task;
  const read: ReadResult = await readTextFile(diskPath(sources, path));
  if (read.kind !== 'text') {
    await reportFailures(io, [{ path, reason: read.kind === 'absent' ? 'does not exist' : read.reason }]);
    return { code: exitCodes.environment, isChanged: false };
  }
  const formatted = await formatText(io, { path, text: read.text, root: sources.project.root });
  if (formatted === undefined) return { code: exitCodes.findings, isChanged: false };
  if (formatted === read.text) return { code: exitCodes.clean, isChanged: false };
  await io.stdout.write(`${shownPath(path, sources.project.root, io.cwd)}\n`);
  if (options.check) return { code: exitCodes.findings, isChanged: true };
  const reason = await replaceFile(diskPath(sources, path), formatted);
  if (reason === undefined) return { code: exitCodes.clean, isChanged: true };
  await reportFailures(io, [{ path, reason }]);
  return { code: exitCodes.environment, isChanged: false };
}

interface TextToFormat {
  readonly path: string;
  readonly text: string;
  readonly root: string;
}

/** Undefined where the text cannot be read: what is not understood is not moved around. */
async function formatText(io: Io, { path, text, root }: TextToFormat): Promise<string | undefined> {
  const file = parseSourceFile({ path, text });
  const errors = syntaxErrors(file);
  if (errors.length === 0) return formatSourceFile(file);
  await reportToPeople(io, root, errors);
  return undefined;
}

function syntaxErrors(file: SourceFile): readonly LocatedDiagnostic[] {
  const locate = createDiagnosticLocator([file]);
  const ofFile = file.diagnostics.map((diagnostic) => locate({ file, unit: undefined, diagnostic }));
  const ofUnits = file.declarations.flatMap((unit) =>
    unit.unit.diagnostics.map((diagnostic) => locate({ file, unit, diagnostic })),
  );
  return [...ofFile, ...ofUnits].filter(({ severity }) => severity === 'error');
}
