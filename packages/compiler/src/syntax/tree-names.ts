import type { Span } from '../text/index.ts';

/** What every part of the tree has: its kind and its span, relative to the start of its declaration. */
export interface TreeNode<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** One word. `text` is empty where the source leaves the name out; then `missing` is set. */
export interface Name extends TreeNode<'name'> {
  readonly text: string;
  /** Written in back-ticks. */
  readonly quoted?: true;
  readonly missing?: true;
}

/** Words joined by dots: `us.tcpa.calling-hours`. */
export interface DottedName extends TreeNode<'dotted-name'> {
  readonly segments: readonly Name[];
  /** The segments joined by dots. */
  readonly text: string;
}

/** What an expectation or a `given` names: `customer.consents[2].recorded-at`, `us.tcpa.*`. */
export interface Reference extends TreeNode<'reference'> {
  readonly segments: readonly Name[];
  /** The reference as written, without white space. */
  readonly text: string;
}

/** A quoted text, decoded. */
export interface TextNode extends TreeNode<'text'> {
  readonly value: string;
  readonly missing?: true;
}

/** `<https://…>`, without the angle brackets. */
export interface UrlNode extends TreeNode<'url'> {
  readonly value: string;
}

/** `2026-08-11`; `value` is that text. */
export interface DateNode extends TreeNode<'date'> {
  readonly value: string;
  readonly missing?: true;
}

/** Lines of documentation (`///`) joined by line feeds, without the slashes. */
export interface Documentation extends TreeNode<'documentation'> {
  readonly text: string;
}

/** `from D`, `since D`, `through D`, `until D` in any sensible combination. */
export interface Period extends TreeNode<'period'> {
  readonly from?: DateNode;
  /** Included. */
  readonly through?: DateNode;
  /** Excluded. */
  readonly until?: DateNode;
}
