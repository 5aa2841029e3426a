/** Freezes a value of which all parts are frozen already. */
export function freeze<Value extends object>(value: Value): Readonly<Value> {
  return Object.freeze(value);
}

/** Freezes plain data with all that it holds. */
export function freezeAll<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freezeAll(part);
  return Object.freeze(value);
}
