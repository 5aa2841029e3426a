import type { DeclarationUnit, PlacedDeclaration, SourceFile } from './source-file.ts';

/** What of an earlier version of a file can stand in the new one. */
export interface UnitReuse {
  /** The unchanged declarations at the beginning. */
  readonly before: readonly PlacedDeclaration[];
  /** Where the first declaration stands that has to be looked at. */
  readonly start: number;
  /** All declarations from an offset on, where the earlier version had one and nothing changed behind it. */
  restFrom(start: number): readonly PlacedDeclaration[] | undefined;
  /** The unit of an earlier declaration with the same text; each is given away once. */
  unitFor(start: number, end: number): DeclarationUnit | undefined;
}

/** The part of a text that is new: everything before it is as it was, everything behind it has only moved. */
export interface ChangedPart {
  readonly start: number;
  /** Where it ended in the earlier version. */
  readonly oldEnd: number;
}

/** Compares a text with an earlier version, declaration by declaration from both ends, or trusts what is said about it. */
export function startReuse(text: string, previous: SourceFile | undefined, changed?: ChangedPart): UnitReuse {
  const earlier = previous?.declarations ?? [];
  const shift = text.length - (previous?.text.length ?? 0);
  const known = changed === undefined ? undefined : unchangedAround(earlier, changed);
  const before = known?.before ?? unchangedBefore(text, earlier);
  const behind = known?.behind ?? unchangedBehind(text, earlier, before, shift);
  const replaced = byText(earlier.slice(before, behind));
  const last = earlier[before - 1];
  return {
    before: earlier.slice(0, before),
    start: last === undefined ? 0 : last.start + last.unit.text.length,
    restFrom(start) {
      const index = indexAt(earlier, start - shift);
      if (index < behind) return undefined;
      const rest = earlier.slice(index);
      return shift === 0 ? rest : rest.map(({ start: at, unit }) => ({ start: at + shift, unit }));
    },
    unitFor: (start, end) => (replaced.size === 0 ? undefined : replaced.get(text.slice(start, end))?.pop()),
  };
}

/** The same, where it is known which part of the text changed. */
function unchangedAround(
  earlier: readonly PlacedDeclaration[],
  { start, oldEnd }: ChangedPart,
): { readonly before: number; readonly behind: number } {
  // A declaration that ends where the change begins may go on in it; two more depend on what follows them.
  const before = Math.max(0, firstFrom(earlier, start) - 3);
  return { before, behind: Math.max(before, firstFrom(earlier, oldEnd)) };
}

/** The index of the first declaration that starts at an offset or behind it. */
function firstFrom(placed: readonly PlacedDeclaration[], offset: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many declarations at the beginning are unchanged. Where one ends depends on what follows it, so it counts only
 * if the two behind it are unchanged as well.
 */
function unchangedBefore(text: string, earlier: readonly PlacedDeclaration[]): number {
  let count = 0;
  for (const { start, unit } of earlier) {
    if (!text.startsWith(unit.text, start)) break;
    count += 1;
  }
  return Math.max(0, count - 2);
}

/** The first of the declarations behind which nothing changed. */
function unchangedBehind(
  text: string,
  earlier: readonly PlacedDeclaration[],
  from: number,
  shift: number,
): number {
  let index = earlier.length;
  while (index > from) {
    const placed = earlier[index - 1];
    if (
      placed === undefined ||
      placed.start + shift < 0 ||
      !text.startsWith(placed.unit.text, placed.start + shift)
    )
      break;
    index -= 1;
  }
  return index;
}

/** The index of the declaration that starts at an offset, or -1. */
function indexAt(placed: readonly PlacedDeclaration[], start: number): number {
  let low = 0;
  let high = placed.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = placed[middle]?.start ?? 0;
    if (found === start) return middle;
    if (found < start) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function byText(placed: readonly PlacedDeclaration[]): Map<string, DeclarationUnit[]> {
  const found = new Map<string, DeclarationUnit[]>();
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const unit = placed[index]?.unit;
    if (unit === undefined) continue;
    const same = found.get(unit.text);
    if (same === undefined) found.set(unit.text, [unit]);
    else same.push(unit);
  }
  return found;
}
