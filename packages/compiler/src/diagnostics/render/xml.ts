import { visibleText } from './visible-text.ts';

/** An element as text, with its children on lines of their own or, where it has none, its text. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] | string = [],
): string {
  const listed = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`]))
    .join('');
  if (typeof content === 'string') return `<${name}${listed}>${escapeText(content)}</${name}>`;
  if (content.length === 0) return `<${name}${listed}/>`;
  const children = content.map((child) => indentMarkup(child)).join('\n');
  return `<${name}${listed}>\n${children}\n</${name}>`;
}

/** Lines of text stay as they are: none of them begins with an angle bracket. */
function indentMarkup(markup: string): string {
  return markup.replace(/^ *</gm, '  $&');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML has no way to write most control characters: they are written out as in the terminal. */
function escapeText(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => visibleText(line));
  return lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
