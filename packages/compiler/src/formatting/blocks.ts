import type { Doc, FillItem } from './document.ts';
import { choice, concat, group, indent, space } from './document.ts';
import { gapBefore, lineAfterOpening, lineBetween } from './gaps.ts';
import { closeLines } from './lists.ts';
import type { Part } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { next, startsLine, take } from './pieces.ts';

/** One clause of a block. */
export interface Clause extends Part {
  /** Reads on where the clause before stops (`forbid contact when …`), and may stand on its line. */
  readonly continues: boolean;
}

export interface BlockLayout {
  /** Whether a block that was on one line stays there where it fits. */
  readonly mayStandOnOneLine: boolean;
  /** Whether an empty line has to stand between two clauses, which are given as they will be printed. */
  readonly needsBlank?: (above: PrintedClause, below: PrintedClause) => boolean;
}

export interface PrintedClause {
  readonly clause: Clause;
  readonly doc: Doc;
}

/** Prints clauses between braces, one on a line. */
export function printBlock(cursor: Cursor, clauses: readonly Clause[], layout: BlockLayout): Doc {
  const open = next(cursor);
  const close = open?.partner === undefined ? undefined : cursor.pieces[open.partner];
  const wasOnOneLine = open?.line === close?.line;
  const opening = take(cursor);
  if (wasOnOneLine && clauses.length === 0) return concat([opening, take(cursor)]);
  if (wasOnOneLine && layout.mayStandOnOneLine) return printOneLine(cursor, opening, clauses);
  return printLines(cursor, { opening, clauses, layout, keepsJoins: !wasOnOneLine });
}

function printOneLine(cursor: Cursor, opening: Doc, clauses: readonly Clause[]): Doc {
  const docs = clauses.flatMap((clause, index): Doc[] => {
    const gap = index === 0 ? '' : choice({ flat: clause.continues ? '' : ' ', broken: '' });
    return [gap, space, clause.print()];
  });
  return group(concat([opening, indent(concat(docs)), space, take(cursor)]));
}

interface Lines {
  readonly opening: Doc;
  readonly clauses: readonly Clause[];
  readonly layout: BlockLayout;
  /** Clauses that stand on one line stay there. */
  readonly keepsJoins: boolean;
}

function printLines(cursor: Cursor, lines: Lines): Doc {
  const first = lineAfterOpening(gapBefore(cursor));
  const items: FillItem[] = [];
  let above: PrintedClause | undefined;
  for (const clause of lines.clauses) {
    const gap = gapBefore(cursor);
    const joins = lines.keepsJoins && clause.continues && !startsLine(cursor);
    const below: PrintedClause = { clause, doc: clause.print() };
    const needsBlank = above !== undefined && lines.layout.needsBlank?.(above, below) === true;
    items.push({ separator: joins ? space : lineBetween(gap, { needsBlank }), content: below.doc });
    above = below;
  }
  return closeLines(cursor, { opening: lines.opening, first, items });
}
