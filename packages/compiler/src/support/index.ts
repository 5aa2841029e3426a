export { assertNever, invariant, InvariantError } from './invariant.ts';
export { compareText, nearestNames, sortedBy } from './names.ts';
