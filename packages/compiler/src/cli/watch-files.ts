import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectFileName } from '../program/index.ts';
import { isLibraryPath, packOfPath } from '../support/index.ts';
import type { ExitCode, Io } from './io.ts';
import { exitCodes } from './io.ts';
import { failureReason } from './node-host.ts';
import type { OpenedProgram } from './open-program.ts';
import { reportProblem } from './report-problem.ts';
import type { Sources } from './select-sources.ts';

/** What a round worked on: the next one starts from it. */
export interface Watched {
  readonly sources: Sources;
  /** Absent where it could not be opened. */
  readonly opened?: OpenedProgram;
}

export interface Round extends Watched {
  readonly exitCode: ExitCode;
}

/**
 * Does something with a program, and again whenever one of its files changes, until the process is interrupted. On a
 * terminal each round starts on an empty screen.
 */
export async function watchProgram(
  io: Io,
  round: (previous: Watched | undefined) => Promise<Round>,
): Promise<ExitCode> {
  const watcher = createWatcher();
  let previous: Watched | undefined;
  try {
    for (;;) {
      if (io.stdout.isTerminal) await io.stdout.write(emptyScreen);
      const start = io.now();
      previous = await round(previous);
      watcher.watchFolders(await foldersOf(previous.sources));
      // What changed before its folder was watched is seen by its date.
      if (await isChangedSince(start, previous.sources)) continue;
      await io.stderr.write('Watching for changes. Ctrl+C ends.\n');
      await watcher.changed();
    }
  } catch (error) {
    if (!(error instanceof WatchFailure)) throw error;
    await reportProblem(io, `${error.folder} ${error.message}`);
    return exitCodes.environment;
  } finally {
    watcher.close();
  }
}

async function isChangedSince(start: number, { project, paths }: Sources): Promise<boolean> {
  const own = paths.filter((path) => !isLibraryPath(path) && packOfPath(path) === undefined);
  const dates = await Promise.all(
    own.map((path) =>
      stat(resolve(project.root, path)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return dates.some((date) => date > start);
}

const emptyScreen = '\u001B[2J\u001B[3J\u001B[H';

/** The system refuses to watch a folder; the message completes a sentence about it. */
class WatchFailure extends Error {
  override readonly name = 'WatchFailure';
  readonly folder: string;
  constructor(folder: string, reason: string) {
    super(reason);
    this.folder = folder;
  }
}

/**
 * The folders in which something can change that matters: of a project all but hidden ones and installed packages, so
 * that new files are noticed, and those of its packs.
 */
async function foldersOf({ project, packs, paths }: Sources): Promise<readonly string[]> {
  const own = paths.filter((path) => !isLibraryPath(path) && packOfPath(path) === undefined);
  const folders = new Set([project.root, ...own.map((path) => dirname(resolve(project.root, path)))]);
  const trees = [...(project.isDeclared ? [project.root] : []), ...packs.map(({ folder }) => folder)];
  for (const tree of trees) for (const folder of await foldersBelow(tree)) folders.add(folder);
  return [...folders];
}

async function foldersBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  const below = await Promise.all(inner.map(({ name }) => foldersBelow(join(folder, name))));
  return [folder, ...below.flat()];
}

interface Watcher {
  /** Watches these folders and no others; what happened since the last round counts. */
  watchFolders(folders: readonly string[]): void;
  /** Resolves once something has changed and nothing changes any more. */
  changed(): Promise<void>;
  close(): void;
}

/** Milliseconds without a change after which a change counts as complete: editors write in several steps. */
const quiet = 60;

function createWatcher(): Watcher {
  const watchers = new Map<string, FSWatcher>();
  let changes = 0;
  let seen = 0;
  let wake: () => void = () => {};
  const note = (name: string | null): void => {
    if (name !== null && !matters(name)) return;
    changes += 1;
    wake();
  };
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    watchFolders(folders) {
      const wanted = new Set(folders);
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        // A folder that goes away is a change of the one above it.
        const started = startWatching(folder, note, () => close(folder));
        if (started !== undefined) watchers.set(folder, started);
      }
    },
    async changed() {
      if (changes === seen) await new Promise<void>((resolveWait) => (wake = resolveWait));
      do {
        seen = changes;
        await setTimeout(quiet);
      } while (seen !== changes);
    },
    close: () => [...watchers.keys()].forEach(close),
  };
}

/** Undefined where the folder is gone already. */
function startWatching(
  folder: string,
  note: (name: string | null) => void,
  onGone: () => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_, name) => note(name));
    watcher.on('error', onGone);
    return watcher;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new WatchFailure(folder, failureReason(error));
  }
}

/** Sources, their tables of rows, project files and folders, which have no dot in their names. */
function matters(name: string): boolean {
  return (
    /\.(?:privacy|csv)$/i.test(name) ||
    name === projectFileName ||
    name === 'package.json' ||
    !name.includes('.')
  );
}
