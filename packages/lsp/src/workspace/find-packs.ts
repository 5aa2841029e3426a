import type { LocatedDiagnostic, ReviewOptions } from '@privacy-lang/compiler';
import { placedInProject, resolvePacks, reviewPacks } from '@privacy-lang/compiler';
import type { Project } from './projects.ts';

export interface FindPacksOptions extends Pick<Project, 'packages' | 'settings' | 'today'> {
  readonly projectFile: ReviewOptions['projectFile'];
}

/** The packs of a project, with what is wrong about them at the places where the project names them. */
export async function findPacks(
  options: FindPacksOptions,
): Promise<Pick<Project, 'packs'> & { readonly diagnostics: readonly LocatedDiagnostic[] }> {
  const { projectFile, today } = options;
  const resolved = await resolvePacks(options);
  const reviews = today === undefined ? [] : reviewPacks({ ...options, packs: resolved.packs, today });
  return { packs: resolved.packs, diagnostics: [...placedInProject(resolved, projectFile), ...reviews] };
}
