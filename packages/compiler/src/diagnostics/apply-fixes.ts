import type { LocatedDiagnostic, LocatedEdit, LocatedFix } from './locate.ts';

export interface AppliedFixes {
  /** The new text of every file that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were applied. */
  readonly applied: number;
  /** Fixes that touch what an applied one touches; they may apply after another check. */
  readonly postponed: number;
}

/**
 * Applies the automatic fixes, the first of each diagnostic, in the order of the diagnostics. A fix is applied as a
 * whole or not at all; of two that touch the same text the later one is postponed. Files that `isEditable` refuses
 * stay as they are, and so does every other file that the same fix would change.
 */
export function applyAutomaticFixes(
  diagnostics: readonly LocatedDiagnostic[],
  isEditable: (path: string) => boolean,
): AppliedFixes {
  const accepted = new Map<string, LocatedEdit[]>();
  let applied = 0;
  let postponed = 0;
  for (const fix of diagnostics.flatMap(automaticFix)) {
    if (!fix.edits.every((edit) => isEditable(edit.place.source.path))) continue;
    const fresh = fix.edits.filter((edit) => !isAccepted(edit, accepted));
    if (fresh.some((edit) => touchesAccepted(edit, accepted))) postponed += 1;
    else {
      accept(fresh, accepted);
      applied += 1;
    }
  }
  const texts = new Map([...accepted].map(([path, edits]) => [path, applyEdits(edits)] as const));
  return { texts, applied, postponed };
}

function automaticFix(diagnostic: LocatedDiagnostic): readonly LocatedFix[] {
  const fix = diagnostic.fixes.find(({ kind, edits }) => kind === 'automatic' && edits.length > 0);
  return fix === undefined || overlapsItself(fix.edits) ? [] : [fix];
}

function overlapsItself(edits: readonly LocatedEdit[]): boolean {
  return edits.some((edit, index) =>
    edits.slice(index + 1).some((other) => samePath(edit, other) && overlaps(edit, other)),
  );
}

/** Two mistakes can ask for the very same edit: the second one is mended with the first. */
function isAccepted(edit: LocatedEdit, accepted: ReadonlyMap<string, readonly LocatedEdit[]>): boolean {
  return acceptedFor(edit, accepted).some(
    (other) =>
      other.place.start === edit.place.start &&
      other.place.end === edit.place.end &&
      other.newText === edit.newText,
  );
}

function touchesAccepted(edit: LocatedEdit, accepted: ReadonlyMap<string, readonly LocatedEdit[]>): boolean {
  return acceptedFor(edit, accepted).some((other) => touches(edit, other));
}

function acceptedFor(
  edit: LocatedEdit,
  accepted: ReadonlyMap<string, readonly LocatedEdit[]>,
): readonly LocatedEdit[] {
  return accepted.get(edit.place.source.path) ?? [];
}

function overlaps(left: LocatedEdit, right: LocatedEdit): boolean {
  return left.place.start < right.place.end && right.place.start < left.place.end;
}

/** Edits of two fixes that meet at a point touch: which of the two comes first would be a guess. */
function touches(left: LocatedEdit, right: LocatedEdit): boolean {
  return left.place.start <= right.place.end && right.place.start <= left.place.end;
}

function samePath(left: LocatedEdit, right: LocatedEdit): boolean {
  return left.place.source.path === right.place.source.path;
}

function accept(edits: readonly LocatedEdit[], accepted: Map<string, LocatedEdit[]>): void {
  for (const edit of edits) {
    const known = accepted.get(edit.place.source.path) ?? [];
    known.push(edit);
    accepted.set(edit.place.source.path, known);
  }
}

function applyEdits(edits: readonly LocatedEdit[]): string {
  const ordered = [...edits].sort(
    (left, right) => left.place.start - right.place.start || left.place.end - right.place.end,
  );
  let text = '';
  let from = 0;
  const source = ordered[0]?.place.source.text ?? '';
  for (const { place, newText } of ordered) {
    text += source.slice(from, place.start) + newText;
    from = place.end;
  }
  return text + source.slice(from);
}
