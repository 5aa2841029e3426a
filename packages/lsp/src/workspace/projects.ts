import type { LocatedDiagnostic, PackageHost, ProjectSettings, ResolvedPack } from '@privacy-lang/compiler';
import { defaultSettings, projectFileName, readProjectFile } from '@privacy-lang/compiler';
import { baseName, joinKey, parentKey, pathBelow } from '../text/uris.ts';
import type { FileStore } from './file-store.ts';
import { findPacks } from './find-packs.ts';
import { sourceMatcher } from './source-matcher.ts';

/** A folder with a project file, a folder of the workspace without one, or a single file that is in neither. */
export interface Project {
  /** The key of the folder. */
  readonly root: string;
  readonly kind: 'declared' | 'folder' | 'single';
  readonly settings: ProjectSettings;
  /** What is wrong with the project file, at places in it. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly packs: readonly ResolvedPack[];
  readonly packages: PackageHost;
  /** The day on which reviews are due or not; undefined where nobody knows it. */
  readonly today: string | undefined;
}

/** Which files make up a program. */
export interface ProgramSpec {
  /** The key of its only file, or `wholeId` of its project. */
  readonly id: string;
  readonly project: Project;
  /** Paths seen from the root of the project. */
  readonly paths: readonly string[];
  /** Further files, which take part where one of those uses their module. */
  readonly modulePaths: readonly string[];
}

/** The project of a file: the nearest project file above it counts, as on the command line. */
export async function findProject(
  store: FileStore,
  folders: readonly string[],
  key: string,
): Promise<Project> {
  for (let folder = parentKey(key); folder !== undefined; folder = parentKey(folder)) {
    const declared = await declaredProject(store, folder);
    if (declared !== undefined) return declared;
  }
  const around = folders.filter((folder) => pathBelow(folder, key) !== undefined);
  const [nearest] = around.sort((left, right) => right.length - left.length);
  const root = nearest ?? parentKey(key) ?? key.slice(0, -baseName(key).length);
  const kind = nearest === undefined ? 'single' : 'folder';
  return { root, kind, settings: defaultSettings, ...withoutPacks(store, root) };
}

function withoutPacks(store: FileStore, root: string) {
  return { diagnostics: [], packs: [], packages: store.packages(root), today: store.today() };
}

async function declaredProject(store: FileStore, root: string): Promise<Project | undefined> {
  const read = await store.read(joinKey(root, projectFileName));
  if (read.kind === 'absent') return undefined;
  const base = { root, kind: 'declared', ...withoutPacks(store, root) } as const;
  if (read.kind === 'unreadable') return { ...base, settings: defaultSettings };
  const projectFile = { path: projectFileName, text: read.text };
  const { settings, diagnostics } = readProjectFile(projectFile);
  const found = await findPacks({ ...base, projectFile, settings });
  return { ...base, settings, packs: found.packs, diagnostics: [...diagnostics, ...found.diagnostics] };
}

/** The program of a file: that of its whole project if it is one of its sources, or its own with the project's modules. */
export async function programSpec(store: FileStore, project: Project, key: string): Promise<ProgramSpec> {
  const path = pathBelow(project.root, key) ?? baseName(key);
  if (project.kind === 'single') {
    return { id: key, project, paths: [path], modulePaths: [] };
  }
  const sources = await projectSources(store, project);
  const all = [...sources, ...packFiles(project)];
  if (sources.includes(path)) return { id: wholeId(project.root), project, paths: all, modulePaths: [] };
  return { id: key, project, paths: [path], modulePaths: all };
}

/** The program of all sources of a project; undefined where it has none. */
export async function wholeProgram(store: FileStore, project: Project): Promise<ProgramSpec | undefined> {
  const paths = [...(await projectSources(store, project)), ...packFiles(project)];
  return paths.length === 0 ? undefined : { id: wholeId(project.root), project, paths, modulePaths: [] };
}

/** The id of the program of all sources of a project; no file has such a key. */
export function wholeId(root: string): string {
  return joinKey(root, '');
}

async function projectSources(store: FileStore, project: Project): Promise<readonly string[]> {
  const isSource = sourceMatcher(project.settings.sources);
  const keys = await store.list(project.root);
  // A pack that is a workspace of the project may lie among its sources: its files are the pack's.
  const own = keys.filter((key) => project.packs.every(({ folder }) => pathBelow(folder, key) === undefined));
  return own.flatMap((key) => pathBelow(project.root, key) ?? []).filter(isSource);
}

function packFiles({ packs }: Project): readonly string[] {
  return packs.flatMap(({ files }) => files);
}
