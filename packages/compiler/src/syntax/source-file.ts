import type { Diagnostic } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';
import type { Declaration } from './tree-declarations.ts';

/** A comment that is not documentation; the span is relative to its declaration. */
export interface Comment extends Span {
  readonly text: string;
  /** Nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/**
 * The text of one declaration with all white space and comments up to the next one, and its tree. It knows
 * nothing of where it stands, so that it is shared between versions of a file for as long as its text is the same.
 */
export interface DeclarationUnit {
  readonly text: string;
  readonly tree: Declaration;
  readonly comments: readonly Comment[];
  /** Text that belongs to no node because it could not be read. */
  readonly skipped: readonly Span[];
  /** What the lexer and the parser found; places are relative to this unit. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A unit at its place in one version of a file. */
export interface PlacedDeclaration {
  readonly start: number;
  readonly unit: DeclarationUnit;
}

/** One version of one file: its declarations in order cover all of its text. */
export interface SourceFile {
  /** The path relative to the project, with forward slashes: `policies/uk.privacy`. */
  readonly path: string;
  readonly text: string;
  readonly declarations: readonly PlacedDeclaration[];
  /** What was found about the file as a whole (size, characters). */
  readonly diagnostics: readonly Diagnostic[];
}
