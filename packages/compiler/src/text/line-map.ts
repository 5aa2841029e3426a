/** A place that a person can find: both numbers count from 1, columns in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Converts between offsets and lines of one text. */
export interface LineMap {
  readonly lineCount: number;
  /** The position of an offset; offsets outside the text are clamped. */
  positionAt(offset: number): LinePosition;
  /** The offset at which a line (from 1) starts. */
  lineStart(line: number): number;
  /** The text of a line (from 1), without its line break. */
  lineText(line: number): string;
}

/** Indexes the lines of a text; LF, CRLF and lone CR all end a line. */
export function createLineMap(text: string): LineMap {
  const starts = lineStarts(text);
  const clampLine = (line: number): number => Math.max(1, Math.min(line, starts.length));
  const lineStart = (line: number): number => starts[clampLine(line) - 1] ?? 0;
  return {
    lineCount: starts.length,
    lineStart,
    positionAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBefore(starts, clamped) + 1;
      return { line, column: clamped - lineStart(line) + 1 };
    },
    lineText(line) {
      const end = clampLine(line) < starts.length ? lineStart(clampLine(line) + 1) : text.length;
      return text.slice(lineStart(line), end).replace(/[\r\n]+$/, '');
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
