import type { FactsObject, FactsValue, Field, Program, Type } from '../logic/index.ts';
import { parseDuration } from '../runtime/index.ts';
import { isList, isRecord } from './searching/index.ts';

/** Writes a fact as an author would, in the words of the language. */
export function writeFact(value: FactsValue, type: Type, program: Program): string {
  if (value === null) return 'none';
  switch (type.kind) {
    case 'record':
      return isRecord(value) ? writeRecord(value, fieldsOf(type.record, program), program) : 'none';
    case 'list':
      return writeList(value, type.element, program);
    case 'scope':
      return isList(value) ? writeList(value, termType(type.taxonomy), program) : String(value);
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'text':
    case 'timezone':
      return quoted(String(value));
    case 'duration':
      return durationWords(String(value));
    default:
      return String(value);
  }
}

/** `customer: { residence: GB }`, in the order in which the fields are declared. */
export function writeEntries(
  facts: FactsObject,
  fields: readonly Field[],
  program: Program,
): readonly string[] {
  return fields.flatMap(({ name, key, type }) => {
    const value = facts[key];
    return value === undefined ? [] : [`${name}: ${writeFact(value, type, program)}`];
  });
}

/** The fields of a type of records. */
export function fieldsOf(record: string, program: Program): readonly Field[] {
  return program.records.get(record)?.fields ?? [];
}

/** A text in quotation marks. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function writeRecord(facts: FactsObject, fields: readonly Field[], program: Program): string {
  const entries = writeEntries(facts, fields, program);
  return entries.length === 0 ? '{ }' : `{ ${entries.join(', ')} }`;
}

function writeList(value: FactsValue, element: Type, program: Program): string {
  if (!isList(value)) return String(value);
  return value.length === 0
    ? '[]'
    : `[ ${value.map((entry) => writeFact(entry, element, program)).join(', ')} ]`;
}

function termType(taxonomy: string): Type {
  return { kind: 'term', taxonomy, within: true };
}

const hour = 3_600_000;
const minute = 60_000;

/** `P3Y` as `3 years` */
function durationWords(text: string): string {
  const parts = parseDuration(text);
  if (parts === undefined) return text;
  const { amount, unit } = parts;
  if (unit === 'months') return amount % 12 === 0 ? counted(amount / 12, 'year') : counted(amount, 'month');
  if (unit === 'days') return counted(amount, 'day');
  return amount % hour === 0 ? counted(amount / hour, 'hour') : counted(amount / minute, 'minute');
}

function counted(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}
