export { assertNever, InvariantError, invariant } from './invariant.ts';
export { compareText, nearestNames, sortedBy } from './names.ts';
export {
  isLibraryPath,
  isSameOrigin,
  libraryScheme,
  originRank,
  originWords,
  packOfPath,
  packScheme,
  pathInPack,
  pathWithinPack,
} from './origins.ts';
