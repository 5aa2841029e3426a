import type { Declared } from '../binding/index.ts';
import { isLibraryPath, isSameOrigin, originWords, packOfPath } from '../support/index.ts';

/** What to do where a pack and another side declare the same: the author of either alone could not know. */
export function collisionDetails(
  first: Pick<Declared, 'file'>,
  second: Pick<Declared, 'file'>,
): { readonly help?: string } {
  const [one, other] = [first.file.path, second.file.path];
  const isAboutPacks = packOfPath(one) !== undefined || packOfPath(other) !== undefined;
  if (isSameOrigin(one, other) || !isAboutPacks) return {};
  return { help: `It stands in ${originWords(one)} and in ${originWords(other)}. ${adviceOn(one, other)}` };
}

function adviceOn(one: string, other: string): string {
  if (packOfPath(other) === undefined) return 'Rename or remove it in the project.';
  return isLibraryPath(one)
    ? 'Use another version of the pack, and tell its authors.'
    : 'Use one of the two packs, or versions of them that agree.';
}
