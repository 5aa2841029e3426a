import type { Field, Taxonomy } from '../logic/index.ts';
import { nearestNames } from '../support/index.ts';

/** What came instead of what was wanted: `Expected a text, but got a number.` */
export function wrongTypeMessage(wanted: string, raw: unknown): string {
  const hint = isDate(raw) ? ' A Date would shift by time zone: pass a text.' : '';
  return `Expected ${wanted}, but got ${describe(raw)}.${hint}`;
}

/** A key that no field has, with the one that may be meant. */
export function unknownKeyMessage(
  key: string,
  fields: readonly Field[],
  derived: ReadonlySet<string>,
): string {
  if (derived.has(key)) return `"${shortened(key)}" is worked out from other facts: leave it out.`;
  const written = fields.find(({ name }) => name === key);
  const [near] = nearestNames(
    key,
    fields.map((field) => field.key),
  );
  const meant = written?.key ?? near;
  const help = meant === undefined ? '' : ` Do you mean "${meant}"?`;
  return `There is no fact "${shortened(key)}" here.${help}`;
}

/** A text that is no term of the taxonomy, with the one that may be meant. */
export function unknownTermMessage(taxonomy: Taxonomy, text: string): string {
  const alias = taxonomy.terms.find(({ aliases }) => aliases.includes(text));
  const [near] = nearestNames(text, taxonomy.termsByName.keys());
  const meant = alias?.name ?? near;
  const help = meant === undefined ? '' : ` Do you mean "${meant}"?`;
  return `"${shortened(text)}" is no term of ${taxonomy.name}.${help}`;
}

export function innerTermMessage(taxonomy: Taxonomy, text: string): string {
  const inner = taxonomy.termsByName.get(text);
  const below = taxonomy.terms.filter(({ parent }) => parent === inner?.index).map(({ name }) => `"${name}"`);
  const some = below.length > 4 ? [...below.slice(0, 3), '…'] : below;
  return `"${text}" stands for several terms of ${taxonomy.name}: say which one (${some.join(', ')}).`;
}

export function unknownNameMessage(what: string, text: string, names: readonly string[]): string {
  const [near] = nearestNames(text, names);
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

function describe(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  if (raw === null) return 'null';
  if (Array.isArray(raw)) return 'a list';
  if (isDate(raw)) return 'a Date';
  const kinds: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    boolean: 'a boolean',
    object: 'an object',
    function: 'a function',
    bigint: 'a bigint',
    symbol: 'a symbol',
  };
  return kinds[typeof raw] ?? 'something else';
}

function isDate(raw: unknown): boolean {
  return Object.prototype.toString.call(raw) === '[object Date]';
}
