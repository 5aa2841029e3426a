import type { LocatedDiagnostic } from '../../diagnostics/index.ts';
import { createDiagnosticSource, locateInSource } from '../../diagnostics/index.ts';
import { packOfPath } from '../../support/index.ts';
import type { ResolvedPacks } from './resolve-packs.ts';

/**
 * What is wrong with the packs of a project, for editors that show it beside the project file: what stands in the file
 * of a pack is shown where the project names the pack, or the one by way of which it comes.
 */
export function placedInProject(
  { packs, diagnostics }: ResolvedPacks,
  projectFile: { readonly path: string; readonly text: string },
): readonly LocatedDiagnostic[] {
  const source = createDiagnosticSource(projectFile.path, projectFile.text);
  return diagnostics.map((diagnostic) => {
    const name = packOfPath(diagnostic.place.source.path);
    const span = packs.find((pack) => pack.name === name)?.span;
    if (name === undefined || span === undefined) return diagnostic;
    const { place: _, ...parts } = diagnostic;
    return locateInSource({ ...parts, span, related: [], fixes: [] }, source);
  });
}
