/** Compares by UTF-16 code units, so that output never depends on the machine's locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A copy of `items`, sorted by the text that `key` gives. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((left, right) => compareText(key(left), key(right)));
}

/** The candidates that look like `wanted` (misspellings, other case), nearest first, at most `limit`. */
export function nearestNames(wanted: string, candidates: Iterable<string>, limit = 3): string[] {
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { name: string; distance: number }[] = [];
  for (const name of new Set(candidates)) {
    if (Math.abs(name.length - wanted.length) > bound && !isPartOf(wanted, name)) continue;
    const distance = isPartOf(wanted, name) ? bound : editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (distance <= bound) scored.push({ name, distance });
  }
  scored.sort((left, right) => left.distance - right.distance || compareText(left.name, right.name));
  return scored.slice(0, limit).map((entry) => entry.name);
}

function isPartOf(part: string, whole: string): boolean {
  return part.length >= 4 && whole.split('-').includes(part);
}

/** Edits to turn one text into the other, where swapping two neighbors counts as one edit. */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = left[row - 1] === right[column - 1] ? 0 : 1;
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + substitution,
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
