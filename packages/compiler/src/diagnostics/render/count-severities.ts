import type { LocatedDiagnostic } from '../locate.ts';

export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly remarks: number;
}

export function countSeverities(diagnostics: readonly LocatedDiagnostic[]): SeverityCounts {
  const count = (severity: LocatedDiagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), remarks: count('information') };
}
