import type { Host, SourceFile } from '@privacy-lang/compiler';
import { isLibraryPath, libraryScheme } from '@privacy-lang/compiler';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import { joinKey, pathBelow } from '../text/uris.ts';
import { addressOfPath, libraryPathOf, packPathOf } from './addresses.ts';
import type { Clock } from './clock.ts';
import type { OpenDocument } from './documents.ts';
import { readDocument } from './documents.ts';
import type { Environment } from './environment.ts';
import type { FileStore } from './file-store.ts';
import type { ProgramSpec } from './projects.ts';

/** Where the files of a program come from. */
export interface HostParts {
  readonly environment: Environment;
  readonly store: FileStore;
  readonly spec: ProgramSpec;
  readonly clock: Clock;
}

/** The files of a program for the compiler; `read` gets the key of every file that is asked for. */
export function createHost({ environment, store, spec, clock }: HostParts, read: Set<string>): Host {
  const { project } = spec;
  const readLibraryFile: Host['readLibraryFile'] = async (path) => {
    await clock.rest();
    const key = addressOfPath(environment, project, `${libraryScheme}${path}`);
    read.add(key);
    const document = store.document(key);
    return document === undefined ? environment.library.read(path) : { kind: 'text', text: document.text };
  };
  const { packages } = project;
  return {
    packages: {
      ...packages,
      async readPackageFile(folder, path) {
        await clock.rest();
        read.add(joinKey(folder, path));
        return packages.readPackageFile(folder, path);
      },
    },
    async readFile(path) {
      if (isLibraryPath(path)) return readLibraryFile(path.slice(libraryScheme.length));
      await clock.rest();
      const key = addressOfPath(environment, project, path);
      read.add(key);
      return store.read(key);
    },
    readLibraryFile,
    listLibraryFiles: environment.library.list,
  };
}

/** Sources whose declarations can be taken over: those of open documents, and else those of the snapshot before. */
export async function earlierSources(
  parts: HostParts,
  latest: ProgramSnapshot | undefined,
): Promise<readonly SourceFile[]> {
  const sources = new Map(latest?.files.map(({ source }) => [source.path, source]) ?? []);
  for (const document of parts.store.documents()) {
    const path = pathOf(parts, document);
    if (path === undefined || sources.get(path)?.text === document.text) continue;
    sources.set(path, { ...(await readDocument(document, parts.clock)), path });
  }
  return [...sources.values()];
}

function pathOf({ environment, spec }: HostParts, { key }: OpenDocument): string | undefined {
  const { project } = spec;
  return libraryPathOf(environment, key) ?? packPathOf(project, key) ?? pathBelow(project.root, key);
}

/**
 * The files of a program after open documents were edited; undefined where more than that may have changed, such as
 * which modules are used.
 */
export async function editedSources(
  parts: HostParts,
  latest: ProgramSnapshot,
): Promise<ReadonlyMap<SourceFile, SourceFile> | undefined> {
  const replaced = new Map<SourceFile, SourceFile>();
  for (const document of parts.store.documents()) {
    const known = latest.fileAt(document.key)?.source;
    if (known === undefined) continue;
    const source = await readDocument(document, parts.clock);
    if (source.declarations === known.declarations) continue;
    if (!haveSameHeader(known, source)) return undefined;
    replaced.set(known, { ...source, path: known.path });
  }
  return replaced;
}

/** Whether two versions of a file say with the same declarations which module they are and what they use. */
function haveSameHeader(before: SourceFile, after: SourceFile): boolean {
  const [old, fresh] = [headerUnits(before), headerUnits(after)];
  return old.length === fresh.length && old.every((unit, index) => unit === fresh[index]);
}

function headerUnits({ declarations }: SourceFile) {
  return declarations.flatMap(({ unit }) =>
    unit.tree.kind === 'module' || unit.tree.kind === 'use' ? [unit] : [],
  );
}
