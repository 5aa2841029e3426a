import { rowFilesOf } from '../checking/index.ts';
import type { FileDiagnostic } from '../diagnostics/index.ts';
import { isLibraryPath, libraryScheme, packOfPath, pathWithinPack, sortedBy } from '../support/index.ts';
import type { SourceFile } from '../syntax/index.ts';
import { parseSourceFile } from '../syntax/index.ts';
import type { Host, LoadFailure, ReadResult } from './host.ts';
import {
  libraryFileOf,
  libraryModules,
  libraryPath,
  moduleOf,
  reportSharedModule,
  reportTakenModule,
  reportUnknownModules,
  usesOf,
} from './modules.ts';
import type { ResolvedPack } from './packs/resolve-packs.ts';

export interface LoadOptions {
  readonly host: Host;
  /** The files that make up the program, also those of packs. */
  readonly paths: readonly string[];
  /** Further files of the project and of packs: they are part of the program only where one of its files uses their module. */
  readonly modulePaths?: readonly string[];
  /** Where the files of packs are. */
  readonly packs?: readonly Pick<ResolvedPack, 'name' | 'folder'>[];
  /** What an earlier version of the program consisted of: unchanged text is not parsed again. */
  readonly previous?: readonly SourceFile[];
  /** Called after each file that was read. */
  readonly onFile?: (path: string) => void;
}

export interface LoadedProgram {
  /** The files of the program with the modules that they use, also by way of others; sorted by path. */
  readonly files: readonly SourceFile[];
  /** What is wrong with modules. */
  readonly diagnostics: readonly FileDiagnostic[];
  /** Files that could not be read. */
  readonly failures: readonly LoadFailure[];
  /** The files from which its scenarios take their rows, by path. */
  readonly rowTexts: ReadonlyMap<string, ReadResult>;
}

/**
 * Reads and parses the files of a program, and of the project's modules and the standard library those that are used.
 * A module of the project comes before one of the library; a file may use a module that is not there: that is
 * reported, and the program is loaded without it.
 */
export async function loadProgram(options: LoadOptions): Promise<LoadedProgram> {
  const loader = createLoader(options);
  const own = await loader.loadAll(options.paths);
  const candidates = await loader.loadAll(options.modulePaths ?? []);
  const included = new Map(own.map((file) => [file.path, file]));
  const unknown = new Set<string>();
  const byModule = groupByModule([...own, ...candidates]);
  const open = [...own];
  const settled = new Set<string>();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const module of usesOf(file)) {
      if (settled.has(module)) continue;
      settled.add(module);
      const found = byModule.get(module) ?? (await loader.loadLibraryModule(module));
      if (found.length === 0) unknown.add(module);
      for (const next of found) {
        if (included.has(next.path)) continue;
        included.set(next.path, next);
        open.push(next);
      }
    }
  }
  const files = sortedBy(included.values(), (file) => file.path);
  const diagnostics = await reportModules({ host: options.host, files, unknown, byModule });
  return { files, diagnostics, failures: loader.failures, rowTexts: await readRowTexts(options, files) };
}

async function readRowTexts(
  options: LoadOptions,
  files: readonly SourceFile[],
): Promise<ReadonlyMap<string, ReadResult>> {
  const paths = [...new Set(files.flatMap(rowFilesOf))].sort();
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readAnyFile(options, path)] as const),
  );
  return new Map(texts);
}

function groupByModule(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const module = moduleOf(file);
    if (module === undefined) continue;
    const known = groups.get(module) ?? [];
    if (!known.includes(file)) known.push(file);
    groups.set(module, known);
  }
  return groups;
}

interface ReportContext {
  readonly host: Host;
  readonly files: readonly SourceFile[];
  readonly unknown: ReadonlySet<string>;
  readonly byModule: ReadonlyMap<string, readonly SourceFile[]>;
}

async function reportModules(context: ReportContext): Promise<readonly FileDiagnostic[]> {
  const library = libraryModules(await context.host.listLibraryFiles());
  const known = [...context.byModule.keys(), ...library];
  const taken = new Set(library);
  const ownFiles = new Set([...context.byModule.values()].flat());
  const shared = [...context.byModule].flatMap(([module, files]) => {
    return taken.has(module) ? [] : reportSharedModule(module, files);
  });
  const found = context.files.flatMap((file) => [
    ...(ownFiles.has(file) ? reportTakenModule(file, taken) : []),
    ...reportUnknownModules(file, context.unknown, known),
  ]);
  return [...found, ...shared.filter(({ file }) => context.files.includes(file))];
}

interface Loader {
  readonly failures: readonly LoadFailure[];
  loadAll(paths: readonly string[]): Promise<readonly SourceFile[]>;
  loadLibraryModule(module: string): Promise<readonly SourceFile[]>;
}

/** Reads each file once, and parses only what changed since `previous`. */
function createLoader(options: LoadOptions): Loader {
  const { host, previous = [], onFile } = options;
  const earlier = new Map(previous.map((file) => [file.path, file]));
  const loaded = new Map<string, SourceFile | undefined>();
  const failures: LoadFailure[] = [];
  const load = async (path: string, read: ReturnType<Host['readFile']>): Promise<SourceFile | undefined> => {
    const result = await read;
    if (result.kind === 'unreadable') failures.push({ path, reason: result.reason });
    const file = result.kind === 'text' ? parse(path, result.text, earlier.get(path)) : undefined;
    loaded.set(path, file);
    onFile?.(path);
    return file;
  };
  const loadOwn = async (path: string): Promise<readonly SourceFile[]> => {
    const known = loaded.has(path);
    const file = known ? loaded.get(path) : await load(path, readOwnFile(options, path));
    const isMissing = file === undefined && !failures.some((failure) => failure.path === path);
    if (isMissing) failures.push({ path, reason: 'does not exist' });
    return file === undefined ? [] : [file];
  };
  return {
    failures,
    async loadAll(paths) {
      const files: SourceFile[] = [];
      for (const path of [...new Set(paths)]) files.push(...(await loadOwn(path)));
      return files;
    },
    async loadLibraryModule(module) {
      const path = libraryFileOf(module);
      const file = path === undefined ? undefined : await load(libraryPath(path), host.readLibraryFile(path));
      return file === undefined ? [] : [file];
    },
  };
}

/** A file of the library, the project, or one of its packs. */
async function readAnyFile(options: LoadOptions, path: string): Promise<ReadResult> {
  return isLibraryPath(path)
    ? options.host.readLibraryFile(path.slice(libraryScheme.length))
    : readOwnFile(options, path);
}

/** A file of the project, or of one of its packs. */
async function readOwnFile({ host, packs = [] }: LoadOptions, path: string): Promise<ReadResult> {
  const name = packOfPath(path);
  if (name === undefined) return host.readFile(path);
  const folder = packs.find((pack) => pack.name === name)?.folder;
  if (folder === undefined || host.packages === undefined) return { kind: 'absent' };
  return host.packages.readPackageFile(folder, pathWithinPack(name, path));
}

function parse(path: string, text: string, previous: SourceFile | undefined): SourceFile {
  if (previous?.text === text) return previous;
  return parseSourceFile(previous === undefined ? { path, text } : { path, text, previous });
}
