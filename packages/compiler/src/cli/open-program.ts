import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CheckedProgram } from '../checking/index.ts';
import { checkProgramSteps, isSuppressed } from '../checking/index.ts';
import type { FileDiagnostic, LocatedDiagnostic } from '../diagnostics/index.ts';
import { createDiagnosticLocator } from '../diagnostics/index.ts';
import type { LoadedProgram } from '../program/index.ts';
import {
  applyLintLevels,
  loadProgram,
  programDiagnostics,
  projectFileName,
  reviewPacks,
} from '../program/index.ts';
import { compareText } from '../support/index.ts';
import { datedFindings } from './dated-findings.ts';
import type { Io } from './io.ts';
import { createNodeHost } from './node-host.ts';
import type { Progress } from './progress.ts';
import { startProgress } from './progress.ts';
import type { Sources } from './select-sources.ts';

/** A program that was loaded and checked. */
export interface OpenedProgram {
  readonly loaded: LoadedProgram;
  readonly checked: CheckedProgram;
  /** About all files of the program, not only those that the command was asked about. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly hasErrors: boolean;
}

export interface OpenOptions {
  readonly io: Io;
  readonly sources: Sources;
  /** Texts that stand in for files, by path. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** The program as it was before the overlay. */
  readonly previous?: OpenedProgram;
  /** The day (`YYYY-MM-DD`) as of which is checked; absent: that of the machine's clock. */
  readonly day?: string;
}

/** Loads and checks what a command was asked about. */
export async function openProgram(options: OpenOptions): Promise<OpenedProgram> {
  const { io, sources, previous } = options;
  const progress = startProgress(io);
  try {
    const overlay = new Map([...sources.overlay, ...(options.overlay ?? [])]);
    let count = 0;
    const loaded = await loadProgram({
      host: createNodeHost({ root: sources.project.root, overlay, packages: sources.packages }),
      packs: sources.packs,
      paths: sources.paths,
      modulePaths: sources.modulePaths,
      previous: previous?.loaded.files ?? [],
      onFile: () => {
        count += 1;
        progress.show(`Reading ${count} of ${sources.paths.length + sources.modulePaths.length} files`);
      },
    });
    const checked = await checkInSteps(loaded, options, progress);
    const settings = sources.project.settings;
    const found = programDiagnostics({ loaded, checked: checked.diagnostics, settings });
    const dated = datedDiagnostics(checked, options);
    const locate = createDiagnosticLocator(loaded.files);
    const diagnostics = [...packReviews(options), ...inOrder([...found, ...dated]).map(locate)];
    return {
      loaded,
      checked,
      diagnostics,
      hasErrors: diagnostics.some(({ severity }) => severity === 'error'),
    };
  } finally {
    progress.stop();
  }
}

/** Gives the process a turn now and then, so that it can be interrupted and shows how far it is. */
async function checkInSteps(
  loaded: LoadedProgram,
  { io, sources, previous, day }: OpenOptions,
  progress: Progress,
): Promise<CheckedProgram> {
  const steps = checkProgramSteps({
    files: loaded.files,
    rowTexts: loaded.rowTexts,
    defaultZone: sources.project.settings.zone,
    packs: sources.packs,
    today: day ?? todayOf(io),
    ...(previous === undefined ? {} : { previous: previous.checked }),
  });
  const total = loaded.files.reduce((sum, file) => sum + file.declarations.length, 0);
  let lastTurn = io.now();
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (io.now() - lastTurn < turnAfter) continue;
    progress.show(`Checking ${Math.min(count, total)} of ${total} declarations`);
    await setImmediate();
    lastTurn = io.now();
  }
}

/** By file and place. */
function inOrder(found: readonly FileDiagnostic[]): readonly FileDiagnostic[] {
  const startOf = ({ unit, diagnostic }: FileDiagnostic): number =>
    (unit?.start ?? 0) + diagnostic.span.start;
  return [...found].sort(
    (left, right) => compareText(left.file.path, right.file.path) || startOf(left) - startOf(right),
  );
}

/** What has run out on the day, where there is a program to ask. */
function datedDiagnostics(
  { program, hasErrors }: CheckedProgram,
  { io, sources, day }: OpenOptions,
): readonly FileDiagnostic[] {
  if (hasErrors) return [];
  const found = datedFindings({ program, day: day ?? todayOf(io), isAsked: day !== undefined }).filter(
    ({ unit, diagnostic }) => unit === undefined || !isSuppressed(unit.unit, diagnostic),
  );
  return applyLintLevels(found, sources.project.settings.lints);
}

/** Packs that are past the day of their review. */
function packReviews({ io, day, sources: { project, packs } }: OpenOptions): readonly LocatedDiagnostic[] {
  const projectFile = { path: projectFileName, text: project.text };
  return reviewPacks({ packs, projectFile, settings: project.settings, today: day ?? todayOf(io) });
}

/** The day of the machine's clock, in UTC: reviews are due on a day, wherever their authors are. */
export function todayOf(io: Io): string {
  return new Date(io.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Milliseconds of work between two turns. */
const turnAfter = 50;

/** Where a file of the program is on the disk. */
export function diskPath(sources: Sources, path: string): string {
  return resolve(sources.project.root, path);
}
