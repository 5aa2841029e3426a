/** One line of a stream, without its line feed. */
export interface CutLine {
  /** From 1. */
  readonly number: number;
  /** Undefined where the line is longer than any value may be: what it held was not kept. */
  readonly bytes: Uint8Array | undefined;
}

/** Cuts a stream of bytes into lines; keeps only the line that is not complete yet. */
export interface LineCutter {
  push(bytes: Uint8Array): readonly CutLine[];
  /** The last line, where no line feed ended it. */
  end(): readonly CutLine[];
}

const lineFeed = 10;

export function createLineCutter(longest: number): LineCutter {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const finish = (): CutLine => {
    number += 1;
    const bytes = length > longest ? undefined : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { number, bytes };
  };
  return {
    push(bytes) {
      const cut: CutLine[] = [];
      let from = 0;
      for (let to = bytes.indexOf(lineFeed); to !== -1; to = bytes.indexOf(lineFeed, from)) {
        add(bytes.subarray(from, to));
        cut.push(finish());
        from = to + 1;
      }
      // Whoever reads may use the chunk again: what is kept is a copy.
      add(bytes.slice(from));
      return cut;
    },
    end: () => (length === 0 ? [] : [finish()]),
  };
}
