/** Whole lines of a stream, to be read somewhere else. */
export interface LineBlock {
  /** The number of the first line, from 1. */
  readonly firstLine: number;
  readonly bytes: Uint8Array;
}

const lineFeed = 10;

/** The longest line in bytes. */
export const longestLine = 16 * 1024 * 1024;

/**
 * Cuts a stream at ends of lines into blocks, as it arrives. A line that is longer than any may be is cut off behind that
 * length, so that whoever reads it sees that it is; nothing but the line that is not complete yet is kept.
 */
export async function* lineBlocks(
  stream: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
): AsyncGenerator<LineBlock, void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let firstLine = 1;
  const keep = (part: Uint8Array): void => {
    if (length > longest) return;
    parts.push(part);
    length += part.length;
  };
  for await (const chunk of stream) {
    const firstEnd = chunk.indexOf(lineFeed);
    const lastEnd = chunk.lastIndexOf(lineFeed);
    if (firstEnd !== -1) {
      keep(chunk.subarray(0, firstEnd));
      parts.push(chunk.subarray(firstEnd, lastEnd + 1));
      const bytes = joined(parts);
      parts = [];
      length = 0;
      yield { firstLine, bytes };
      firstLine += countLines(chunk);
    }
    // Whoever reads may use the chunk again: what is kept is a copy.
    keep(chunk.slice(lastEnd + 1));
  }
  if (length > 0) yield { firstLine, bytes: joined(parts) };
}

/** Bytes of their own, which can be moved to a thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}
