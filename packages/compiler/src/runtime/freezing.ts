/** Freezes a value of which all parts are frozen already. */
export function freeze<Value extends object>(value: Value): Readonly<Value> {
  return Object.freeze(value);
}
