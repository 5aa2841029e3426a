/** Braces at the end of a line belong to the blocks around a text, and not to a text that nobody closed. */
const braceAtEnd = /(?:[ \t]+[{}])+[ \t]*$/;

/** The offset at which a text ends that has no second quotation mark on its line: without what is left of its block. */
export function unclosedTextEnd(text: string, start: number, lineEnd: number): number {
  const inner = text.slice(start, lineEnd);
  return start + inner.replace(braceAtEnd, '').trimEnd().length;
}
