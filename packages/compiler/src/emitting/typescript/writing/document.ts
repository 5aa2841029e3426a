import type { Place } from '../../../logic/index.ts';

/** Code that can be laid out on one line or, where it does not fit, on several. */
export type Doc = string | readonly Doc[] | Line | Indented | Group | Choice | Marked;

/** In a group on one line, `space` is a space and `soft` nothing; `hard` always ends the line. */
export interface Line {
  readonly kind: 'line';
  readonly mode: 'space' | 'soft' | 'hard';
}

export interface Indented {
  readonly kind: 'indented';
  readonly content: Doc;
}

export interface Group {
  readonly kind: 'group';
  readonly content: Doc;
}

/** What stands in a broken group, and what in one on a single line. */
export interface Choice {
  readonly kind: 'choice';
  readonly broken: Doc;
  readonly flat: Doc;
}

/** Code that comes from a place in the policy. */
export interface Marked {
  readonly kind: 'marked';
  readonly place: Place;
  readonly content: Doc;
}

export const space: Line = { kind: 'line', mode: 'space' };
export const soft: Line = { kind: 'line', mode: 'soft' };
export const hard: Line = { kind: 'line', mode: 'hard' };

export function indented(...content: readonly Doc[]): Doc {
  return { kind: 'indented', content };
}

export function group(...content: readonly Doc[]): Doc {
  return { kind: 'group', content };
}

export function choice(parts: { readonly broken: Doc; readonly flat: Doc }): Doc {
  return { kind: 'choice', ...parts };
}

export function marked(place: Place, content: Doc): Doc {
  return { kind: 'marked', place, content };
}

/** Documents with a separator between each two. */
export function joined(items: readonly Doc[], separator: Doc): Doc {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** Statements or declarations, each on lines of its own. */
export function lines(items: readonly Doc[]): Doc {
  return joined(items, hard);
}

/** `{ a, b }` or, where it does not fit, one item a line with a comma after each. */
export function enclosed(
  brackets: { readonly open: string; readonly close: string; readonly padding?: Line },
  items: readonly Doc[],
): Doc {
  const { open, close, padding = soft } = brackets;
  if (items.length === 0) return [open, close];
  const content = joined(items, [',', space]);
  return group(open, indented(padding, content), choice({ broken: ',', flat: '' }), padding, close);
}

export function listDoc(items: readonly Doc[]): Doc {
  return enclosed({ open: '[', close: ']' }, items);
}

export function callDoc(callee: Doc, args: readonly Doc[]): Doc {
  return [callee, enclosed({ open: '(', close: ')' }, args)];
}

/** An object literal; a property that is called as its value is written once. */
export function objectDoc(properties: readonly (readonly [key: string, value: Doc])[]): Doc {
  return enclosed({ open: '{', close: '}', padding: space }, properties.map(propertyDoc));
}

function propertyDoc([key, value]: readonly [key: string, value: Doc]): Doc {
  return value === key ? key : [propertyKey(key), ': ', value];
}

/** A key as it stands in an object literal or type. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key);
}

/** A text in single quotes, as TypeScript reads it. */
export function textLiteral(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\u2028\u2029]/g, (separator) => `\\u${separator.charCodeAt(0).toString(16)}`);
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`;
}
