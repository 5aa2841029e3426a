import type { Fix, TextEdit } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';

/** A fix that is certainly what was meant. */
export function automaticFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, kind: 'automatic', edits };
}

/** A fix that the author has to look at. */
export function reviewedFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, kind: 'needs-review', edits };
}

/** The edit that replaces a span. */
export function replaceBy({ start, end }: Span, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** The edit that adds text at an offset. */
export function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** The edit that takes a span away. */
export function remove(span: Span): TextEdit {
  return replaceBy(span, '');
}
