import type { Decimal, Time, Timestamp } from 'apache-arrow';
import { DataType, TimeUnit, Vector } from 'apache-arrow';
import { BatchError } from '../batch-error.ts';

/** Makes a fact of what a column holds; never called for null. */
export type ReadValue = (value: unknown) => unknown;

/** How values of a type become facts: dates and times as text, records and lists as such. */
export function valueReader(type: DataType, path: string, none: ReadonlySet<string>): ReadValue | BatchError {
  if (DataType.isDictionary(type)) return valueReader(type.dictionary, path, none);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type) || DataType.isFloat(type))
    return (value) => value;
  if (DataType.isInt(type)) return readInteger;
  if (DataType.isNull(type)) return () => undefined;
  if (DataType.isDate(type)) return (value) => dayText(Number(value));
  if (DataType.isTime(type)) return timeReader(type);
  if (DataType.isTimestamp(type)) return instantReader(type, path);
  if (DataType.isDecimal(type)) return decimalReader(type);
  if (DataType.isStruct(type)) return recordReader(type, path, none);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return listReader(type, path, none);
  return new BatchError('bad-columns', `The column "${path}" has the type ${type}, which no fact has`);
}

/** What does not fit a number is left as it is, and the fact refused. */
function readInteger(value: unknown): unknown {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** `NaN` days are text that is no date: the row is refused. */
function dayText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'no date' : (date.toISOString().split('T')[0] ?? '');
}

function instantText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'no instant' : date.toISOString();
}

function instantReader(type: Timestamp, path: string): ReadValue | BatchError {
  if (type.timezone !== null && type.timezone !== undefined && type.timezone !== '')
    return (value) => instantText(Number(value));
  return new BatchError(
    'bad-columns',
    `The timestamps in "${path}" name no time zone, so nobody can tell when they were: cast them to timestamps with a time zone`,
  );
}

function timeReader({ unit }: Time): ReadValue {
  const perMillisecond = {
    [TimeUnit.SECOND]: 0.001,
    [TimeUnit.MILLISECOND]: 1,
    [TimeUnit.MICROSECOND]: 1e3,
    [TimeUnit.NANOSECOND]: 1e6,
  };
  const divisor = perMillisecond[unit];
  // A time of day is the time of the first day that is counted.
  return (value) => instantText(Math.floor(Number(value) / divisor)).slice('1970-01-01T'.length, -1);
}

/** Four bytes a word, the lowest first, negative numbers in two's complement. */
function decimalReader({ scale, bitWidth }: Decimal): ReadValue {
  return (value) => {
    if (!(value instanceof Uint32Array)) return value;
    const whole = value.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
    return Number(`${BigInt.asIntN(bitWidth, whole)}e${-scale}`);
  };
}

function recordReader(type: DataType, path: string, none: ReadonlySet<string>): ReadValue | BatchError {
  const fields: { readonly name: string; readonly read: ReadValue; readonly empty: null | undefined }[] = [];
  for (const { name, type: fieldType } of type.children ?? []) {
    const fieldPath = `${path}.${name}`;
    const read = valueReader(fieldType, fieldPath, none);
    if (read instanceof BatchError) return read;
    fields.push({ name, read, empty: none.has(fieldPath) ? null : undefined });
  }
  return (value) => {
    const entries = fields.map(({ name, read, empty }) => {
      const found = memberOf(value, name);
      return [name, found === null || found === undefined ? empty : read(found)] as const;
    });
    return Object.fromEntries(entries.filter(([, fact]) => fact !== undefined));
  };
}

/** A row of a struct answers to the names of its fields. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listReader(type: DataType, path: string, none: ReadonlySet<string>): ReadValue | BatchError {
  const [element] = type.children ?? [];
  const read = element === undefined ? (value: unknown) => value : valueReader(element.type, path, none);
  if (read instanceof BatchError) return read;
  return (value) => {
    const list = value instanceof Vector ? [...value] : [];
    return list.map((each: unknown) => (each === null ? null : read(each)));
  };
}
