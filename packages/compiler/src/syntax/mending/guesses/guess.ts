import type { Fix } from '../../../diagnostics/index.ts';
import type { Span } from '../../../text/index.ts';
import type { Mending } from '../mending.ts';

/** Recognizes one kind of mistake where a piece cannot stand; mends and reports it, or leaves everything as it is. */
export type Guess = (mending: Mending) => boolean;

/** A fix that is certainly what was meant. */
export function automaticFix(title: string, ...edits: Fix['edits'][number][]): Fix {
  return { title, kind: 'automatic', edits };
}

/** A fix that the author has to look at. */
export function reviewedFix(title: string, ...edits: Fix['edits'][number][]): Fix {
  return { title, kind: 'needs-review', edits };
}

/** The edit that adds text at an offset. */
export function insertAt(offset: number, newText: string): { readonly span: Span; readonly newText: string } {
  return { span: { start: offset, end: offset }, newText };
}
