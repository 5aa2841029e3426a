import type { DeclarationUnit } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import type { MessageCode } from './registry.ts';

export type Severity = 'error' | 'warning' | 'information';

/** A further place that a message points at. */
export interface RelatedLabel {
  readonly span: Span;
  /** The declaration that the span belongs to; absent: the one of the diagnostic itself. */
  readonly unit?: DeclarationUnit;
  readonly text: string;
}

/** Replaces the text of a span; an insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  /** Absent: the declaration of the diagnostic itself. */
  readonly unit?: DeclarationUnit;
  readonly newText: string;
}

/** A change that would mend the mistake. */
export interface Fix {
  /** In the imperative: `Write "GB"`. */
  readonly title: string;
  /** `automatic`: certainly what was meant; `needs-review`: the author has to look. */
  readonly kind: 'automatic' | 'needs-review';
  readonly edits: readonly TextEdit[];
}

/** One message about one mistake; its parts stay apart until a renderer puts them together. */
export interface Diagnostic {
  readonly code: MessageCode;
  readonly severity: Severity;
  /** One sentence in the present tense. */
  readonly headline: string;
  readonly because?: string;
  readonly help?: string;
  /** Where it is, relative to the declaration (or to the file, for messages about the file as a whole). */
  readonly span: Span;
  /** What the caret says. */
  readonly label?: string;
  readonly related: readonly RelatedLabel[];
  readonly fixes: readonly Fix[];
}
