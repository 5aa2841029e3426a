import type { TextChange } from './text-change.ts';

/** The offsets at which the lines of a text start; LF, CRLF and lone CR all end a line. */
export function lineStartsOf(text: string): Uint32Array {
  return Uint32Array.from([0, ...startsBetween(text, 0, text.length)]);
}

/** The starts of a changed text; only the lines around the change are looked at. */
export function editLineStarts(starts: Uint32Array, text: string, change: TextChange): Uint32Array {
  const shift = change.newEnd - change.oldEnd;
  // A line break next to the change may become part of another one, or fall apart.
  const first = lineAt(starts, Math.max(0, change.start - 1));
  const last = lineAt(starts, change.oldEnd) + 1;
  const from = starts[first] ?? 0;
  const to = last < starts.length ? (starts[last] ?? 0) + shift : text.length;
  const middle = startsBetween(text, from, to).filter((start) => start < to || last >= starts.length);
  const behind = starts.subarray(last).map((start) => start + shift);
  const result = new Uint32Array(first + 1 + middle.length + behind.length);
  result.set(starts.subarray(0, first + 1));
  result.set(middle, first + 1);
  result.set(behind, first + 1 + middle.length);
  return result;
}

/** The line that an offset is in, from 0. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The starts of lines whose line breaks stand in a part of a text. */
function startsBetween(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let offset = from; offset < to; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}
