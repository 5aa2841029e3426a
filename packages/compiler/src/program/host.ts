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

/** In front of the path of a library file in messages and maps, so that it is never taken for one of the project. */
export const libraryScheme = 'library:';

/** Whether a source file belongs to the standard library. */
export function isLibraryPath(path: string): boolean {
  return path.startsWith(libraryScheme);
}

/** A host over texts in memory, for tests, playgrounds and programs that bring their own sources. */
export function createMemoryHost(
  files: Readonly<Record<string, string>>,
  library: Readonly<Record<string, string>> = {},
): Host {
  const read = (texts: Readonly<Record<string, string>>, path: string): ReadResult => {
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
  };
  return {
    readFile: async (path) => read(files, path),
    readLibraryFile: async (path) => read(library, path),
    listLibraryFiles: async () => Object.keys(library),
  };
}
