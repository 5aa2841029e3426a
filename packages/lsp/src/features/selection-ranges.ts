import type { Position, SelectionRange } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { TextSnapshot } from '../model/snapshot.ts';
import { unitAt } from '../model/snapshot.ts';
import { nodesAround } from '../model/tree-path.ts';

/** For each position what to select next: the word, the condition around it, the clause, the rule, and so on. */
export function selectionRanges(text: TextSnapshot, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRange(text, text.positions.toOffset(position)));
}

function selectionRange(text: TextSnapshot, offset: number): SelectionRange {
  const whole = { start: 0, end: text.source.text.length };
  let range: SelectionRange = { range: text.positions.toRange(whole) };
  const found = unitAt(text.source, offset);
  if (found === undefined) return range;
  let last: { start: number; end: number } = { start: -1, end: -1 };
  for (const { start, end } of nodesAround(found.unit, found.offset)) {
    const isNew = start !== last.start || end !== last.end;
    const isInside = last.start === -1 || (start >= last.start && end <= last.end);
    if (!isNew || !isInside || found.offset < start || found.offset > end) continue;
    range = { range: rangeFrom(text, found.start, { start, end }), parent: range };
    last = { start, end };
  }
  return range;
}
