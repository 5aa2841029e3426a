/** The candidate that looks most like a text (misspellings, other case), if any does. */
export function nearestName(wanted: string, candidates: Iterable<string>): string | undefined {
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | undefined;
  let least = bound + 1;
  for (const name of candidates) {
    const isPart = wanted.length >= 4 && name.split('-').includes(wanted);
    if (!isPart && Math.abs(name.length - wanted.length) > bound) continue;
    const distance = isPart ? bound : editDistance(wanted.toLowerCase(), name.toLowerCase());
    const isNearer = distance < least || (distance === least && nearest !== undefined && name < nearest);
    if (distance <= bound && isNearer) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Edits to turn one text into the other, where swapping two neighbors counts as one edit. */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const moved = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : moved;
      current.push(Math.min(replaced, moved, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
