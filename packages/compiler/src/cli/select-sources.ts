import { relative, resolve } from 'node:path';
import type { LoadFailure, PackageHost, ResolvedPack, ResolvedPacks } from '../program/index.ts';
import { projectFileName, resolvePacks } from '../program/index.ts';
import type { Project } from './find-project.ts';
import { findProject, folderOf } from './find-project.ts';
import type { Io } from './io.ts';
import { decodeText } from './node-host.ts';
import { createNodePackages } from './node-packages.ts';
import { findSources, pathFrom, selectFiles, standardInput, standardInputPath } from './select-files.ts';

/** What a command works on. */
export interface Sources {
  /** What is wrong with its packs is among its diagnostics. */
  readonly project: Project;
  readonly packs: readonly ResolvedPack[];
  readonly packages: PackageHost;
  /** The files that make up the program, relative to the project, also those of its packs. */
  readonly paths: readonly string[];
  /** Further files of the project and its packs, for the modules that they may hold. */
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
  /** Whether packs take part; default: yes. */
  readonly usesPacks?: boolean;
}

/** Finds the project, and the files that a command is about. */
export async function selectSources(options: SourceOptions): Promise<Sources> {
  const { io, words, program } = options;
  const selection = await selectFiles(words, io.cwd);
  const input = selection.hasStandardInput ? await readStandardInput(io) : undefined;
  const firstWord = words.find((word) => word !== standardInput);
  const start = firstWord === undefined ? io.cwd : await folderOf(resolve(io.cwd, firstWord));
  const declared = await findProject(start);
  const packages = await createNodePackages(declared.root);
  const { packs, ...found } = options.usesPacks === false ? noPacks : await findPacks(declared, packages);
  const project = withFindings(declared, found);
  const toPath = (file: string): string => pathFrom(project.root, file);
  const sources = await projectSources(project, { isAsked: words.length === 0, packages, packs });
  const packFiles = packs.flatMap(({ files }) => files);
  const named = [...selection.files.map(toPath), ...(input === undefined ? [] : [standardInputPath])];
  const selected = words.length === 0 ? sources : named;
  const isEmpty =
    sources.length + packFiles.length + project.diagnostics.length + project.failures.length === 0;
  const known = new Set(sources);
  const isWholeProject =
    words.length === 0 ||
    (program === 'project' && named.length > 0 && named.every((path) => known.has(path)));
  return {
    project,
    packs,
    packages,
    paths: isWholeProject ? [...sources, ...packFiles] : named,
    modulePaths: isWholeProject ? [] : [...sources, ...packFiles],
    selected: new Set(selected),
    overlay: new Map(input?.kind === 'text' ? [[standardInputPath, input.text]] : []),
    failures: [
      ...selection.failures,
      ...(input?.kind === 'unreadable' ? [{ path: standardInputPath, reason: input.reason }] : []),
      ...project.failures,
      ...(words.length === 0 && isEmpty ? [emptyProject(project, io)] : []),
    ],
  };
}

const noPacks: ResolvedPacks = { packs: [], diagnostics: [], failures: [] };

/** What is wrong with a project file comes first: the packs that it means may not be those that it says. */
async function findPacks(project: Project, packages: PackageHost): Promise<ResolvedPacks> {
  if (project.diagnostics.length > 0) return noPacks;
  const projectFile = { path: projectFileName, text: project.text };
  return resolvePacks({ packages, projectFile, settings: project.settings });
}

function withFindings(project: Project, found: Pick<ResolvedPacks, 'diagnostics' | 'failures'>): Project {
  return {
    ...project,
    diagnostics: [...project.diagnostics, ...found.diagnostics],
    failures: [...project.failures, ...found.failures],
  };
}

/** Without a project file, only a command without words looks for sources by itself. */
async function projectSources(
  project: Project,
  { isAsked, packages, packs }: Pick<Sources, 'packages' | 'packs'> & { readonly isAsked: boolean },
): Promise<readonly string[]> {
  if (!project.isDeclared && !isAsked) return [];
  const files = await findSources(project.root, project.settings.sources);
  // A pack that is a workspace of the project may lie among its sources: its files are the pack's.
  const folders = packs.map(({ folder }) => `${pathFrom(packages.projectFolder, folder)}/`);
  return files
    .map((file) => pathFrom(project.root, file))
    .filter((path) => !folders.some((folder) => path.startsWith(folder)));
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
