import type { DiffLine } from './diff-lines.ts';
import { diffLines } from './diff-lines.ts';

/** A changed file as `diff -u` shows it. */
export interface DiffOptions {
  /** How the file is called before and after, without `a/` and `b/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Lines around a change that stay the same; 3 where nothing is said. */
  readonly context?: number;
}

/** The differences between two texts in the form that `git apply` and `patch` take; empty where there are none. */
export function unifiedDiff({ path, before, after, context = 3 }: DiffOptions): string {
  const lines = diffLines(linesOf(before), linesOf(after));
  const hunks = cutHunks(lines, context);
  if (hunks.length === 0) return '';
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks.map(renderHunk)].join('');
}

/** Lines keep their ends, so that a missing one at the end of the file is a difference. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

interface Hunk {
  /** Lines before the hunk, in either text. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

function cutHunks(lines: readonly DiffLine[], context: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const changed = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  let position = 0;
  let oldStart = 0;
  let newStart = 0;
  for (const [from, to] of joinRanges(changed, context, lines.length)) {
    for (; position < from; position += 1) {
      oldStart += 1;
      newStart += 1;
    }
    const part = lines.slice(from, to);
    hunks.push({ oldStart, newStart, lines: part });
    oldStart += part.filter(({ kind }) => kind !== 'added').length;
    newStart += part.filter(({ kind }) => kind !== 'removed').length;
    position = to;
  }
  return hunks;
}

/** Ranges of lines around changes; those that meet become one. */
function joinRanges(
  changed: readonly number[],
  context: number,
  total: number,
): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const from = Math.max(0, index - context);
    const to = Math.min(total, index + context + 1);
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

const signs = { same: ' ', removed: '-', added: '+' } as const;

function renderHunk({ oldStart, newStart, lines }: Hunk): string {
  const oldCount = lines.filter(({ kind }) => kind !== 'added').length;
  const newCount = lines.filter(({ kind }) => kind !== 'removed').length;
  const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
  const head = `@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@\n`;
  const body = lines.map(({ kind, text }) =>
    text.endsWith('\n') ? `${signs[kind]}${text}` : `${signs[kind]}${text}\n\\ No newline at end of file\n`,
  );
  return head + body.join('');
}
