export type { JsonPiece } from './json-piece.ts';
export { parseJson } from './json-piece.ts';
export type { JsonPieces, JsonPiecesOptions } from './json-pieces.ts';
export { createJsonPieces } from './json-pieces.ts';
