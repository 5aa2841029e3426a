import type { ReadResult } from '@privacy-lang/compiler';

/**
 * All that the server needs from the machine it runs on: a disk, a browser's worker, a test. Files go by the keys of
 * their addresses (see text/uris.ts).
 */
export interface Environment {
  readFile(key: string): Promise<ReadResult>;
  /** The keys of all `.privacy` files below a folder; hidden folders and installed packages are left out. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** The folder itself, where links lead to; absent: there are no links. */
  realFolder?(folder: string): Promise<string>;
  /** The day, `YYYY-MM-DD`; absent: nobody asks what is past its day. */
  today?(): string;
  /** The standard library: `std/crm.privacy`. */
  readonly library: TextStore;
  /** The pages about diagnostics: `name/unknown.md`. */
  readonly pages: TextStore;
  /** Lets everything happen that waits, such as messages of the editor. */
  turn(): Promise<void>;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** The moment by the clock of the machine, as RFC 3339. */
  moment(): string;
}

/** Texts that come with the server. */
export interface TextStore {
  /** The key of the folder where they can be opened as files; absent where they are only in memory. */
  readonly folder?: string;
  list(): Promise<readonly string[]>;
  read(path: string): Promise<ReadResult>;
}

/** A store over texts in memory, by path. */
export function createTextStore(texts: Readonly<Record<string, string>>): TextStore {
  return {
    list: async () => Object.keys(texts),
    read: async (path) => {
      const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
    },
  };
}

/** An environment over files in memory, by key; without a library unless it is given one. */
export function createMemoryEnvironment(
  files: ReadonlyMap<string, string>,
  stores: { readonly library?: TextStore; readonly pages?: TextStore } = {},
): Environment {
  const empty = createTextStore({});
  return {
    async readFile(key) {
      const text = files.get(key);
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
    },
    listFiles: async (folder) =>
      [...files.keys()].filter((key) => key.startsWith(`${folder}/`) && key.endsWith('.privacy')),
    library: stores.library ?? empty,
    pages: stores.pages ?? empty,
    turn: async () => {},
    now: () => 0,
    moment: () => '2026-01-01T00:00:00Z',
  };
}
