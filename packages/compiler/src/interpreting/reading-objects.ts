/**
 * Whether something from outside is an object whose own properties are its data: not a list, a Date, a Map or anything
 * else that keeps its data elsewhere.
 */
export function isPlainObject(raw: unknown): raw is object {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  return Object.prototype.toString.call(raw) === '[object Object]';
}

export function ownKeys(raw: object): readonly string[] {
  return Object.keys(raw);
}

/** Lists from outside: arrays and typed arrays. */
export function isList(raw: unknown): raw is ArrayLike<unknown> & object {
  return Array.isArray(raw) || (ArrayBuffer.isView(raw) && 'length' in raw);
}

/** An own property, read once and without running any code of the object. */
export function readOwn(
  raw: object,
  key: string | number,
): { readonly kind: 'data'; readonly value: unknown } | { readonly kind: 'accessor' } {
  const property = Object.getOwnPropertyDescriptor(raw, key);
  if (property === undefined) return { kind: 'data', value: undefined };
  if (property.get !== undefined || property.set !== undefined) return { kind: 'accessor' };
  const value: unknown = property.value;
  return { kind: 'data', value };
}
