import type { LocatedDiagnostic, LocatedEdit, LocatedFix } from './locate.ts';

export interface AppliedFixes {
  /** The new text of every file that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were applied. */
  readonly applied: number;
  /** Fixes that touch what an applied one touches; they may apply after another check. */
  readonly postponed: number;
}

/** A fix with the message that it belongs to. */
export interface ChosenFix {
  readonly diagnostic: LocatedDiagnostic;
  readonly fix: LocatedFix;
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
  const chosen = diagnostics.flatMap((diagnostic) => {
    const fix = automaticFixOf(diagnostic);
    return fix === undefined ? [] : [{ diagnostic, fix }];
  });
  const { together, postponed } = fixesThatGoTogether(chosen, isEditable);
  const texts = textsAfterFixes(together.map(({ fix }) => fix));
  return { texts, applied: together.length, postponed };
}

/** The fix of a message that is certainly what was meant, if there is one. */
export function automaticFixOf({ fixes }: LocatedDiagnostic): LocatedFix | undefined {
  return fixes.find(({ kind, edits }) => kind === 'automatic' && edits.length > 0);
}

/**
 * Of fixes of one version of the texts, those that can be applied at once: of two that touch the same text the later
 * one is postponed, and one that would change a file that `isEditable` refuses is left out.
 */
export function fixesThatGoTogether(
  fixes: readonly ChosenFix[],
  isEditable: (path: string) => boolean,
): { readonly together: readonly ChosenFix[]; readonly postponed: number } {
  const accepted = new Map<string, LocatedEdit[]>();
  const together: ChosenFix[] = [];
  let postponed = 0;
  for (const chosen of fixes) {
    const { edits } = chosen.fix;
    if (overlapsItself(edits) || !edits.every((edit) => isEditable(edit.place.source.path))) continue;
    const fresh = edits.filter((edit) => !isAccepted(edit, accepted));
    if (fresh.some((edit) => touchesAccepted(edit, accepted))) postponed += 1;
    else {
      accept(fresh, accepted);
      together.push(chosen);
    }
  }
  return { together, postponed };
}

/** The new texts, by path, after fixes that go together; those that ask for the very same edit make it once. */
export function textsAfterFixes(fixes: readonly LocatedFix[]): ReadonlyMap<string, string> {
  const accepted = new Map<string, LocatedEdit[]>();
  for (const { edits } of fixes) {
    accept(
      edits.filter((edit) => !isAccepted(edit, accepted)),
      accepted,
    );
  }
  return new Map([...accepted].map(([path, edits]) => [path, applyEdits(edits)] as const));
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
