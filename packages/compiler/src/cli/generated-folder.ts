import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { LoadFailure } from '../program/index.ts';
import { compareText } from '../support/index.ts';
import { parseJson } from './json-input/index.ts';
import { failureReason, readTextFile } from './node-host.ts';
import { replaceFile } from './write-file.ts';

/** A file that the compiler generates; the path is relative to the folder, with forward slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What would have to change, or did. */
export interface FolderChanges {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  readonly failures: readonly LoadFailure[];
}

/** Lists what the last build wrote, so that the next one removes what is no longer generated, and nothing else. */
export const manifestName = '.privacy-build.json';

/** Says what differs between a folder and what belongs there. */
export async function compareFolder(folder: string, files: readonly GeneratedFile[]): Promise<FolderChanges> {
  const owned = await readManifest(folder);
  const wanted = new Set(files.map(({ path }) => path));
  const written: string[] = [];
  const unchanged: string[] = [];
  const failures: LoadFailure[] = [];
  for (const { path, text } of files) {
    const existing = await readTextFile(join(folder, path));
    if (existing.kind === 'text' && existing.text === text) unchanged.push(path);
    else if (existing.kind === 'absent' || owned.has(path)) written.push(path);
    else
      failures.push({
        path: join(folder, path),
        reason: 'stands in the way: privacy build did not write it',
      });
  }
  const removed = [...owned].filter((path) => !wanted.has(path)).sort(compareText);
  return { written, removed, unchanged, failures };
}

/**
 * Brings a folder up to date: writes only what changed, and removes what an earlier build wrote and this one does
 * not. A file that no build wrote is never touched; where one stands in the way, nothing is written at all.
 */
export async function updateFolder(folder: string, files: readonly GeneratedFile[]): Promise<FolderChanges> {
  const changes = await compareFolder(folder, files);
  if (changes.failures.length > 0) return changes;
  const failures: LoadFailure[] = [];
  const write = async (path: string, text: string): Promise<void> => {
    const reason = await replaceFile(join(folder, path), text);
    if (reason !== undefined) failures.push({ path: join(folder, path), reason });
  };
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  // Before anything changes, the list names both old and new: after an interruption the next build knows them all.
  if (changes.written.length + changes.removed.length > 0) {
    await write(manifestName, printManifest([...texts.keys(), ...changes.removed]));
  }
  for (const path of changes.written) await write(path, texts.get(path) ?? '');
  for (const path of changes.removed) failures.push(...(await removeFile(folder, path)));
  await writeManifest(folder, [...texts.keys()], write);
  return { ...changes, failures };
}

async function writeManifest(
  folder: string,
  paths: readonly string[],
  write: (path: string, text: string) => Promise<void>,
): Promise<void> {
  const existing = await readTextFile(join(folder, manifestName));
  const text = printManifest(paths);
  if (existing.kind !== 'text' || existing.text !== text) await write(manifestName, text);
}

function printManifest(paths: readonly string[]): string {
  const sorted = [...new Set(paths)].sort(compareText);
  const about = 'Written by privacy build: the files below are its own, and change with the policies.';
  return `${JSON.stringify({ about, files: sorted }, null, 2)}\n`;
}

/** Paths that lead out of the folder are left out: whoever wrote them, a build did not. */
async function readManifest(folder: string): Promise<ReadonlySet<string>> {
  const read = await readTextFile(join(folder, manifestName));
  const value = read.kind === 'text' ? parseJson(read.text)?.value : undefined;
  const hasFiles =
    typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files);
  const paths: readonly unknown[] = hasFiles && Array.isArray(value.files) ? value.files : [];
  return new Set(paths.filter((path) => typeof path === 'string').filter((path) => isBelow(folder, path)));
}

function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, resolve(folder, path));
  return (
    inside !== '' &&
    inside.split(sep)[0] !== '..' &&
    resolve(folder, inside) === join(resolve(folder), inside)
  );
}

async function removeFile(folder: string, path: string): Promise<readonly LoadFailure[]> {
  try {
    await rm(join(folder, path), { force: true });
    await removeEmptyFolders(folder, dirname(join(folder, path)));
    return [];
  } catch (error) {
    return [{ path: join(folder, path), reason: failureReason(error) }];
  }
}

async function removeEmptyFolders(folder: string, current: string): Promise<void> {
  for (let empty = current; isBelow(folder, relative(folder, empty)); empty = dirname(empty)) {
    const entries = await readdir(empty).catch(() => undefined);
    if (entries === undefined || entries.length > 0) return;
    await rmdir(empty);
  }
}
