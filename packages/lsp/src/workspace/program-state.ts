import type { CheckedProgram, FileDiagnostic, LoadedProgram, SourceFile } from '@privacy-lang/compiler';
import { checkProgramSteps, loadProgram } from '@privacy-lang/compiler';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { PositionEncoding } from '../text/positions.ts';
import type { Clock } from './clock.ts';
import { createClock } from './clock.ts';
import { createSnapshot } from './create-snapshot.ts';
import type { Environment } from './environment.ts';
import type { FileStore } from './file-store.ts';
import { createHost, earlierSources, editedSources } from './program-host.ts';
import type { ProgramSpec } from './projects.ts';

export interface ProgramContext {
  readonly environment: Environment;
  readonly store: FileStore;
  readonly encoding: PositionEncoding;
  /** What the program consists of now; undefined where nothing is left of it. */
  readonly findSpec: () => Promise<ProgramSpec | undefined>;
}

/** What may have changed: the texts of open documents, or anything. */
export type Change = 'documents' | 'anything';

/** Keeps one program up to date: it is loaded and checked anew when it is asked for and something has changed. */
export interface ProgramState {
  /** The newest snapshot that was finished; it may be older than the files are. */
  readonly latest: ProgramSnapshot | undefined;
  /** The snapshot of the files as they are; edits in the meantime make it start again. */
  current(): Promise<ProgramSnapshot | undefined>;
  /** Whether a file takes part in the program, as far as is known. */
  reads(key: string): boolean;
  invalidate(change: Change): void;
}

export function createProgramState(context: ProgramContext): ProgramState {
  const read = new Set<string>();
  let generation = 1;
  let finished = 0;
  /** The last generation in which anything may have changed. */
  let reloaded = 1;
  let latest: Version | undefined;
  let running: Promise<ProgramSnapshot | undefined> | undefined;
  const run = async (): Promise<ProgramSnapshot | undefined> => {
    for (;;) {
      const own = generation;
      const isStale = (): boolean => generation !== own;
      const attempt = await attemptProgram(context, { latest, read, isStale, reloads: reloaded > finished });
      if (attempt === 'stale') continue;
      latest = attempt;
      finished = own;
      return latest?.snapshot;
    }
  };
  return {
    get latest() {
      return latest?.snapshot;
    },
    async current() {
      if (finished === generation) return latest?.snapshot;
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    reads: (key) => read.has(key),
    invalidate(change) {
      generation += 1;
      if (change === 'anything') reloaded = generation;
    },
  };
}

/** A finished version with what it was made from. */
interface Version {
  readonly snapshot: ProgramSnapshot;
  readonly spec: ProgramSpec;
  readonly loaded: LoadedProgram;
}

interface Attempt {
  readonly latest: Version | undefined;
  readonly read: Set<string>;
  readonly isStale: () => boolean;
  readonly reloads: boolean;
}

async function attemptProgram(
  context: ProgramContext,
  attempt: Attempt,
): Promise<Version | undefined | 'stale'> {
  const { latest, isStale } = attempt;
  const spec = attempt.reloads || latest === undefined ? await context.findSpec() : latest.spec;
  if (spec === undefined) return isStale() ? 'stale' : undefined;
  const clock = createClock(context.environment);
  const loaded = await loadSources(context, spec, { ...attempt, clock });
  if (isStale()) return 'stale';
  const checked = await checkInSteps(loaded, spec, { ...attempt, clock });
  if (checked === undefined || isStale()) return 'stale';
  const previous = latest?.snapshot;
  return { snapshot: createSnapshot({ ...context, spec, loaded, checked, previous }), spec, loaded };
}

type Timed = Attempt & { readonly clock: Clock };

async function loadSources(
  context: ProgramContext,
  spec: ProgramSpec,
  { latest, read, reloads, clock }: Timed,
): Promise<LoadedProgram> {
  const parts = { ...context, spec, clock };
  const edited = reloads || latest === undefined ? undefined : await editedSources(parts, latest.snapshot);
  if (latest !== undefined && edited !== undefined) return withSources(latest.loaded, edited);
  return loadProgram({
    host: createHost(parts, read),
    packs: spec.project.packs,
    paths: spec.paths,
    modulePaths: spec.modulePaths,
    previous: await earlierSources(parts, latest?.snapshot),
  });
}

/** The same program with other versions of some files, whose messages about modules move along. */
function withSources(loaded: LoadedProgram, replaced: ReadonlyMap<SourceFile, SourceFile>): LoadedProgram {
  const moved = (found: FileDiagnostic): FileDiagnostic => {
    const file = replaced.get(found.file);
    if (file === undefined) return found;
    const unit = file.declarations.find(({ unit: own }) => own === found.unit?.unit);
    return { ...found, file, unit };
  };
  return {
    ...loaded,
    files: loaded.files.map((file) => replaced.get(file) ?? file),
    diagnostics: loaded.diagnostics.map(moved),
  };
}

/** Undefined where something changed before the end. */
async function checkInSteps(
  loaded: LoadedProgram,
  { project }: ProgramSpec,
  { latest, isStale, clock }: Timed,
): Promise<CheckedProgram | undefined> {
  const steps = checkProgramSteps({
    files: loaded.files,
    rowTexts: loaded.rowTexts,
    packs: project.packs,
    ...(project.today === undefined ? {} : { today: project.today }),
    defaultZone: project.settings.zone,
    collectsReferences: true,
    ...(latest === undefined ? {} : { previous: latest.snapshot.checked }),
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (clock.isDue()) {
      await clock.rest();
      if (isStale()) return undefined;
    }
  }
}
