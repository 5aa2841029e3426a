import type { ChosenFix, LocatedDiagnostic, LocatedFix } from '../diagnostics/index.ts';
import { automaticFixOf, fixesThatGoTogether } from '../diagnostics/index.ts';
import type { LoadFailure } from '../program/index.ts';
import type { Attempt } from './attempt-fixes.ts';
import { applyAllAtOnce, applyHarmless, fixKey, makesWorse } from './attempt-fixes.ts';
import type { Io } from './io.ts';
import type { OpenedProgram } from './open-program.ts';
import { diskPath } from './open-program.ts';
import type { Sources } from './select-sources.ts';
import { replaceFile } from './write-file.ts';

export interface FixOptions {
  readonly io: Io;
  readonly sources: Sources;
  readonly opened: OpenedProgram;
  /** Which fix of a message is made; absent: the one that is certainly meant. */
  readonly choose?: (diagnostic: LocatedDiagnostic) => LocatedFix | undefined;
}

/** What fixes would change; nothing is written yet. */
export interface FixPlan {
  /** The program after the fixes. */
  readonly opened: OpenedProgram;
  /** In the order in which they were made. */
  readonly made: readonly ChosenFix[];
  /** Fixes that were taken back, because they would have made further mistakes. */
  readonly undone: readonly ChosenFix[];
  /** The new texts of the files that change, by path, sorted. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface FixResult {
  readonly opened: OpenedProgram;
  readonly fixed: number;
  /** The files that were changed, sorted. */
  readonly files: readonly string[];
  readonly failures: readonly LoadFailure[];
}

/** Applies automatic fixes to the selected files until none is left, and writes the files once at the end. */
export async function fixProgram(options: FixOptions): Promise<FixResult> {
  const { opened, made, texts } = await planFixes(options);
  const failures = await writeFixes(options.sources, texts);
  return { opened, fixed: made.length, files: [...texts.keys()], failures };
}

/**
 * Makes fixes to the selected files in memory until none is left. No file ends up with more mistakes than it had: where
 * all fixes together would do that, they are tried one by one and those that do harm are left out.
 */
export async function planFixes(options: FixOptions): Promise<FixPlan> {
  const quick = await fixInRounds(options, applyAllAtOnce);
  return makesWorse(options.opened, quick.opened) ? fixInRounds(options, applyHarmless) : quick;
}

/** Writes the new texts of files on the disk; that of standard input is left to the command. */
export async function writeFixes(
  sources: Sources,
  texts: ReadonlyMap<string, string>,
): Promise<readonly LoadFailure[]> {
  const failures: LoadFailure[] = [];
  for (const [path, text] of texts) {
    if (sources.overlay.has(path)) continue;
    const reason = await replaceFile(diskPath(sources, path), text);
    if (reason !== undefined) failures.push({ path, reason });
  }
  return failures;
}

/** One fix can make room for another; where they would chase each other for ever, this many rounds are enough. */
const mostRounds = 10;

async function fixInRounds(options: FixOptions, attempt: Attempt): Promise<FixPlan> {
  const { io, sources } = options;
  const isEditable = (path: string): boolean => sources.selected.has(path);
  const texts = new Map<string, string>();
  const made: ChosenFix[] = [];
  const undone = new Map<string, ChosenFix>();
  let current = options.opened;
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = chosenFixes(current, options).filter((chosen) => !undone.has(fixKey(chosen)));
    const { together } = fixesThatGoTogether(wanted, isEditable);
    if (together.length === 0) break;
    const result = await attempt({ io, sources, before: current, texts, fixes: together });
    for (const [path, text] of result.texts) texts.set(path, text);
    for (const chosen of result.undone) undone.set(fixKey(chosen), chosen);
    made.push(...result.made);
    current = result.opened;
  }
  const sorted = new Map([...texts].sort(([left], [right]) => (left < right ? -1 : 1)));
  return { opened: current, made, undone: [...undone.values()], texts: sorted };
}

function chosenFixes(
  { diagnostics }: OpenedProgram,
  { sources, choose = automaticFixOf }: FixOptions,
): readonly ChosenFix[] {
  return diagnostics.flatMap((diagnostic) => {
    const fix = sources.selected.has(diagnostic.place.source.path) ? choose(diagnostic) : undefined;
    return fix === undefined || fix.edits.length === 0 ? [] : [{ diagnostic, fix }];
  });
}
