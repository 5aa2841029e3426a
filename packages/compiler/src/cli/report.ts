import { resolve } from 'node:path';
import type { DiagnosticSource, LocatedDiagnostic, LocatedSpan } from '../diagnostics/index.ts';
import {
  renderGithub,
  renderJson,
  renderJunit,
  renderSarif,
  renderTerminal,
  summarizeDiagnostics,
} from '../diagnostics/render/index.ts';
import { isLibraryPath, packOfPath } from '../program/index.ts';
import { assertNever } from '../support/index.ts';
import type { Io, Output } from './io.ts';
import { textWidth, wantsColor } from './io.ts';
import { packageVersion } from './package-files.ts';
import { pathFrom, standardInputPath } from './select-files.ts';

/** The forms in which findings are written. */
export type ReportFormat = 'terminal' | 'json' | 'sarif' | 'github' | 'junit';

export interface Report {
  readonly io: Io;
  readonly output: Output;
  readonly format: ReportFormat;
  /** The folder that the paths of the diagnostics count from. */
  readonly root: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** All files that were checked. */
  readonly files: readonly string[];
}

/** Writes findings in one of the forms. */
export async function writeReport(report: Report): Promise<void> {
  const folder = shownFrom(report.io, report.format);
  const show = (path: string): string => shownPath(path, report.root, folder);
  const shown = withPaths(report.diagnostics, show);
  await report.output.write(renderReport(report, shown, show));
}

/** Findings with their paths as seen from where the command runs. */
export function seenFromHere(
  io: Io,
  root: string,
  diagnostics: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  return withPaths(diagnostics, (path) => shownPath(path, root, io.cwd));
}

/** Writes findings for people where a command's own output is something else: to standard error. */
export async function reportToPeople(
  io: Io,
  root: string,
  diagnostics: readonly LocatedDiagnostic[],
): Promise<void> {
  await writeReport({ io, output: io.stderr, format: 'terminal', root, diagnostics, files: [] });
  const summary = summarizeDiagnostics(diagnostics);
  if (summary !== '') await io.stderr.write(`\n${summary}\n`);
}

function renderReport(
  report: Report,
  shown: readonly LocatedDiagnostic[],
  show: (path: string) => string,
): string {
  switch (report.format) {
    case 'terminal':
      return renderTerminal(shown, {
        color: wantsColor(report.io, report.output),
        width: textWidth(report.output),
      });
    case 'json':
      return renderJson(shown);
    case 'sarif':
      return renderSarif(shown, { version: packageVersion() });
    case 'github':
      return renderGithub(shown);
    case 'junit':
      return renderJunit(shown, { files: report.files.map(show) });
    default:
      return assertNever(report.format);
  }
}

/** People follow paths from where they are; GitHub follows them from the root of the checkout. */
export function shownFrom(io: Io, format: ReportFormat): string {
  const isForGithub = format === 'github' || format === 'sarif';
  return (isForGithub ? io.env['GITHUB_WORKSPACE'] : undefined) ?? io.cwd;
}

/** A path of the project as it is shown to somebody in a folder. */
export function shownPath(path: string, root: string, folder: string): string {
  const isCalledSo = isLibraryPath(path) || packOfPath(path) !== undefined || path === standardInputPath;
  return isCalledSo ? path : pathFrom(folder, resolve(root, path));
}

function withPaths(
  diagnostics: readonly LocatedDiagnostic[],
  show: (path: string) => string,
): readonly LocatedDiagnostic[] {
  const sources = new Map<DiagnosticSource, DiagnosticSource>();
  const shownSource = (source: DiagnosticSource): DiagnosticSource => {
    const known = sources.get(source) ?? { ...source, path: show(source.path) };
    sources.set(source, known);
    return known;
  };
  const shownSpan = (place: LocatedSpan): LocatedSpan => ({ ...place, source: shownSource(place.source) });
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    place: shownSpan(diagnostic.place),
    related: diagnostic.related.map((label) => ({ ...label, place: shownSpan(label.place) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, place: shownSpan(edit.place) })),
    })),
  }));
}
