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

export interface BuildOptions {
  readonly out?: string;
  /** Write nothing, and say whether the folder is up to date. */
  readonly check: boolean;
}

/** `privacy build`: compiles policies to a folder of TypeScript. Policies with mistakes are not compiled. */
export async function runBuild(io: Io, words: readonly string[], options: BuildOptions): Promise<ExitCode> {
  if (words.includes(standardInput)) {
    await reportProblem(io, 'What is built are files: leave out "-"');
    return exitCodes.environment;
  }
  const sources = await selectSources({ io, words, program: 'words' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  const folder = outFolder(io, sources, options);
  if (folder === undefined) {
    await reportProblem(io, 'Say where to write: --out FOLDER, or "out" in privacy.json');
    return exitCodes.environment;
  }
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  await reportToPeople(io, root, opened.diagnostics);
  if (opened.hasErrors) return exitCodes.findings;
  const files = emitTypeScript(emitOptions(opened, sources, folder));
  const changes = options.check ? await compareFolder(folder, files) : await updateFolder(folder, files);
  return reportChanges({ io, folder, changes, options });
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
  readonly folder: string;
  readonly changes: FolderChanges;
  readonly options: BuildOptions;
}

async function reportChanges({ io, folder, changes, options }: Result): Promise<ExitCode> {
  const { written, removed, unchanged, failures } = changes;
  await reportFailures(
    io,
    failures.map(({ path, reason }) => ({ path: pathFrom(io.cwd, path), reason })),
  );
  if (failures.length > 0) return exitCodes.environment;
  const shown = shownPath('.', folder, io.cwd);
  const target = shown === '' ? 'this folder' : shown;
  if (!options.check) {
    await io.stdout.write(
      `${target}: ${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged.\n`,
    );
    return exitCodes.clean;
  }
  const stale = [
    ...written.map((path) => `${path} is not up to date`),
    ...removed.map((path) => `${path} is no longer generated`),
  ];
  for (const sentence of stale) await io.stdout.write(`${target}/${sentence}.\n`);
  if (stale.length === 0) await io.stdout.write(`${target} is up to date.\n`);
  return stale.length === 0 ? exitCodes.clean : exitCodes.findings;
}
