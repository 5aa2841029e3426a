import { displayWidth } from '../text/index.ts';
import type { Doc, FillItem } from './document.ts';
import { choice, concat, fill, group, hardLine, indent, indentWidth, softLine, space } from './document.ts';
import type { Gap, GapComment } from './gaps.ts';
import {
  border,
  commentDocs,
  gapBefore,
  lineAfterOpening,
  lineBetween,
  looksLikeDocumentation,
} from './gaps.ts';
import { lineWidth } from './page.ts';
import type { Part } from './phrases.ts';
import { spacing } from './phrases.ts';
import type { Cursor } from './pieces.ts';
import { next, previous, startsLine, take } from './pieces.ts';

/**
 * Prints a list with its brackets. A list that was on one line stays on one line where it fits; a list that was
 * across lines keeps the lines that the author gave it. Commas stand between entries of one line only.
 */
export function printList(cursor: Cursor, entries: readonly Part[]): Doc {
  const open = next(cursor);
  const close = open?.partner === undefined ? undefined : cursor.pieces[open.partner];
  const padding = open?.text === '(' ? softLine : space;
  const opening = take(cursor);
  if (open?.line !== close?.line) return printLines(cursor, opening, entries);
  if (entries.length === 0) return concat([opening, take(cursor)]);
  const docs = entries.map((entry, index) => {
    if (index > 0 && next(cursor)?.text === ',') take(cursor);
    return entry.print();
  });
  return group(
    concat([opening, indent(concat([padding, joinEntries(cursor, entries, docs)])), padding, take(cursor)]),
  );
}

/** Prints a list with its brackets and every entry on a line of its own. */
export function printEntryLines(cursor: Cursor, entries: readonly Part[]): Doc {
  const opening = take(cursor);
  const first = lineAfterOpening(gapBefore(cursor));
  const items = entries.map((entry, index): FillItem => {
    const boundary = index === 0 ? '' : printBoundary(cursor);
    return { separator: boundary === separator ? hardLine : boundary, content: entry.print() };
  });
  return closeLines(cursor, { opening, first, items });
}

/** Prints words up to an opening parenthesis, and the list that starts there. */
export function printUpToList(
  cursor: Cursor,
  entries: readonly Part[],
  layout: { readonly isCall: boolean } = { isCall: false },
): Doc {
  const docs: Doc[] = [take(cursor)];
  for (let piece = next(cursor); piece !== undefined && piece.text !== '('; piece = next(cursor)) {
    docs.push(border(cursor, spacing(previous(cursor)?.text ?? '', piece.text)), take(cursor));
  }
  docs.push(border(cursor, layout.isCall ? '' : ' '), printList(cursor, entries));
  return concat(docs);
}

/** Between two entries: a comma on one line, a new line else. */
const separator = concat([choice({ flat: ',', broken: '' }), space]);

function joinEntries(cursor: Cursor, entries: readonly Part[], docs: readonly Doc[]): Doc {
  const opensParenthesis = (entry: Part): boolean => cursor.text.charAt(entry.start) === '(';
  // Without its comma, `a` in front of `(b)` would read as a call.
  if (entries.slice(1).some(opensParenthesis)) return concat(between(', ', docs));
  if (docs.every(isWord)) return fill(docs.map((content) => ({ separator, content })));
  return concat(between(separator, docs));
}

function between(separating: Doc, docs: readonly Doc[]): Doc[] {
  return docs.flatMap((doc, index) => (index > 0 ? [separating, doc] : [doc]));
}

function isWord(doc: Doc): boolean {
  return typeof doc === 'string';
}

function printLines(cursor: Cursor, opening: Doc, entries: readonly Part[]): Doc {
  const first = lineAfterOpening(gapBefore(cursor));
  const items = entries.map((entry, index): FillItem => {
    const boundary = index === 0 ? '' : printBoundary(cursor);
    return { separator: boundary, content: entry.print() };
  });
  const isPacked = items.every(({ content }) => isWord(content)) && isTooWide(items);
  return closeLines(cursor, { opening, first, items: isPacked ? items.map(joinLine) : items });
}

/** Whether several words on a line of the author make it too wide; then all lines are filled anew. */
function isTooWide(items: readonly FillItem[]): boolean {
  let width = 0;
  for (const { separator: boundary, content } of items) {
    const goesOn = boundary === separator;
    width = (goesOn ? width + 2 : 0) + (typeof content === 'string' ? displayWidth(content) : 0);
    if (goesOn && width > lineWidth - indentWidth) return true;
  }
  return false;
}

/** An empty line or a comment between two entries stays. */
function joinLine(item: FillItem): FillItem {
  return item.separator === hardLine ? { ...item, separator } : item;
}

/** Puts the lines of a block between its brackets, with the comments in front of the closing one. */
export function closeLines(
  cursor: Cursor,
  block: { readonly opening: Doc; readonly first: Doc; readonly items: readonly FillItem[] },
): Doc {
  const { opening, first, items } = block;
  const comments = commentsBeforeClosing(cursor);
  if (items.length > 0) {
    const body = concat([first, fill(items), concat(commentDocs(comments))]);
    return concat([opening, indent(body), hardLine, take(cursor)]);
  }
  const [firstComment, ...others] = comments;
  if (firstComment === undefined) return concat([opening, take(cursor)]);
  const body = concat(commentDocs([{ ...firstComment, afterBlank: false }, ...others]));
  return concat([opening, indent(body), hardLine, take(cursor)]);
}

function commentsBeforeClosing(cursor: Cursor): readonly GapComment[] {
  const { comments } = gapBefore(cursor);
  if (next(cursor)?.text !== ',') return comments;
  take(cursor);
  return joinComments(comments, gapBefore(cursor).comments);
}

/** What separates two entries of a list across lines. */
function printBoundary(cursor: Cursor): Doc {
  const before = gapBefore(cursor);
  if (next(cursor)?.text !== ',') return startsLine(cursor) ? lineBetween(before) : separator;
  const line = previous(cursor)?.line;
  take(cursor);
  if (next(cursor)?.line === line) return next(cursor)?.text === '(' ? ', ' : separator;
  const after = gapBefore(cursor);
  if (next(cursor)?.text === '(' || wouldDocument(before, after)) {
    const above = before.comments.length === 0 ? [] : [...commentDocs(before.comments), hardLine];
    return concat([...above, ',', lineBetween(after)]);
  }
  const lineBreaks =
    after.comments.length > 0 ? after.lineBreaks : Math.max(before.lineBreaks, after.lineBreaks);
  return lineBetween({ comments: joinComments(before.comments, after.comments), lineBreaks });
}

/** The comments in front of a comma that is dropped, and those behind it. */
function joinComments(before: readonly GapComment[], after: readonly GapComment[]): readonly GapComment[] {
  return before.length === 0
    ? after
    : [...before, ...after.map((comment) => ({ ...comment, ownLine: true }))];
}

/** Without the comma between them, a comment would become documentation of the entry behind it. */
function wouldDocument(before: Gap, after: Gap): boolean {
  return before.comments.length > 0 && [...before.comments, ...after.comments].some(looksLikeDocumentation);
}
