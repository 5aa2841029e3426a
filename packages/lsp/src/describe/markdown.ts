/** Text as it is, where Markdown would read signs in it. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&').replace(/\r\n|\r|\n/g, ' ');
}

/** Source text as a block of code. */
export function codeBlock(text: string): string {
  return `\`\`\`privacy\n${text.replaceAll('```', "'''")}\n\`\`\``;
}

/** Paragraphs, without those that are missing. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list of points; undefined where there are none. */
export function bullets(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `- ${item}`).join('\n');
}
