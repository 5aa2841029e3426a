import type { LocatedDiagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic, createDiagnosticSource, locateInSource } from '../../diagnostics/index.ts';
import type { ProjectSettings } from '../settings.ts';
import { wantedSeverity } from '../settings.ts';
import type { ResolvedPack } from './resolve-packs.ts';

export interface ReviewOptions {
  readonly packs: readonly ResolvedPack[];
  readonly projectFile: { readonly path: string; readonly text: string };
  readonly settings: ProjectSettings;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The packs of a project that are past the day by which they were to be looked at again, the project's own included. */
export function reviewPacks({
  packs,
  projectFile,
  settings,
  today,
}: ReviewOptions): readonly LocatedDiagnostic[] {
  const source = createDiagnosticSource(projectFile.path, projectFile.text);
  const own = settings.pack?.reviewBy;
  const found = packs.flatMap(({ name, reviewBy, span, route }) => {
    if (reviewBy === undefined || reviewBy >= today) return [];
    const by = route.length > 1 ? { label: `it comes with "${route[0]}"` } : {};
    return [createDiagnostic('lint/pack-review', span, { what: `The pack "${name}"`, date: reviewBy }, by)];
  });
  if (own !== undefined && own.date < today) {
    const help = 'Hold the pack beside its sources again, and state a new day.';
    found.push(createDiagnostic('lint/pack-review', own, { what: 'This pack', date: own.date }, { help }));
  }
  return found.flatMap((diagnostic) => {
    const severity = wantedSeverity(diagnostic, settings.lints);
    return severity === 'off' ? [] : [locateInSource({ ...diagnostic, severity }, source)];
  });
}
