import type {
  AuthoritiesDeclaration,
  CalendarDeclaration,
  GroupDeclaration,
  ScaleDeclaration,
  TableDeclaration,
  TaxonomyDeclaration,
  TermNode,
} from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import { printChain, printWrapped } from './chains.ts';
import type { Doc } from './document.ts';
import { concat, group, indent, space } from './document.ts';
import { expressionPart } from './expressions.ts';
import { border, borderBeforeBrace, gapBefore, lineAfterOpening } from './gaps.ts';
import { endsWith, openingBefore, printBodied, printDescribed } from './heads.ts';
import { closeLines, printEntryLines, printList } from './lists.ts';
import type { Part } from './phrases.ts';
import { printPhrase } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { next, take } from './pieces.ts';
import { printRowsInBraces } from './tables.ts';

/** `authorities law binding > sector binding > … > customer` */
export function printAuthorities(cursor: Cursor, node: AuthoritiesDeclaration): Doc {
  const word = take(cursor);
  const gap = border(cursor, ' ');
  return concat([
    word,
    gap,
    printChain(cursor, phraseParts(cursor, node.entries), { wordWidth: 2, hangs: true }),
  ]);
}

/** Prints a taxonomy with all its terms. */
export function printTaxonomy(cursor: Cursor, node: TaxonomyDeclaration): Doc {
  return printBodied(cursor, node, () => printTerms(cursor, node.terms));
}

/** `scale Separation { shared < logical < physical }` */
export function printScale(cursor: Cursor, node: ScaleDeclaration): Doc {
  return printBodied(cursor, node, () => {
    const open = next(cursor);
    const opening = take(cursor);
    const first = lineAfterOpening(gapBefore(cursor));
    const steps = printChain(cursor, phraseParts(cursor, node.steps), { wordWidth: 2, hangs: false });
    const wasOnOneLine = next(cursor)?.line === open?.line;
    if (!wasOnOneLine)
      return closeLines(cursor, { opening, first, items: [{ separator: '', content: steps }] });
    return group(concat([opening, indent(concat([space, steps])), space, take(cursor)]));
  });
}

/** Prints a group with its entries. */
export function printGroup(cursor: Cursor, node: GroupDeclaration): Doc {
  const entries = node.entries.map(({ start, end, name, period }): Part => {
    const stops = [(period ?? name).end];
    return { start, end, print: () => printWrapped(cursor, end, { stops, parts: [] }) };
  });
  return printBodied(cursor, node, () => printList(cursor, entries));
}

/** Prints a table with its rows. */
export function printTable(cursor: Cursor, node: TableDeclaration): Doc {
  const parts = node.countedBy === undefined ? [] : [expressionPart(cursor, node.countedBy)];
  return printBodied(cursor, node, () => printRowsInBraces(cursor, node.rows), parts);
}

/** Prints a calendar with its days: on one line, a day would read as one more weekday of the weekend. */
export function printCalendar(cursor: Cursor, node: CalendarDeclaration): Doc {
  return printBodied(cursor, node, () =>
    printEntryLines(cursor, phraseParts(cursor, calendarEntries(cursor))),
  );
}

/** The entries of the block that opens here: each starts with a date or with its word. */
function calendarEntries(cursor: Cursor): Span[] {
  const entries: { start: number; end: number }[] = [];
  const close = next(cursor)?.partner ?? cursor.index;
  for (const { start, end, text } of cursor.pieces.slice(cursor.index + 1, close)) {
    const last = entries.at(-1);
    if (last === undefined || startsEntry.test(text)) entries.push({ start, end });
    else if (text !== ',') last.end = end;
  }
  return entries;
}

const startsEntry = /^(?:\d{4}-\d\d-\d\d|weekend|including)$/;

function termPart(cursor: Cursor, node: TermNode): Part {
  const print = (): Doc => {
    if (!endsWith(cursor, node, '}')) return printDescribed(cursor, node.end);
    const head = printDescribed(cursor, openingBefore(cursor, node.end));
    return concat([head, borderBeforeBrace(cursor), printTerms(cursor, node.terms)]);
  };
  return { start: node.start, end: node.end, print };
}

function printTerms(cursor: Cursor, terms: readonly TermNode[]): Doc {
  return printList(
    cursor,
    terms.map((term) => termPart(cursor, term)),
  );
}

function phraseParts(cursor: Cursor, nodes: readonly Span[]): Part[] {
  return nodes.map(({ start, end }) => ({ start, end, print: () => printPhrase(cursor, end) }));
}
