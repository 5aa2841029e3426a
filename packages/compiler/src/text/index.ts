export type { Grapheme } from './display-width.ts';
export { displayWidth, graphemes, graphemeWidth } from './display-width.ts';
export type { LineMap, LinePosition } from './line-map.ts';
export { createLineMap } from './line-map.ts';
export type { Span } from './span.ts';
export { coveringSpan, emptySpan } from './span.ts';
