import { applyAutomaticFixes } from '../diagnostics/index.ts';
import type { LoadFailure } from '../program/index.ts';
import type { Io } from './io.ts';
import type { OpenedProgram } from './open-program.ts';
import { diskPath, openProgram } from './open-program.ts';
import type { Sources } from './select-sources.ts';
import { replaceFile } from './write-file.ts';

export interface FixOptions {
  readonly io: Io;
  readonly sources: Sources;
  readonly opened: OpenedProgram;
}

export interface FixResult {
  /** The program after the fixes. */
  readonly opened: OpenedProgram;
  readonly fixed: number;
  /** The files that were changed, sorted. */
  readonly files: readonly string[];
  readonly failures: readonly LoadFailure[];
}

/** One fix can make room for another; where they would chase each other for ever, this many rounds are enough. */
const mostRounds = 10;

/** Applies automatic fixes to the selected files until none is left, and writes the files once at the end. */
export async function fixProgram({ io, sources, opened }: FixOptions): Promise<FixResult> {
  const isEditable = (path: string): boolean => sources.selected.has(path) && !sources.overlay.has(path);
  const texts = new Map<string, string>();
  let current = opened;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = current.diagnostics.filter(({ place }) => isEditable(place.source.path));
    const fixes = applyAutomaticFixes(wanted, isEditable);
    if (fixes.applied === 0) break;
    for (const [path, text] of fixes.texts) texts.set(path, text);
    fixed += fixes.applied;
    current = await openProgram({ io, sources, overlay: texts, previous: current });
  }
  const failures: LoadFailure[] = [];
  for (const [path, text] of texts) {
    const reason = await replaceFile(diskPath(sources, path), text);
    if (reason !== undefined) failures.push({ path, reason });
  }
  return { opened: current, fixed, files: [...texts.keys()].sort(), failures };
}
