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
  /** Folders in which nothing matters: what the command writes itself. */
  readonly ignored?: readonly string[];
}

export interface Round extends Watched {
  readonly exitCode: ExitCode;
}

export interface WatchOptions {
  /** Rounds follow one another as lines of a log; otherwise each starts on an empty screen, where there is one. */
  readonly isLog: boolean;
}

/** Does something with a program, and again whenever one of its files changes, until the process is interrupted. */
export async function watchProgram(
  io: Io,
  round: (previous: Watched | undefined) => Promise<Round>,
  { isLog }: WatchOptions = { isLog: false },
): Promise<ExitCode> {
  const watcher = createWatcher();
  let previous: Watched | undefined;
  let isAnnounced = false;
  try {
    for (;;) {
      if (io.stdout.isTerminal && !isLog) await io.stdout.write(emptyScreen);
      const start = io.now();
      previous = await round(previous);
      const folders = await foldersOf(previous);
      watcher.watchFolders(folders, previous.ignored ?? []);
      // What changed before its folder was watched is seen by its date.
      if (await isChangedBetween(start, io.now(), folders)) continue;
      if (!(isLog && isAnnounced)) await io.stderr.write('Watching for changes. Ctrl+C ends.\n');
      isAnnounced = true;
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

/** Dates that are still to come say nothing: a file that has one would start rounds without end. */
async function isChangedBetween(start: number, end: number, folders: readonly string[]): Promise<boolean> {
  const dates = await Promise.all(folders.map(datesIn));
  return dates.flat().some((date) => start < date && date <= end);
}

/** When the files of a folder that matter were changed. */
async function datesIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  const dates = names.filter(matters).map((name) =>
    stat(join(folder, name)).then(
      (found) => (found.isFile() ? found.mtimeMs : 0),
      () => 0,
    ),
  );
  return Promise.all(dates);
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
async function foldersOf({ sources, ignored = [] }: Watched): Promise<readonly string[]> {
  const { project, packs, paths } = sources;
  const own = paths.filter((path) => !isLibraryPath(path) && packOfPath(path) === undefined);
  const folders = new Set([project.root, ...own.map((path) => dirname(resolve(project.root, path)))]);
  const trees = [...(project.isDeclared ? [project.root] : []), ...packs.map(({ folder }) => folder)];
  for (const tree of trees) for (const folder of await foldersBelow(tree, ignored)) folders.add(folder);
  return [...folders];
}

async function foldersBelow(folder: string, ignored: readonly string[]): Promise<readonly string[]> {
  if (ignored.includes(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  const below = await Promise.all(inner.map(({ name }) => foldersBelow(join(folder, name), ignored)));
  return [folder, ...below.flat()];
}

interface Watcher {
  /** Watches these folders and no others; what happened since the last round counts, except to what is ignored. */
  watchFolders(folders: readonly string[], ignored: readonly string[]): void;
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
  let ignored: readonly string[] = [];
  let wake: () => void = () => {};
  const note = (folder: string, name: string | null): void => {
    if (name !== null && (!matters(name) || ignored.includes(join(folder, name)))) return;
    changes += 1;
    wake();
  };
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    watchFolders(folders, ignoredNow) {
      ignored = ignoredNow;
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
  note: (folder: string, name: string | null) => void,
  onGone: () => void,
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_, name) => note(folder, name));
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
