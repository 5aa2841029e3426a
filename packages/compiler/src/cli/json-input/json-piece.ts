/** A value of a stream of JSON, or what is wrong instead of one. */
export type JsonPiece =
  /** `line` (from 1) is where the value begins. */
  | { readonly kind: 'value'; readonly line: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly line: number; readonly message: string };

/** A line of text with its number, from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** What JSON.parse gives; undefined where the text is no JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function notJson(line: number, offset: number): JsonPiece {
  return { kind: 'error', line, message: `This is not valid JSON (column ${offset + 1})` };
}
