/** Thrown where the compiler itself is wrong; never for a mistake in a policy. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Holds a fact that the compiler's own design guarantees, and says which one where it does not hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Closes an exhaustive `switch`: the type checker proves that no case is left. */
export function assertNever(value: never): never {
  throw new InvariantError(`Unexpected case: ${JSON.stringify(value)}`);
}
