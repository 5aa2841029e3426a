import { isLibraryPath, packOfPath } from '../../support/index.ts';
import type { Sources } from '../select-sources.ts';

/** The files that a command about tests looks at: those that it was asked about, never the library and packs. */
export function isCountedIn(sources: Sources): (path: string) => boolean {
  return (path) => sources.selected.has(path) && !isLibraryPath(path) && packOfPath(path) === undefined;
}
