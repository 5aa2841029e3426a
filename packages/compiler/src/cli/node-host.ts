import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Host, PackageHost, ReadResult } from '../program/index.ts';
import { libraryFolder } from './package-files.ts';

export interface NodeHostOptions {
  /** The folder that the paths of the project count from. */
  readonly root: string;
  /** Texts that stand in for files, by path: standard input, or fixes that are not written yet. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Absent: the files of packs cannot be read. */
  readonly packages?: PackageHost;
}

/** Reads projects from the disk, and the standard library from the installed package. */
export function createNodeHost({ root, overlay, packages }: NodeHostOptions): Host {
  return {
    ...(packages === undefined ? {} : { packages }),
    async readFile(path) {
      const text = overlay?.get(path);
      return text === undefined ? readTextFile(resolve(root, path)) : { kind: 'text', text };
    },
    readLibraryFile: (path) => readTextFile(join(libraryFolder(), path)),
    listLibraryFiles,
  };
}

/** Reads a file as UTF-8; a byte order mark is left out. */
export async function readTextFile(path: string): Promise<ReadResult> {
  try {
    return decodeText(await readFile(path));
  } catch (error) {
    return errorCode(error) === 'ENOENT'
      ? { kind: 'absent' }
      : { kind: 'unreadable', reason: failureReason(error) };
  }
}

export function decodeText(bytes: Uint8Array): ReadResult {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'is not text in UTF-8' };
  }
}

/** Says what the system refused in words that complete a sentence about a path. */
export function failureReason(error: unknown): string {
  const code = errorCode(error);
  return (code === undefined ? undefined : reasons.get(code)) ?? `cannot be used (${code ?? String(error)})`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['EACCES', 'may not be accessed'],
  ['EPERM', 'may not be changed'],
  ['EISDIR', 'is a folder'],
  ['ENOTDIR', 'is below something that is not a folder'],
  ['EEXIST', 'is below something that is not a folder'],
  ['EROFS', 'is on a disk that cannot be written'],
  ['ENOSPC', 'does not fit on the disk'],
  ['EMFILE', 'cannot be opened, because too many files are open'],
  ['ELOOP', 'is a link that leads in a circle'],
  ['ENAMETOOLONG', 'has a name that is too long'],
]);

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

async function listLibraryFiles(): Promise<readonly string[]> {
  try {
    const entries = await readdir(libraryFolder(), { recursive: true });
    return entries.filter((entry) => entry.endsWith('.privacy')).map((entry) => entry.replaceAll('\\', '/'));
  } catch {
    return [];
  }
}
