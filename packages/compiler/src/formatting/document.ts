/**
 * A small document algebra: what may be laid out in more than one way. A group stands on one line where it fits
 * and breaks all its lines where it does not; a fill breaks only where the next item no longer fits.
 */
export type Doc = string | Concat | Line | Indent | Align | Group | Choice | Fill | TrailingComment;

export interface Concat {
  readonly kind: 'concat';
  readonly parts: readonly Doc[];
  readonly breaks: boolean;
}

/** A place where a line may (`space`, `soft`) or must (`hard`, `blank`) end; in a flat group the first is one space. */
export interface Line {
  readonly kind: 'line';
  readonly mode: 'space' | 'soft' | 'hard' | 'blank';
}

/** Lines that start inside `content` stand `width` columns further right. */
export interface Indent {
  readonly kind: 'indent';
  readonly width: number;
  readonly content: Doc;
  readonly breaks: boolean;
}

/** Lines that start inside `content` stand where it starts, moved by `offset` columns. */
export interface Align {
  readonly kind: 'align';
  readonly offset: number;
  readonly content: Doc;
  readonly breaks: boolean;
}

export interface Group {
  readonly kind: 'group';
  readonly content: Doc;
  readonly breaks: boolean;
}

/** One of two texts, depending on whether the group around it is broken. */
export interface Choice {
  readonly kind: 'choice';
  readonly flat: string;
  readonly broken: string;
}

export interface Fill {
  readonly kind: 'fill';
  readonly items: readonly FillItem[];
  readonly breaks: boolean;
}

/** `separator` stands before `content`; that of the first item is not printed. */
export interface FillItem {
  readonly separator: Doc;
  readonly content: Doc;
}

/** A comment at the end of a line; it does not count when the line is measured. A line has to end after it. */
export interface TrailingComment {
  readonly kind: 'trailing-comment';
  readonly text: string;
}

export const space: Line = { kind: 'line', mode: 'space' };
export const softLine: Line = { kind: 'line', mode: 'soft' };
export const hardLine: Line = { kind: 'line', mode: 'hard' };
/** One empty line, then a new one. */
export const blankLine: Line = { kind: 'line', mode: 'blank' };
export const indentWidth = 2;

/** Puts documents side by side. */
export function concat(parts: readonly Doc[]): Doc {
  const [first] = parts;
  return parts.length === 1 && first !== undefined
    ? first
    : { kind: 'concat', parts, breaks: parts.some(mustBreak) };
}

export function indent(content: Doc, width = indentWidth): Doc {
  return { kind: 'indent', width, content, breaks: mustBreak(content) };
}

export function align(content: Doc, offset = 0): Doc {
  return { kind: 'align', offset, content, breaks: mustBreak(content) };
}

/** A group that breaks where it does not fit, where something in it has to break, or where `broken` says so. */
export function group(content: Doc, options: { readonly broken?: boolean } = {}): Doc {
  return { kind: 'group', content, breaks: options.broken === true || mustBreak(content) };
}

export function choice(texts: { readonly flat: string; readonly broken: string }): Doc {
  return { kind: 'choice', ...texts };
}

export function fill(items: readonly FillItem[]): Doc {
  const breaks = items.some(
    (item, index) => (index > 0 && mustBreak(item.separator)) || mustBreak(item.content),
  );
  return { kind: 'fill', items, breaks };
}

export function trailingComment(text: string): Doc {
  return { kind: 'trailing-comment', text };
}

/** Whether a document can never stand on one line. */
export function mustBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  switch (doc.kind) {
    case 'line':
      return doc.mode === 'hard' || doc.mode === 'blank';
    case 'trailing-comment':
      return true;
    case 'choice':
      return false;
    default:
      return doc.breaks;
  }
}
