import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadFailure } from '../program/index.ts';
import type { RegisterFile } from '../register/index.ts';
import { registerFileNames, registerMark } from '../register/index.ts';
import { failureReason, readTextFile } from './node-host.ts';
import { replaceFile } from './write-file.ts';

/** What differs between a folder and the register that belongs there; paths are relative to the folder. */
export interface RegisterChanges {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files in the way that are no part of a register. */
  readonly failures: readonly LoadFailure[];
}

/** Says what would have to change; files are known as parts of a register by their mark. */
export async function compareRegister(
  folder: string,
  files: readonly RegisterFile[],
): Promise<RegisterChanges> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const written: string[] = [];
  const removed: string[] = [];
  const failures: LoadFailure[] = [];
  for (const path of registerFileNames) {
    const wanted = texts.get(path);
    const found = await readTextFile(join(folder, path));
    const isOurs = found.kind === 'text' && found.text.slice(0, headLength).includes(registerMark);
    if (wanted === undefined) {
      if (isOurs) removed.push(path);
    } else if (found.kind === 'absent' || (isOurs && found.text !== wanted)) written.push(path);
    else if (!isOurs) {
      failures.push({ path: join(folder, path), reason: 'stands in the way: privacy docs did not write it' });
    }
  }
  return { written, removed, failures };
}

/** The mark stands near the top. */
const headLength = 1000;

/** Brings the folder up to date, unless something is in the way; a file that is no part of a register is never touched. */
export async function updateRegister(
  folder: string,
  files: readonly RegisterFile[],
): Promise<RegisterChanges> {
  const changes = await compareRegister(folder, files);
  if (changes.failures.length > 0) return changes;
  const failures: LoadFailure[] = [];
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const path of changes.written) {
    const reason = await replaceFile(join(folder, path), texts.get(path) ?? '');
    if (reason !== undefined) failures.push({ path: join(folder, path), reason });
  }
  for (const path of changes.removed) {
    try {
      await rm(join(folder, path), { force: true });
    } catch (error) {
      failures.push({ path: join(folder, path), reason: failureReason(error) });
    }
  }
  return { ...changes, failures };
}
