/** A half-open range of UTF-16 code units, counted from the start of the declaration (or file) that it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that contains both. */
export function coveringSpan(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** A span of no length. */
export function emptySpan(at: number): Span {
  return { start: at, end: at };
}
