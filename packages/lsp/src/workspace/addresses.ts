import { isLibraryPath, libraryScheme, packOfPath, pathInPack, pathWithinPack } from '@privacy-lang/compiler';
import { joinKey, keyUri, pathBelow } from '../text/uris.ts';
import type { Environment, TextStore } from './environment.ts';
import type { Project } from './projects.ts';

/** Schemes of texts that come with the server and are no files. */
export const libraryContentScheme = 'privacy-library';
export const pageContentScheme = 'privacy-pages';
export const generatedContentScheme = 'privacy-generated';

/** Where a file of a program can be opened. */
export function addressOfPath(
  environment: Environment,
  { root, packs }: Pick<Project, 'root' | 'packs'>,
  path: string,
): string {
  const pack = packOfPath(path);
  const folder = packs.find(({ name }) => name === pack)?.folder;
  if (pack !== undefined && folder !== undefined) return joinKey(folder, pathWithinPack(pack, path));
  if (!isLibraryPath(path)) return joinKey(root, path);
  return addressInStore(environment.library, libraryContentScheme, path.slice(libraryScheme.length));
}

/** The path of a file of the standard library by which programs know it; undefined for other files. */
export function libraryPathOf(environment: Environment, key: string): string | undefined {
  const inMemory = pathBelow(`${libraryContentScheme}:/`, key);
  const { folder } = environment.library;
  const path = inMemory ?? (folder === undefined ? undefined : pathBelow(folder, key));
  return path === undefined ? undefined : `${libraryScheme}${path}`;
}

/** The path of a file of one of the packs by which the project knows it; undefined for other files. */
export function packPathOf({ packs }: Pick<Project, 'packs'>, key: string): string | undefined {
  for (const { name, folder } of packs) {
    const path = pathBelow(folder, key);
    if (path !== undefined) return pathInPack(name, path);
  }
  return undefined;
}

/** Where the page about a diagnostic can be opened, as editors write it. */
export function pageUri(environment: Environment, code: string): string {
  return keyUri(addressInStore(environment.pages, pageContentScheme, `${code}.md`));
}

/** The text of what comes with the server; undefined where the address is not one of its own. */
export async function contentAt(environment: Environment, key: string): Promise<string | undefined> {
  for (const [scheme, store] of [
    [libraryContentScheme, environment.library],
    [pageContentScheme, environment.pages],
  ] as const) {
    const path = pathBelow(`${scheme}:/`, key);
    const read = path === undefined ? undefined : await store.read(path);
    if (read?.kind === 'text') return read.text;
  }
  return undefined;
}

function addressInStore(store: TextStore, scheme: string, path: string): string {
  return joinKey(store.folder ?? `${scheme}:/`, path);
}
