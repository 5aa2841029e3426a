/** Ids of elements; those of rules are their own, so that links can be written by hand. */
export const anchorOf = {
  policy: (id: string): string => `policy:${id}`,
  authority: (name: string): string => `authority:${name}`,
  index: (taxonomy: string): string => `index:${taxonomy}`,
  entry: (taxonomy: string, name: string): string => `index:${taxonomy}:${name}`,
  word: (id: string): string => `word:${id}`,
} as const;

/** A link within the page; what has a meaning in addresses is encoded. */
export function linkTo(anchor: string): string {
  return `#${encodeURIComponent(anchor).replaceAll('%3A', ':')}`;
}
