/**
 * All that loading a program needs from the outside. Paths of the project are relative to its root, with forward
 * slashes; a host decides what stands behind them: a disk, an editor's open documents, a test.
 */
export interface Host {
  /** The text of a file of the project. */
  readFile(path: string): Promise<ReadResult>;
  /** The text of a file of the standard library: `std/crm.privacy`. */
  readLibraryFile(path: string): Promise<ReadResult>;
  /** The paths of all files of the standard library, in any order. */
  listLibraryFiles(): Promise<readonly string[]>;
  /** Installed packages, among them packs; absent where there are none. */
  readonly packages?: PackageHost;
}

/**
 * Where packages are installed. A folder is whatever text the host knows it by: a path, an address. Two names of one
 * folder are the same text, so links have to be followed.
 */
export interface PackageHost {
  /** The folder that the paths of the project count from. */
  readonly projectFolder: string;
  /**
   * The folder of the package that files of a folder get by a name: that of the nearest `node_modules`, from the folder
   * upward. Undefined: none is installed.
   */
  findPackage(name: string, from: string): Promise<string | undefined>;
  /** The names of the packages that files of a folder get, in any order. */
  listPackages(from: string): Promise<readonly string[]>;
  /** The text of a file of a package. */
  readPackageFile(folder: string, path: string): Promise<ReadResult>;
  /** The files of a package that match patterns, which mean what they mean in a project; in any order. */
  findSources(folder: string, patterns: readonly string[]): Promise<readonly string[]>;
}

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** It exists and cannot be read; `reason` completes "The file … ". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Something about the environment, not about what the author wrote. */
export interface LoadFailure {
  readonly path: string;
  /** Completes a sentence that begins with the path: `does not exist`. */
  readonly reason: string;
}

/**
 * A host over texts in memory, for tests, playgrounds and programs that bring their own sources. Packages are files
 * below `node_modules`.
 */
export function createMemoryHost(
  files: Readonly<Record<string, string>>,
  library: Readonly<Record<string, string>> = {},
): Host {
  return {
    readFile: async (path) => readText(files, path),
    readLibraryFile: async (path) => readText(library, path),
    listLibraryFiles: async () => Object.keys(library),
    packages: createMemoryPackages(files),
  };
}

function readText(texts: Readonly<Record<string, string>>, path: string): ReadResult {
  const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
  return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
}

/** Folders are paths with a slash behind them; that of the project is empty. */
function createMemoryPackages(files: Readonly<Record<string, string>>): PackageHost {
  const paths = Object.keys(files);
  return {
    projectFolder: '',
    async findPackage(name, from) {
      return foldersAbove(from)
        .map((folder) => `${folder}node_modules/${name}/`)
        .find((folder) => paths.some((path) => path.startsWith(folder)));
    },
    async listPackages(from) {
      const found = foldersAbove(from).flatMap((folder) =>
        paths.flatMap((path) => packageName(path, `${folder}node_modules/`) ?? []),
      );
      return [...new Set(found)];
    },
    readPackageFile: async (folder, path) => readText(files, `${folder}${path}`),
    async findSources(folder) {
      const own = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
      return own.filter((path) => path.endsWith('.privacy') && !path.includes('node_modules/'));
    },
  };
}

/** `a/b/`, `a/`, and the folder of the project. */
function foldersAbove(folder: string): readonly string[] {
  const parts = folder.split('/').filter((part) => part !== '');
  return [...parts.keys(), parts.length]
    .reverse()
    .map((length) => parts.slice(0, length))
    .filter((own) => own.at(-1) !== 'node_modules')
    .map((own) => own.map((part) => `${part}/`).join(''));
}

function packageName(path: string, folder: string): string | undefined {
  if (!path.startsWith(folder)) return undefined;
  return /^((?:@[^/]+\/)?[^@./][^/]*)\//.exec(path.slice(folder.length))?.[1];
}
