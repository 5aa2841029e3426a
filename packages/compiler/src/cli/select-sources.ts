import { relative, resolve } from 'node:path';
import type { LoadFailure } from '../program/index.ts';
import { projectFileName } from '../program/index.ts';
import type { Project } from './find-project.ts';
import { findProject, folderOf } from './find-project.ts';
import type { Io } from './io.ts';
import { decodeText } from './node-host.ts';
import { findSources, pathFrom, selectFiles, standardInput, standardInputPath } from './select-files.ts';

/** What a command works on. */
export interface Sources {
  readonly project: Project;
  /** The files that make up the program, relative to the project. */
  readonly paths: readonly string[];
  /** Further files of the project, for the modules that they may hold. */
  readonly modulePaths: readonly string[];
  /** The files that the command was asked about. */
  readonly selected: ReadonlySet<string>;
  /** The text of standard input, by its path. */
  readonly overlay: ReadonlyMap<string, string>;
  readonly failures: readonly LoadFailure[];
}

export interface SourceOptions {
  readonly io: Io;
  /** The words of the command line; none: the sources of the project. */
  readonly words: readonly string[];
  /**
   * What the program is where words are given. `project`: the whole project if all of them belong to its sources,
   * because policies concern each other; `words`: exactly what they name.
   */
  readonly program: 'project' | 'words';
}

/** Finds the project, and the files that a command is about. */
export async function selectSources({ io, words, program }: SourceOptions): Promise<Sources> {
  const selection = await selectFiles(words, io.cwd);
  const input = selection.hasStandardInput ? await readStandardInput(io) : undefined;
  const firstWord = words.find((word) => word !== standardInput);
  const start = firstWord === undefined ? io.cwd : await folderOf(resolve(io.cwd, firstWord));
  const project = await findProject(start);
  const toPath = (file: string): string => pathFrom(project.root, file);
  const sources = await projectSources(project, words.length === 0);
  const named = [...selection.files.map(toPath), ...(input === undefined ? [] : [standardInputPath])];
  const selected = words.length === 0 ? sources : named;
  const known = new Set(sources);
  const isWholeProject =
    words.length === 0 ||
    (program === 'project' && named.length > 0 && named.every((path) => known.has(path)));
  return {
    project,
    paths: isWholeProject ? sources : named,
    modulePaths: isWholeProject ? [] : sources,
    selected: new Set(selected),
    overlay: new Map(input?.kind === 'text' ? [[standardInputPath, input.text]] : []),
    failures: [
      ...selection.failures,
      ...(input?.kind === 'unreadable' ? [{ path: standardInputPath, reason: input.reason }] : []),
      ...project.failures,
      ...(words.length === 0 && sources.length === 0 ? [emptyProject(project, io)] : []),
    ],
  };
}

/** Without a project file, only a command without words looks for sources by itself. */
async function projectSources(project: Project, isAsked: boolean): Promise<readonly string[]> {
  if (!project.isDeclared && !isAsked) return [];
  const files = await findSources(project.root, project.settings.sources);
  return files.map((file) => pathFrom(project.root, file));
}

function emptyProject(project: Project, io: Io): LoadFailure {
  const folder = relative(io.cwd, project.root);
  if (!project.isDeclared) {
    const reason = `has no ${projectFileName} and no files that end in ".privacy"; privacy init starts a project`;
    return { path: folder === '' ? 'This folder' : folder, reason };
  }
  const patterns = project.settings.sources.map((pattern) => `"${pattern}"`).join(', ');
  return {
    path: pathFrom(io.cwd, resolve(project.root, projectFileName)),
    reason: `names sources that match no files: ${patterns}`,
  };
}

async function readStandardInput(io: Io) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return decodeText(Buffer.concat(chunks));
}
