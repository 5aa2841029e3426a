/** The only part in which two versions of a text differ: the same start, and where it ends in either. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Two changes, one after the other, as one. */
export function joinChanges(first: TextChange, second: TextChange): TextChange {
  const between = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: first.oldEnd + between - first.newEnd,
    newEnd: second.newEnd + between - second.oldEnd,
  };
}
