import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { failureReason } from './node-host.ts';

/** Undefined where it was written, else what is in the way, in words that complete a sentence about the path. */
export type WriteFailure = string | undefined;

/**
 * Writes a text file so that it is at no time half written: an interruption leaves the old text or the new one. What
 * stands behind a link is replaced, not the link, and permissions stay.
 */
export async function replaceFile(path: string, text: string): Promise<WriteFailure> {
  try {
    await makeFolder(dirname(path));
    const target = await realpath(path).catch(() => path);
    const mode = await stat(target).then(
      (found) => found.mode % 0o10000,
      () => undefined,
    );
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      await writeFile(temporary, text);
      if (mode !== undefined) await chmod(temporary, mode);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? 'cannot be written: its folder cannot be made there'
      : failureReason(error);
  }
}

/** Makes a folder with those above it. Node's own way never ends where a system refuses to make folders, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
