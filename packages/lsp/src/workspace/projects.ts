import type { LocatedDiagnostic, ProjectSettings } from '@privacy-lang/compiler';
import { defaultSettings, projectFileName, readProjectFile } from '@privacy-lang/compiler';
import picomatch from 'picomatch';
import { baseName, joinKey, parentKey, pathBelow } from '../text/uris.ts';
import type { FileStore } from './file-store.ts';

/** A folder with a project file, a folder of the workspace without one, or a single file that is in neither. */
export interface Project {
  /** The key of the folder. */
  readonly root: string;
  readonly kind: 'declared' | 'folder' | 'single';
  readonly settings: ProjectSettings;
  /** What is wrong with the project file. */
  readonly diagnostics: readonly LocatedDiagnostic[];
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
  return { root, kind, settings: defaultSettings, diagnostics: [] };
}

async function declaredProject(store: FileStore, root: string): Promise<Project | undefined> {
  const read = await store.read(joinKey(root, projectFileName));
  if (read.kind === 'absent') return undefined;
  if (read.kind === 'unreadable') {
    return { root, kind: 'declared', settings: defaultSettings, diagnostics: [] };
  }
  return { root, kind: 'declared', ...readProjectFile({ path: projectFileName, text: read.text }) };
}

/** The program of a file: that of its whole project if it is one of its sources, or its own with the project's modules. */
export async function programSpec(store: FileStore, project: Project, key: string): Promise<ProgramSpec> {
  const path = pathBelow(project.root, key) ?? baseName(key);
  if (project.kind === 'single') {
    return { id: key, project, paths: [path], modulePaths: [] };
  }
  const sources = await projectSources(store, project);
  if (sources.includes(path)) return { id: wholeId(project.root), project, paths: sources, modulePaths: [] };
  return { id: key, project, paths: [path], modulePaths: sources };
}

/** The program of all sources of a project; undefined where it has none. */
export async function wholeProgram(store: FileStore, project: Project): Promise<ProgramSpec | undefined> {
  const paths = await projectSources(store, project);
  return paths.length === 0 ? undefined : { id: wholeId(project.root), project, paths, modulePaths: [] };
}

/** The id of the program of all sources of a project; no file has such a key. */
export function wholeId(root: string): string {
  return joinKey(root, '');
}

async function projectSources(store: FileStore, project: Project): Promise<readonly string[]> {
  const isSource = sourceMatcher(project.settings.sources);
  const below = (await store.list(project.root)).flatMap((key) => pathBelow(project.root, key) ?? []);
  return below.filter(isSource);
}

/** Patterns mean what they mean on the command line: the name of a folder stands for everything below it. */
function sourceMatcher(patterns: readonly string[]): (path: string) => boolean {
  const plain = patterns.map((pattern) => pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, ''));
  const isExcluding = (pattern: string): boolean => pattern.startsWith('!') && !pattern.startsWith('!(');
  const wanted = plain.filter((pattern) => !isExcluding(pattern)).flatMap(withFolder);
  const ignored = plain.filter(isExcluding).flatMap((pattern) => withFolder(pattern.slice(1)));
  return picomatch(wanted, { ignore: ['**/node_modules/**', ...ignored] });
}

function withFolder(pattern: string): string[] {
  return pattern.endsWith('*') ? [pattern] : [pattern, `${pattern}/**`];
}
