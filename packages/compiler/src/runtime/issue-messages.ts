import { nearestName } from './names.ts';
import type { RecordSchema } from './schema.ts';
import type { Taxonomy } from './terms.ts';

/** What came instead of what was wanted: `Expected a text, but got a number.` */
export function wrongTypeMessage(wanted: string, value: unknown): string {
  const hint = isDate(value) ? ' A Date would shift by time zone: pass a text.' : '';
  return `Expected ${wanted}, but got ${describe(value)}.${hint}`;
}

/** A key that no field has, with the one that may be meant. */
export function unknownKeyMessage(
  key: string,
  { fields }: RecordSchema,
  derived: ReadonlySet<string>,
): string {
  if (derived.has(key)) return `"${shortened(key)}" is worked out from other facts: leave it out.`;
  const near = nearestName(
    key,
    fields.map((field) => field.key),
  );
  return `There is no fact "${shortened(key)}" here.${near === undefined ? '' : ` Do you mean "${near}"?`}`;
}

/** A text that is no term of the taxonomy, with the one that may be meant. */
export function unknownTermMessage({ name, numbers }: Taxonomy, text: string): string {
  const near = nearestName(text, numbers.keys());
  return `"${shortened(text)}" is no term of ${name}.${near === undefined ? '' : ` Do you mean "${near}"?`}`;
}

export function innerTermMessage({ name, names, numbers, parents }: Taxonomy, text: string): string {
  const inner = numbers.get(text);
  const below = names.filter((_, term) => term > 0 && parents[term] === inner).map((term) => `"${term}"`);
  const some = below.length > 4 ? [...below.slice(0, 3), '…'] : below;
  return `"${text}" stands for several terms of ${name}: say which one (${some.join(', ')}).`;
}

export function unknownNameMessage(what: string, text: string, names: readonly string[]): string {
  const near = nearestName(text, names);
  const help = near === undefined ? `Expected one of ${names.join(', ')}.` : `Do you mean "${near}"?`;
  return `"${shortened(text)}" is no ${what}. ${help}`;
}

/** What does not read as it should: `"31.12.2024" is not a date such as "2026-08-11".` */
export function badTextMessage(what: string, text: string, example: string): string {
  return `"${shortened(text)}" is not ${what} such as "${example}".`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  function: 'a function',
  bigint: 'a bigint',
  symbol: 'a symbol',
};

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isDate(value)) return 'a Date';
  return kinds[typeof value] ?? 'something else';
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}
