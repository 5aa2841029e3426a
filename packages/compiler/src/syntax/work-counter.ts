let counted = 0;

/** Counts steps of work, so that a test can see whether work stays in proportion to the text. */
export function countSteps(count: number): void {
  counted += count;
}

/** All steps since the program started: characters and pieces looked at, places of the grammar tried. */
export function stepsCounted(): number {
  return counted;
}
