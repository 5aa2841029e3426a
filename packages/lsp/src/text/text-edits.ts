import type { Span } from '@privacy-lang/compiler';

/** What replaces a span of the old text. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The fewest changed lines that turn one text into another, so that cursors and marks elsewhere stay in place. */
export function changedLines(before: string, after: string): SpanEdit[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const shared = commonEnds(old, fresh);
  const oldMiddle = old.slice(shared.start, old.length - shared.end);
  const freshMiddle = fresh.slice(shared.start, fresh.length - shared.end);
  const offset = lengthOf(old.slice(0, shared.start));
  return editsBetween(oldMiddle, freshMiddle, offset);
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function commonEnds(old: readonly string[], fresh: readonly string[]): { start: number; end: number } {
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return { start, end };
}

/** Beyond so many pairs of lines the middle is replaced as a whole: comparing them all would take too long. */
const mostPairs = 4_000_000;

function editsBetween(old: readonly string[], fresh: readonly string[], offset: number): SpanEdit[] {
  if (old.length === 0 && fresh.length === 0) return [];
  if (old.length * fresh.length > mostPairs) {
    return [{ span: { start: offset, end: offset + lengthOf(old) }, newText: fresh.join('') }];
  }
  const edits: SpanEdit[] = [];
  let open: { start: number; newText: string } | undefined;
  let at = offset;
  for (const { kind, line } of lineSteps(old, fresh)) {
    if (kind === 'keep') {
      if (open !== undefined) edits.push({ span: { start: open.start, end: at }, newText: open.newText });
      open = undefined;
    } else {
      open ??= { start: at, newText: '' };
      if (kind === 'add') open.newText += line;
    }
    if (kind !== 'add') at += line.length;
  }
  if (open !== undefined) edits.push({ span: { start: open.start, end: at }, newText: open.newText });
  return edits;
}

interface LineStep {
  readonly kind: 'keep' | 'remove' | 'add';
  readonly line: string;
}

/** How the old lines become the new ones, with as many kept as possible. */
function* lineSteps(old: readonly string[], fresh: readonly string[]): Generator<LineStep> {
  const common = commonLengths(old, fresh);
  const width = fresh.length + 1;
  let left = 0;
  let right = 0;
  for (;;) {
    const oldLine = old[left];
    const freshLine = fresh[right];
    if (oldLine === undefined && freshLine === undefined) return;
    const withoutOld = common[(left + 1) * width + right] ?? 0;
    const withoutFresh = common[left * width + right + 1] ?? 0;
    if (oldLine !== undefined && oldLine === freshLine) {
      yield { kind: 'keep', line: oldLine };
      left += 1;
      right += 1;
    } else if (oldLine !== undefined && (freshLine === undefined || withoutOld >= withoutFresh)) {
      yield { kind: 'remove', line: oldLine };
      left += 1;
    } else {
      yield { kind: 'add', line: freshLine ?? '' };
      right += 1;
    }
  }
}

/** For every pair of places, how many lines can be kept from there on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = fresh.length - 1; right >= 0; right -= 1) {
      const here = left * width + right;
      common[here] =
        old[left] === fresh[right]
          ? (common[here + width + 1] ?? 0) + 1
          : Math.max(common[here + width] ?? 0, common[here + 1] ?? 0);
    }
  }
  return common;
}
