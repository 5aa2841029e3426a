import type { Doc } from './document.ts';
import { blankLine, concat, hardLine, indent, trailingComment } from './document.ts';
import type { Cursor } from './pieces.ts';
import { next, previous } from './pieces.ts';

/** What stands between two pieces: white space and comments, documentation among them. */
export interface Gap {
  readonly comments: readonly GapComment[];
  /** The line breaks behind the last comment. */
  readonly lineBreaks: number;
}

export interface GapComment {
  readonly text: string;
  /** Nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
  /** An empty line stands before it. */
  readonly afterBlank: boolean;
}

/** Reads a gap; what follows a line break, or the start of a file, stands on a line of its own. */
export function readGap(text: string, start: number, end: number, atFileStart = false): Gap {
  const comments: GapComment[] = [];
  let lineBreaks = 0;
  let freshLine = atFileStart;
  let offset = start;
  while (offset < end) {
    const code = text.charCodeAt(offset);
    if (code === slash) {
      const commentEnd = endOfLine(text, offset, end);
      const written = text.slice(offset, commentEnd).trimEnd();
      comments.push({ text: written, ownLine: freshLine, afterBlank: lineBreaks > 1 });
      lineBreaks = 0;
      offset = commentEnd;
      continue;
    }
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed)) {
      lineBreaks += 1;
      freshLine = true;
    }
    offset += 1;
  }
  return { comments, lineBreaks };
}

/** The gap before the next piece. */
export function gapBefore(cursor: Cursor): Gap {
  const start = previous(cursor)?.end ?? 0;
  return readGap(cursor.text, start, next(cursor)?.start ?? cursor.text.length, cursor.index === 0);
}

/** What stands between two pieces of one clause: `whenEmpty`, or comments, after which the clause goes on indented. */
export function border(cursor: Cursor, whenEmpty: Doc): Doc {
  const gap = gapBefore(cursor);
  return gap.comments.length === 0 ? whenEmpty : indent(concat([...commentDocs(gap.comments), hardLine]));
}

/** What stands between a head and its opening brace: a space, or comments, after which the brace starts a line. */
export function borderBeforeBrace(cursor: Cursor): Doc {
  const { comments } = gapBefore(cursor);
  return comments.length === 0 ? ' ' : concat([...commentDocs(comments), hardLine]);
}

/** Ends the line of what stands before a gap, prints the comments in it, and starts the line of what follows. */
export function lineBetween(gap: Gap, options: { readonly needsBlank?: boolean } = {}): Doc {
  const { comments } = gap;
  const hasBlank = gap.lineBreaks > 1 || comments.some(({ ownLine, afterBlank }) => ownLine && afterBlank);
  let isDue = options.needsBlank === true && !hasBlank;
  const parts: Doc[] = [];
  for (const comment of comments) {
    if (!comment.ownLine) {
      parts.push(trailingComment(comment.text));
      continue;
    }
    parts.push(comment.afterBlank || isDue ? blankLine : hardLine, comment.text);
    isDue = false;
  }
  parts.push(gap.lineBreaks > 1 || isDue ? blankLine : hardLine);
  return concat(parts);
}

/** The line behind an opening bracket: no empty line follows it. */
export function lineAfterOpening(gap: Gap): Doc {
  const firstOwn = gap.comments.findIndex(({ ownLine }) => ownLine);
  const comments = gap.comments.map((comment, index) =>
    index === firstOwn ? { ...comment, afterBlank: false } : comment,
  );
  return lineBetween({ comments, lineBreaks: firstOwn === -1 ? 1 : gap.lineBreaks });
}

/** The comments of a gap, without the line break behind the last. */
export function commentDocs(comments: readonly GapComment[]): Doc[] {
  return comments.flatMap((comment): Doc[] =>
    comment.ownLine
      ? [comment.afterBlank ? blankLine : hardLine, comment.text]
      : [trailingComment(comment.text)],
  );
}

/** Whether a comment would be documentation if it stood on a line of its own. */
export function looksLikeDocumentation(comment: GapComment): boolean {
  return /^\/\/\/(?!\/)/.test(comment.text);
}

function endOfLine(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== carriageReturn)
    end += 1;
  return end;
}

const slash = 47;
const lineFeed = 10;
const carriageReturn = 13;
