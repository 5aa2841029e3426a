import type { PackageHost, ReadResult } from '@privacy-lang/compiler';
import type { OpenDocument } from './documents.ts';
import type { Environment } from './environment.ts';
import { createPackages } from './packages.ts';

/** The texts of files: what is open in the editor comes before what is on the disk, which is read once. */
export interface FileStore {
  document(key: string): OpenDocument | undefined;
  documents(): readonly OpenDocument[];
  setDocument(document: OpenDocument): void;
  removeDocument(key: string): void;
  read(key: string): Promise<ReadResult>;
  /** The files below a folder, those that are open in the editor only included; sorted. */
  list(folder: string): Promise<readonly string[]>;
  /** The packages that are installed for the project in a folder. */
  packages(root: string): PackageHost;
  /** The day; undefined where the machine does not say. */
  today(): string | undefined;
  /** Forgets what a file was; `isListed`: also which files there are. */
  forget(key: string, options: { readonly isListed: boolean }): void;
}

export function createFileStore(environment: Environment): FileStore {
  const documents = new Map<string, OpenDocument>();
  const texts = new Map<string, Promise<ReadResult>>();
  const lists = new Map<string, Promise<readonly string[]>>();
  const cached = <Value>(
    cache: Map<string, Promise<Value>>,
    key: string,
    load: (key: string) => Promise<Value>,
  ): Promise<Value> => {
    const known = cache.get(key) ?? load(key);
    cache.set(key, known);
    return known;
  };
  return {
    document: (key) => documents.get(key),
    documents: () => [...documents.values()],
    setDocument(document) {
      documents.set(document.key, document);
    },
    removeDocument(key) {
      documents.delete(key);
      texts.delete(key);
    },
    async read(key) {
      const document = documents.get(key);
      if (document !== undefined) return { kind: 'text', text: document.text };
      return cached(texts, key, environment.readFile);
    },
    async list(folder) {
      const onDisk = await cached(lists, folder, environment.listFiles);
      const open = [...documents.keys()].filter(
        (key) => key.startsWith(`${folder}/`) && key.endsWith('.privacy'),
      );
      return [...new Set([...onDisk, ...open])].sort();
    },
    packages: (root) => createPackages({ environment, root, document: (key) => documents.get(key) }),
    today: () => environment.today?.(),
    forget(key, { isListed }) {
      texts.delete(key);
      if (isListed) lists.clear();
    },
  };
}
