import type { DataType, Table, Vector } from 'apache-arrow';
import { BatchError } from '../batch-error.ts';
import type { ReadValue } from './read-value.ts';
import { valueReader } from './read-value.ts';

/** Which columns hold facts, and what their nulls mean. */
export interface FactColumns {
  /** The columns that hold facts; absent: all. A dot leads into a record: `customer.residence`. */
  readonly factColumns?: readonly string[] | undefined;
  /** The facts whose nulls mean none, as paths such as `customer.lastPurchaseOn`; all other nulls are unknown. */
  readonly nullMeansNone?: readonly string[] | undefined;
}

/** Reads the facts of a row; an error where columns hold what can be no facts. */
export function factsFromColumns(
  table: Table,
  { factColumns, nullMeansNone = [] }: FactColumns,
): ((row: number) => object) | BatchError {
  const names = factColumns ?? table.schema.fields.map(({ name }) => name);
  const none = new Set(nullMeansNone);
  const columns: Column[] = [];
  for (const name of names) {
    const column = columnOf(table, name, none);
    if (column instanceof BatchError) return column;
    columns.push(column);
  }
  return (row) => {
    const facts: Facts = {};
    for (const column of columns) put(facts, column, row);
    return facts;
  };
}

type Facts = { [key: string]: unknown };

interface Column {
  readonly vector: Vector;
  readonly read: ReadValue;
  /** What a null is: null for none, undefined for unknown. */
  readonly empty: null | undefined;
  /** The records that the fact stands in, from the outside. */
  readonly records: readonly string[];
  readonly key: string;
}

function columnOf(table: Table, name: string, none: ReadonlySet<string>): Column | BatchError {
  const vector = table.getChild(name);
  if (vector === null) return new BatchError('bad-columns', `There is no column "${name}"`);
  // The type of a column says nothing about it here.
  const read = valueReader(vector.type as DataType, name, none);
  if (read instanceof BatchError) return read;
  const path = name.split('.');
  const key = path.at(-1) ?? name;
  return {
    vector: vector.memoize(),
    read,
    empty: none.has(name) ? null : undefined,
    records: path.slice(0, -1),
    key,
  };
}

/** An unknown fact is left out, and so is a record of which nothing is known. */
function put(facts: Facts, { vector, read, empty, records, key }: Column, row: number): void {
  const found: unknown = vector.get(row);
  const value = found === null || found === undefined ? empty : read(found);
  if (value === undefined) return;
  let record = facts;
  for (const name of records) {
    const known = Object.getOwnPropertyDescriptor(record, name)?.value;
    const inner: Facts = typeof known === 'object' && known !== null ? known : {};
    if (inner !== known) own(record, name, inner);
    record = inner;
  }
  own(record, key, value);
}

/** Names come from outside: none of them reaches a prototype. */
function own(record: Facts, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}
