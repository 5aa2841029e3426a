/** In front of the path of a library file in messages and maps, so that it is never taken for one of the project. */
export const libraryScheme = 'library:';

/** In front of the paths of a pack's files: `pack:@acme/law-uk/policies/pecr.privacy`. */
export const packScheme = 'pack:';

/** Whether a source file belongs to the standard library. */
export function isLibraryPath(path: string): boolean {
  return path.startsWith(libraryScheme);
}

/** The name of the pack that a source file belongs to; undefined for files of the project and the library. */
export function packOfPath(path: string): string | undefined {
  return /^pack:((?:@[^/]+\/)?[^/]+)(?:\/|$)/.exec(path)?.[1];
}

/** A file of a pack as it is called in messages. */
export function pathInPack(pack: string, file: string): string {
  return `${packScheme}${pack}/${file}`;
}

/** The path of a pack's file as the pack itself counts it. */
export function pathWithinPack(pack: string, path: string): string {
  return path.slice(pathInPack(pack, '').length);
}

/** Who brings a file into a program, in words: `the pack "@acme/law-uk"`. */
export function originWords(path: string): string {
  if (isLibraryPath(path)) return 'the standard library';
  const pack = packOfPath(path);
  return pack === undefined ? 'the project' : `the pack "${pack}"`;
}

/** Whether two files come from the same side: the library, one pack, or the project. */
export function isSameOrigin(path: string, other: string): boolean {
  return originWords(path) === originWords(other);
}

/** The library comes first, then the packs, then the project: whoever builds on others comes after them. */
export function originRank(path: string): number {
  if (isLibraryPath(path)) return 0;
  return packOfPath(path) === undefined ? 2 : 1;
}
