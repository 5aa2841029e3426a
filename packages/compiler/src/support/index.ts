export { assertNever, InvariantError, invariant } from './invariant.ts';
export { compareText, nearestNames, sortedBy } from './names.ts';
