import { resolve } from 'node:path';
import type { EmitOptions } from '../../emitting/index.ts';
import { emitTypeScript } from '../../emitting/index.ts';
import type { FolderChanges } from '../generated-folder.ts';
import { compareFolder, updateFolder } from '../generated-folder.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import { reportToPeople, shownPath } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { pathFrom, standardInput } from '../select-files.ts';
import type { Sources } from '../select-sources.ts';
import { selectSources } from '../select-sources.ts';
import type { Round, Watched } from '../watch-files.ts';
import { watchProgram } from '../watch-files.ts';

export interface BuildOptions {
  readonly out?: string;
  /** Write nothing, and say whether the folder is up to date. */
  readonly check: boolean;
  /** Build again after each change. */
  readonly watch: boolean;
}

/** `privacy build`: compiles policies to a folder of TypeScript. Policies with mistakes are not compiled. */
export async function runBuild(io: Io, words: readonly string[], options: BuildOptions): Promise<ExitCode> {
  const problem = usageProblem(words, options);
  if (problem !== undefined) {
    await reportProblem(io, problem);
    return exitCodes.environment;
  }
  if (!options.watch) return (await runRound(io, words, options)).exitCode;
  return watchProgram(io, (previous) => runWatchedRound(io, words, options, previous), { isLog: true });
}

function usageProblem(words: readonly string[], { check, watch }: BuildOptions): string | undefined {
  if (words.includes(standardInput)) return 'What is built are files: leave out "-"';
  return check && watch
    ? '--check writes nothing that --watch could keep up to date: give one of the two'
    : undefined;
}

/** A round, told in one line with the time of day and how long it took; messages about policies come before it. */
async function runWatchedRound(
  io: Io,
  words: readonly string[],
  options: BuildOptions,
  previous: Watched | undefined,
): Promise<Round> {
  const start = io.now();
  const round = await runRound(io, words, options, previous);
  const time = new Date(start).toTimeString().slice(0, 'HH:MM:SS'.length);
  const outcome = round.changes === undefined ? 'Not built' : sumUp(io, round.changes);
  await io.stdout.write(`${time} ${outcome} (${((io.now() - start) / 1000).toFixed(2)} s).\n`);
  return round;
}

interface BuildRound extends Round {
  /** What became of the folder; absent where nothing was built. */
  readonly changes?: BuiltFolder;
}

interface BuiltFolder extends FolderChanges {
  readonly folder: string;
}

/** Reads, checks and builds once. */
async function runRound(
  io: Io,
  words: readonly string[],
  options: BuildOptions,
  previous?: Watched,
): Promise<BuildRound> {
  const sources = await selectSources({ io, words, program: 'words' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  const folder = outFolder(io, sources, options);
  const watched = { sources, ...(folder === undefined ? {} : { ignored: [folder] }) };
  const isUnusable = sources.failures.length + diagnostics.length > 0;
  if (isUnusable || folder === undefined) {
    if (!isUnusable) await reportProblem(io, 'Say where to write: --out FOLDER, or "out" in privacy.json');
    return { ...watched, exitCode: exitCodes.environment };
  }
  const before = previous?.opened === undefined ? {} : { previous: previous.opened };
  const opened = await openProgram({ io, sources, ...before });
  return { ...watched, opened, ...(await buildOpened({ io, sources, opened, folder, options })) };
}

interface Build {
  readonly io: Io;
  readonly sources: Sources;
  readonly opened: OpenedProgram;
  readonly folder: string;
  readonly options: BuildOptions;
}

type Built = Pick<BuildRound, 'exitCode' | 'changes'>;

async function buildOpened({ io, sources, opened, folder, options }: Build): Promise<Built> {
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return { exitCode: exitCodes.environment };
  await reportToPeople(io, sources.project.root, opened.diagnostics);
  if (opened.hasErrors) return { exitCode: exitCodes.findings };
  const files = emitTypeScript(emitOptions(opened, sources, folder));
  const changes = options.check ? await compareFolder(folder, files) : await updateFolder(folder, files);
  return reportChanges({ io, changes: { ...changes, folder }, options });
}

function outFolder(io: Io, { project }: Sources, { out }: BuildOptions): string | undefined {
  if (out !== undefined) return resolve(io.cwd, out);
  return project.settings.out === undefined ? undefined : resolve(project.root, project.settings.out);
}

function emitOptions({ checked }: OpenedProgram, { project }: Sources, folder: string): EmitOptions {
  const { version, importExtension } = project.settings;
  const toRoot = pathFrom(folder, project.root);
  return {
    program: checked.program,
    importExtension,
    sourceRoot: toRoot === '' ? '.' : toRoot,
    ...(version === undefined ? {} : { version }),
  };
}

interface Result {
  readonly io: Io;
  readonly changes: BuiltFolder;
  readonly options: BuildOptions;
}

async function reportChanges({ io, changes, options }: Result): Promise<Built> {
  const { folder, written, removed, failures } = changes;
  await reportFailures(
    io,
    failures.map(({ path, reason }) => ({ path: pathFrom(io.cwd, path), reason })),
  );
  if (failures.length > 0) return { exitCode: exitCodes.environment };
  if (options.watch) return { exitCode: exitCodes.clean, changes };
  if (!options.check) {
    await io.stdout.write(`${sumUp(io, changes)}.\n`);
    return { exitCode: exitCodes.clean, changes };
  }
  const target = shownFolder(io, folder);
  const stale = [
    ...written.map((path) => `${path} is not up to date`),
    ...removed.map((path) => `${path} is no longer generated`),
  ];
  for (const sentence of stale) await io.stdout.write(`${target}/${sentence}.\n`);
  if (stale.length === 0) await io.stdout.write(`${target} is up to date.\n`);
  return { exitCode: stale.length === 0 ? exitCodes.clean : exitCodes.findings, changes };
}

function sumUp(io: Io, { folder, written, removed, unchanged }: BuiltFolder): string {
  const counts = `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  return `${shownFolder(io, folder)}: ${counts}`;
}

function shownFolder(io: Io, folder: string): string {
  const shown = shownPath('.', folder, io.cwd);
  return shown === '' ? 'this folder' : shown;
}
