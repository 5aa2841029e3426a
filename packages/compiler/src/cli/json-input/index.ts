export type { JsonPiece } from './json-piece.ts';
export { parseJson } from './json-piece.ts';
export { createJsonPieces } from './json-pieces.ts';
export type { LineBlock } from './line-blocks.ts';
export { lineBlocks } from './line-blocks.ts';
