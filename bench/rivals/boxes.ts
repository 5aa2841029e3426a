import type { Box } from './bounds.ts';

/** Boxes as numbers in one array, eight to a box, so that a box is one line of the cache. */
export function createBoxes(boxes: readonly Box[]): Float64Array {
  const numbers = new Float64Array(boxes.length * 8);
  for (const [index, box] of boxes.entries()) {
    const { minimumAge, maximumAge, firstHour, lastHour, badHour, maximumAttempts } = box;
    numbers.set([maximumAttempts, minimumAge, maximumAge, firstHour, lastHour, badHour], index * 8);
  }
  return numbers;
}

/** Whether the numbers of a request lie in a box. */
export function isInBox(
  boxes: Float64Array,
  box: number,
  age: number,
  hour: number,
  attempts: number,
): boolean {
  const at = box * 8;
  // Positions are below the length, and the array holds numbers.
  return (
    attempts <= (boxes[at] as number) &&
    age >= (boxes[at + 1] as number) &&
    age <= (boxes[at + 2] as number) &&
    hour >= (boxes[at + 3] as number) &&
    hour <= (boxes[at + 4] as number) &&
    hour !== boxes[at + 5]
  );
}
