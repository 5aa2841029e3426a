/**
 * A condition that facts leave open is neither true nor false. It is therefore read in one of two ways: `certainly`
 * takes whatever is open as not holding, `possibly` as holding. Below a `not` the reading turns around, and a
 * condition is unknown exactly where the two readings differ.
 */
export type Reading = boolean;

export const certainly: Reading = false;
export const possibly: Reading = true;

/** A condition that may be read both ways; one that is never open ignores the reading. */
export type Condition<Scope> = (scope: Scope, reading: Reading) => boolean;
