import type { ProgramIndex } from '../binding/index.ts';
import type { Diagnostic, FileDiagnostic } from '../diagnostics/index.ts';
import type { DeclarationUnit, PlacedDeclaration, SourceFile } from '../syntax/index.ts';
import { withoutFollowers } from './followers.ts';
import type { UnitDiagnostic } from './queries.ts';
import { withoutSuppressed } from './suppressions.ts';

/** All messages about a program, each once, sorted by file and place, without the lints that were switched off. */
export function collectDiagnostics(index: ProgramIndex, found: readonly UnitDiagnostic[]): FileDiagnostic[] {
  const byUnit = new Map<DeclarationUnit, Diagnostic[]>();
  for (const { unit, diagnostic } of found) {
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [diagnostic]);
    else known.push(diagnostic);
  }
  return index.files.flatMap((file) => fileDiagnostics(file, byUnit));
}

function fileDiagnostics(
  file: SourceFile,
  byUnit: ReadonlyMap<DeclarationUnit, Diagnostic[]>,
): FileDiagnostic[] {
  const whole = file.diagnostics.map((diagnostic) => ({ file, unit: undefined, diagnostic }));
  const placed = file.declarations.flatMap((unit) =>
    unitDiagnostics(file, unit, byUnit.get(unit.unit) ?? []),
  );
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
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
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
