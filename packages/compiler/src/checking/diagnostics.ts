import type { Diagnostic, FileDiagnostic } from '../diagnostics/index.ts';
import { compareText } from '../support/index.ts';
import type { DeclarationUnit, PlacedDeclaration, SourceFile } from '../syntax/index.ts';
import type { FileFindings } from './check-memory.ts';
import { withoutFollowers } from './followers.ts';
import type { UnitDiagnostic } from './queries.ts';
import { withoutSuppressed } from './suppressions.ts';

/** What checking found about single declarations. */
export interface UnitFindings {
  /** The declarations about which it may differ from the version before. */
  readonly changed: ReadonlySet<DeclarationUnit>;
  about(unit: DeclarationUnit): readonly UnitDiagnostic[];
}

/**
 * All messages about each file, each once, sorted by place, without the lints that were switched off. Files about which
 * nothing changed keep those of the version before.
 */
export function* collectDiagnostics(
  files: readonly SourceFile[],
  findings: UnitFindings,
  before: ReadonlyMap<string, FileFindings> | undefined,
): Generator<void, ReadonlyMap<string, FileFindings>> {
  const collected = new Map<string, FileFindings>();
  for (const file of files) {
    const known = before?.get(file.path);
    if (known?.file === file && !file.declarations.some(({ unit }) => findings.changed.has(unit))) {
      collected.set(file.path, known);
      continue;
    }
    collected.set(file.path, { file, found: fileDiagnostics(file, findings) });
    yield;
  }
  return collected;
}

function fileDiagnostics(file: SourceFile, findings: UnitFindings): FileDiagnostic[] {
  const whole = file.diagnostics.map((diagnostic) => ({ file, unit: undefined, diagnostic }));
  const placed = file.declarations.flatMap((unit) => {
    const checked = findings.about(unit.unit).map(({ diagnostic }) => diagnostic);
    return unitDiagnostics(file, unit, checked);
  });
  return onceAFile([...whole, ...placed]);
}

/** A missing `use` is one mistake, however many names it leaves unclear. */
function onceAFile(diagnostics: readonly FileDiagnostic[]): FileDiagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ diagnostic }) => {
    if (diagnostic.code !== 'name/not-in-use') return true;
    const key = diagnostic.help ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function unitDiagnostics(
  file: SourceFile,
  placed: PlacedDeclaration,
  checked: readonly Diagnostic[],
): FileDiagnostic[] {
  const own = [...placed.unit.diagnostics, ...checked];
  if (own.length === 0 && placed.unit.comments.length === 0) return [];
  const sorted = unique(withoutFollowers(withoutSuppressed(placed.unit, own))).sort(
    (left, right) =>
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      compareText(left.code, right.code) ||
      compareText(left.headline, right.headline),
  );
  return sorted.map((diagnostic) => ({ file, unit: placed, diagnostic }));
}

/** A condition that is read for several activities may make the same message several times. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.span.start}:${diagnostic.span.end}:${diagnostic.code}:${diagnostic.headline}`;
    if (!seen.has(key)) seen.set(key, diagnostic);
  }
  return [...seen.values()];
}
