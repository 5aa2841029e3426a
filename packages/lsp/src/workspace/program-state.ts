import type { CheckedProgram, Host, LoadedProgram, SourceFile } from '@privacy-lang/compiler';
import { checkProgramSteps, isLibraryPath, libraryScheme, loadProgram } from '@privacy-lang/compiler';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { PositionEncoding } from '../text/positions.ts';
import { pathBelow } from '../text/uris.ts';
import { addressOfPath, libraryPathOf } from './addresses.ts';
import { createSnapshot } from './create-snapshot.ts';
import type { OpenDocument } from './documents.ts';
import type { Environment } from './environment.ts';
import type { FileStore } from './file-store.ts';
import type { ProgramSpec } from './projects.ts';

/** Milliseconds of work between two turns of the event loop. */
const turnAfter = 8;

export interface ProgramContext {
  readonly environment: Environment;
  readonly store: FileStore;
  readonly encoding: PositionEncoding;
  /** What the program consists of now; undefined where nothing is left of it. */
  readonly findSpec: () => Promise<ProgramSpec | undefined>;
}

/** Keeps one program up to date: it is loaded and checked anew when it is asked for and something has changed. */
export interface ProgramState {
  /** The newest snapshot that was finished; it may be older than the files are. */
  readonly latest: ProgramSnapshot | undefined;
  /** The snapshot of the files as they are; edits in the meantime make it start again. */
  current(): Promise<ProgramSnapshot | undefined>;
  /** Whether a file takes part in the program, as far as is known. */
  reads(key: string): boolean;
  /** The files have changed. */
  invalidate(): void;
}

export function createProgramState(context: ProgramContext): ProgramState {
  const read = new Set<string>();
  let generation = 1;
  let finished = 0;
  let latest: ProgramSnapshot | undefined;
  let running: Promise<ProgramSnapshot | undefined> | undefined;
  const run = async (): Promise<ProgramSnapshot | undefined> => {
    for (;;) {
      const own = generation;
      const attempt = await attemptProgram(context, { latest, read, isStale: () => generation !== own });
      if (attempt === 'stale') continue;
      latest = attempt;
      finished = own;
      return latest;
    }
  };
  return {
    get latest() {
      return latest;
    },
    async current() {
      if (finished === generation) return latest;
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    reads: (key) => read.has(key),
    invalidate() {
      generation += 1;
    },
  };
}

interface Attempt {
  readonly latest: ProgramSnapshot | undefined;
  readonly read: Set<string>;
  readonly isStale: () => boolean;
}

async function attemptProgram(
  context: ProgramContext,
  attempt: Attempt,
): Promise<ProgramSnapshot | undefined | 'stale'> {
  const { environment, store, encoding, findSpec } = context;
  const spec = await findSpec();
  if (spec === undefined) return attempt.isStale() ? 'stale' : undefined;
  const clock = createClock(environment);
  const loaded = await loadProgram({
    host: createHost(context, spec, { clock, read: attempt.read }),
    paths: spec.paths,
    modulePaths: spec.modulePaths,
    previous: earlierSources(context, spec, attempt.latest),
  });
  if (attempt.isStale()) return 'stale';
  const checked = await checkInSteps(loaded, spec, { ...attempt, clock });
  if (checked === undefined || attempt.isStale()) return 'stale';
  return createSnapshot({
    environment,
    store,
    encoding,
    spec,
    loaded,
    checked,
    previous: attempt.latest,
  });
}

interface Clock {
  /** Gives the event loop a turn when work has gone on for a while. */
  rest(): Promise<void>;
  isDue(): boolean;
}

function createClock(environment: Environment): Clock {
  let lastTurn = environment.now();
  const isDue = (): boolean => environment.now() - lastTurn >= turnAfter;
  return {
    isDue,
    async rest() {
      if (!isDue()) return;
      await environment.turn();
      lastTurn = environment.now();
    },
  };
}

function createHost(
  { environment, store }: ProgramContext,
  { project }: ProgramSpec,
  { clock, read }: { readonly clock: Clock; readonly read: Set<string> },
): Host {
  const readLibraryFile: Host['readLibraryFile'] = async (path) => {
    await clock.rest();
    const key = addressOfPath(environment, project.root, `${libraryScheme}${path}`);
    read.add(key);
    const document = store.document(key);
    return document === undefined ? environment.library.read(path) : { kind: 'text', text: document.text };
  };
  return {
    async readFile(path) {
      if (isLibraryPath(path)) return readLibraryFile(path.slice(libraryScheme.length));
      await clock.rest();
      const key = addressOfPath(environment, project.root, path);
      read.add(key);
      return store.read(key);
    },
    readLibraryFile,
    listLibraryFiles: environment.library.list,
  };
}

/** Sources whose declarations can be taken over: those of open documents, and else those of the snapshot before. */
function earlierSources(
  { environment, store }: ProgramContext,
  { project }: ProgramSpec,
  latest: ProgramSnapshot | undefined,
): readonly SourceFile[] {
  const sources = new Map(latest?.files.map(({ source }) => [source.path, source]) ?? []);
  for (const document of store.documents()) {
    const path = libraryPathOf(environment, document.key) ?? pathBelow(project.root, document.key);
    if (path === undefined || sources.get(path)?.text === document.text) continue;
    sources.set(path, sourceAt(document, path));
  }
  return [...sources.values()];
}

function sourceAt(document: OpenDocument, path: string): SourceFile {
  return { ...document.source, path };
}

/** Undefined where something changed before the end. */
async function checkInSteps(
  loaded: LoadedProgram,
  { project }: ProgramSpec,
  { latest, isStale, clock }: Attempt & { readonly clock: Clock },
): Promise<CheckedProgram | undefined> {
  const steps = checkProgramSteps({
    files: loaded.files,
    defaultZone: project.settings.zone,
    collectsReferences: true,
    ...(latest === undefined ? {} : { previous: latest.checked }),
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
