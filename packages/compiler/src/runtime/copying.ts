import type { RecordSchema, TypeSchema } from './schema.ts';

/**
 * A frozen copy of facts that were found valid: plain data alone. What changes while it is copied is at least bounded,
 * and the copy has to be found valid again.
 */
export function copyFacts(value: unknown, schema: RecordSchema): unknown {
  return copyObject(value, schema, { left: mostObjects });
}

/** More than any list of lists of records that fits into memory. */
const mostObjects = 10_000_000;

interface Budget {
  left: number;
}

function copyObject(value: unknown, schema: RecordSchema, budget: Budget): unknown {
  const isObject = Object.prototype.toString.call(value) === '[object Object]';
  budget.left -= 1;
  if (!isObject || typeof value !== 'object' || value === null || budget.left < 0) return value;
  const types = new Map(schema.fields.map(({ key, type }) => [key, type]));
  const entries = Object.entries(value).map(([key, own]: [string, unknown]) => {
    const type = types.get(key);
    return [key, type === undefined ? own : copyValue(own, type, budget)] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}

function copyValue(value: unknown, type: TypeSchema, budget: Budget): unknown {
  if (value === null || value === undefined) return value;
  if (type.kind === 'record') return copyObject(value, type.schema(), budget);
  if (type.kind === 'list')
    return copyList(value, type.limit, (entry) => copyValue(entry, type.element, budget));
  return type.kind === 'scope' ? copyList(value, scopeLimit, (entry) => entry) : value;
}

const scopeLimit = 10_000;

/** A list that is too long is refused anyway. */
function copyList(value: unknown, limit: number, copy: (entry: unknown) => unknown): unknown {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
  if (!isList) return value;
  // Arrays and typed arrays have a length and entries by position.
  const list = value as unknown as ArrayLike<unknown>;
  return list.length > limit ? value : Object.freeze(Array.from(list, copy));
}
