/** Text that is HTML already: everything else is escaped when it becomes part of one. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** Builds HTML from a template: what stands in the template is markup, what is put in is text. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = strings.map((text, index) => text + markupOf(parts[index])).join('');
  return { markup };
}

/** HTML that was made elsewhere, such as a style sheet. */
export function trusted(markup: string): Markup {
  return { markup };
}

export const nothing: Markup = { markup: '' };

/** Pieces one after another, with the same between each two. */
export function joined(pieces: readonly Markup[], between: string): Markup {
  return { markup: pieces.map(({ markup }) => markup).join(escapeText(between)) };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

/** Good in text and in quoted attributes. What would act on the page or reorder a line is written out. */
export function escapeText(text: string): string {
  return text
    .replace(acting, (character) => (harmless.has(character) ? character : written(character)))
    .replace(/[&<>"']/g, (sign) => entities.get(sign) ?? sign);
}

const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Line ends and tabs, the joiners of scripts and emoji, and soft hyphens. */
const harmless: ReadonlySet<string> = new Set(['\n', '\t', '\u200C', '\u200D', '\u00AD']);

function written(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
