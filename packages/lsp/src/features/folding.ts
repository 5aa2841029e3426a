import type { TextPart } from '@privacy-lang/compiler';
import { tokenizeUnit } from '@privacy-lang/compiler';
import type { FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { TextSnapshot } from '../model/snapshot.ts';

/** Blocks in brackets, runs of comments, and the lines that say what a file uses. */
export function foldingRanges(text: TextSnapshot): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const comments: Lines[] = [];
  for (const { unit, start } of text.source.declarations) {
    const parts = tokenizeUnit(unit.text);
    ranges.push(...bracketRanges(text, { start, unitText: unit.text, parts }));
    for (const part of parts) {
      if (part.category !== 'comment' && part.category !== 'documentation') continue;
      if (isFirstOnLine(unit.text, part.start)) comments.push(linesOf(text, start, part));
    }
  }
  ranges.push(...runs(comments, FoldingRangeKind.Comment));
  ranges.push(...runs(useLines(text), FoldingRangeKind.Imports));
  return ranges.sort((left, right) => left.startLine - right.startLine);
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

interface UnitParts {
  readonly start: number;
  readonly unitText: string;
  readonly parts: readonly TextPart[];
}

/** The line of the closing bracket stays visible. */
function bracketRanges(text: TextSnapshot, { start, unitText, parts }: UnitParts): FoldingRange[] {
  const open: number[] = [];
  const ranges: FoldingRange[] = [];
  for (const part of parts) {
    if (part.category !== 'punctuation') continue;
    const sign = unitText.slice(part.start, part.end);
    if ('{[('.includes(sign)) open.push(part.start);
    else if ('}])'.includes(sign)) {
      const from = open.pop();
      if (from === undefined) continue;
      const { first, last } = linesOf(text, start, { start: from, end: part.start });
      if (last - first > 1) ranges.push({ startLine: first, endLine: last - 1 });
    }
  }
  return ranges;
}

function linesOf(text: TextSnapshot, start: number, span: { start: number; end: number }): Lines {
  const { toPosition } = text.positions;
  return { first: toPosition(start + span.start).line, last: toPosition(start + span.end).line };
}

function isFirstOnLine(unitText: string, offset: number): boolean {
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(unitText.slice(Math.max(0, offset - 200), offset));
}

function useLines(text: TextSnapshot): Lines[] {
  return text.source.declarations.flatMap(({ unit, start }) =>
    unit.tree.kind === 'use' ? [linesOf(text, start, unit.tree)] : [],
  );
}

/** Neighboring lines become one range. */
function runs(lines: readonly Lines[], kind: FoldingRangeKind): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let open: { first: number; last: number } | undefined;
  for (const { first, last } of [...lines, { first: Number.POSITIVE_INFINITY, last: 0 }]) {
    if (open !== undefined && first === open.last + 1) {
      open.last = last;
      continue;
    }
    if (open !== undefined && open.last > open.first) {
      ranges.push({ startLine: open.first, endLine: open.last, kind });
    }
    open = { first, last };
  }
  return ranges;
}
