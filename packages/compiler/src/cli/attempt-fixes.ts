import type { ChosenFix } from '../diagnostics/index.ts';
import { textsAfterFixes } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import type { OpenedProgram } from './open-program.ts';
import { openProgram } from './open-program.ts';
import type { Sources } from './select-sources.ts';

/** Makes fixes of one round, which go together, and checks what comes of it. */
export type Attempt = (round: FixRound) => Promise<AttemptResult>;

export interface FixRound {
  readonly io: Io;
  readonly sources: Sources;
  /** The program that the fixes belong to. */
  readonly before: OpenedProgram;
  /** What earlier rounds changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixes: readonly ChosenFix[];
}

export interface AttemptResult {
  readonly opened: OpenedProgram;
  readonly made: readonly ChosenFix[];
  readonly undone: readonly ChosenFix[];
  /** The new texts of the files that this round changes. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Makes all of them. */
export async function applyAllAtOnce(round: FixRound): Promise<AttemptResult> {
  const texts = textsOf(round.fixes);
  return { opened: await openWith(round, texts, round.before), made: round.fixes, undone: [], texts };
}

/** Makes those that leave no file with more mistakes than it has, found by halving. */
export async function applyHarmless(round: FixRound): Promise<AttemptResult> {
  const { before, fixes } = round;
  const made: ChosenFix[] = [];
  const undone: ChosenFix[] = [];
  let opened = before;
  const consider = async (candidates: readonly ChosenFix[]): Promise<void> => {
    const tried = await openWith(round, textsOf([...made, ...candidates]), opened);
    if (!makesWorse(before, tried)) {
      made.push(...candidates);
      opened = tried;
    } else if (candidates.length === 1) undone.push(...candidates);
    else {
      const middle = Math.ceil(candidates.length / 2);
      await consider(candidates.slice(0, middle));
      await consider(candidates.slice(middle));
    }
  };
  await consider(fixes);
  return { opened, made, undone, texts: textsOf(made) };
}

/** Whether any file has more errors than before. */
export function makesWorse(before: OpenedProgram, after: OpenedProgram): boolean {
  const errorsBefore = countErrors(before);
  return [...countErrors(after)].some(([path, count]) => count > (errorsBefore.get(path) ?? 0));
}

/** The same for a fix that is offered again after texts before it have changed. */
export function fixKey({ diagnostic, fix }: ChosenFix): string {
  const edits = fix.edits.map(({ place, newText }) => [
    place.source.path,
    place.source.text.slice(place.start, place.end),
    newText,
  ]);
  return JSON.stringify([diagnostic.place.source.path, diagnostic.code, fix.title, edits]);
}

function countErrors({ diagnostics }: OpenedProgram): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, place } of diagnostics) {
    if (severity !== 'error') continue;
    counts.set(place.source.path, (counts.get(place.source.path) ?? 0) + 1);
  }
  return counts;
}

function textsOf(fixes: readonly ChosenFix[]): ReadonlyMap<string, string> {
  return textsAfterFixes(fixes.map(({ fix }) => fix));
}

function openWith(
  { io, sources, texts }: FixRound,
  changed: ReadonlyMap<string, string>,
  previous: OpenedProgram,
): Promise<OpenedProgram> {
  return openProgram({ io, sources, overlay: new Map([...texts, ...changed]), previous });
}
