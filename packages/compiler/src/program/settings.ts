import type { FileDiagnostic, MessageCode, Severity } from '../diagnostics/index.ts';

/** What privacy.json says, with what holds where it says nothing. */
export interface ProjectSettings {
  /** Patterns of source files, relative to the project file. */
  readonly sources: readonly string[];
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
}

export type ImportExtension = '.ts' | '.js';

export type LintLevel = Severity | 'off';

/** What holds without a project file. */
export const defaultSettings: ProjectSettings = {
  sources: ['**/*.privacy'],
  zone: 'UTC',
  out: undefined,
  version: undefined,
  importExtension: '.ts',
  lints: new Map(),
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
    const level = isLintCode(found.diagnostic.code) ? lints.get(found.diagnostic.code) : undefined;
    if (level === undefined) return [found];
    return level === 'off' ? [] : [{ ...found, diagnostic: { ...found.diagnostic, severity: level } }];
  });
}
