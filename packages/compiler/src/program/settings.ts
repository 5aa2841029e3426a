import type { FileDiagnostic, MessageCode, Severity } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';

/** What privacy.json says, with what holds where it says nothing. */
export interface ProjectSettings {
  /** Patterns of source files, relative to the project file. */
  readonly sources: readonly string[];
  /** The packs whose policies and vocabulary belong to the project, in the order of the file. */
  readonly packs: readonly PackReference[];
  /** The time zone of policies and vocabularies that state none. */
  readonly zone: string;
  /** The folder for generated code, relative to the project file; undefined: to be named when building. */
  readonly out: string | undefined;
  /** The version of the policies, which compiled code states; undefined: none is stated. */
  readonly version: string | undefined;
  /** How imports end in generated code. */
  readonly importExtension: ImportExtension;
  /** Lints that do not have the severity that they are born with. */
  readonly lints: ReadonlyMap<MessageCode, LintLevel>;
  /** Present: the project is itself a pack. */
  readonly pack: PackSettings | undefined;
}

/** Where a project file names a pack. */
export interface PackReference {
  /** As the package is called. */
  readonly name: string;
  readonly span: Span;
  /** The versions that will do, as npm writes them; absent: whichever is installed. */
  readonly range?: string;
  readonly rangeSpan?: Span;
}

/** What a pack says about itself; its name and version stand in package.json. */
export interface PackSettings {
  /** Where the word `pack` stands. */
  readonly span: Span;
  readonly title?: string;
  /** The day (`YYYY-MM-DD`) by which its authors want to have looked at it again. */
  readonly reviewBy?: Span & { readonly date: string };
}

export type ImportExtension = '.ts' | '.js';

export type LintLevel = Severity | 'off';

/** What holds without a project file. */
export const defaultSettings: ProjectSettings = {
  sources: ['**/*.privacy'],
  packs: [],
  zone: 'UTC',
  out: undefined,
  version: undefined,
  importExtension: '.ts',
  lints: new Map(),
  pack: undefined,
};

/** Whether the severity of a message can be set. */
export function isLintCode(code: string): boolean {
  return code.startsWith('lint/');
}

/** Gives lints the severities that the project wants, and leaves out those that are off. */
export function applyLintLevels(
  diagnostics: readonly FileDiagnostic[],
  lints: ProjectSettings['lints'],
): readonly FileDiagnostic[] {
  if (lints.size === 0) return diagnostics;
  return diagnostics.flatMap((found) => {
    const severity = wantedSeverity(found.diagnostic, lints);
    return severity === 'off' ? [] : [{ ...found, diagnostic: { ...found.diagnostic, severity } }];
  });
}

/** The severity that a message has in a project. */
export function wantedSeverity(
  { code, severity }: { readonly code: MessageCode; readonly severity: Severity },
  lints: ProjectSettings['lints'],
): LintLevel {
  return (isLintCode(code) ? lints.get(code) : undefined) ?? severity;
}
