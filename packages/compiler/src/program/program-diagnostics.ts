import type { FileDiagnostic } from '../diagnostics/index.ts';
import { compareText, isLibraryPath, packOfPath } from '../support/index.ts';
import type { LoadedProgram } from './load-program.ts';
import type { ProjectSettings } from './settings.ts';
import { applyLintLevels, isLintCode } from './settings.ts';

export interface ProgramDiagnosticsOptions {
  readonly loaded: LoadedProgram;
  /** What checking the loaded files found. */
  readonly checked: readonly FileDiagnostic[];
  readonly settings: ProjectSettings;
}

/**
 * Everything there is to say about a program, sorted by file and place: what loading and checking found, with the
 * severities that the project wants. Where both speak about one place, loading knows better, because it sees modules
 * that are not part of the program. Advice about the standard library and about packs is for their authors, and is left
 * out.
 */
export function programDiagnostics(options: ProgramDiagnosticsOptions): readonly FileDiagnostic[] {
  const { loaded, checked, settings } = options;
  const taken = new Set(loaded.diagnostics.map(placeKey));
  const all = [...loaded.diagnostics, ...checked.filter((found) => !taken.has(placeKey(found)))];
  return [...applyLintLevels(all.filter(concernsProject), settings.lints)].sort(comparePlaces);
}

function concernsProject({ file, diagnostic }: FileDiagnostic): boolean {
  if (!isLibraryPath(file.path) && packOfPath(file.path) === undefined) return true;
  return diagnostic.severity === 'error' && !isLintCode(diagnostic.code);
}

function placeKey({ file, unit, diagnostic }: FileDiagnostic): string {
  return `${file.path}:${unit?.start ?? 0}:${diagnostic.span.start}:${diagnostic.span.end}`;
}

function comparePlaces(left: FileDiagnostic, right: FileDiagnostic): number {
  return (
    compareText(left.file.path, right.file.path) ||
    startOf(left) - startOf(right) ||
    compareText(left.diagnostic.code, right.diagnostic.code)
  );
}

function startOf({ unit, diagnostic }: FileDiagnostic): number {
  return (unit?.start ?? 0) + diagnostic.span.start;
}
