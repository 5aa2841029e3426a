import type { Dirent } from 'node:fs';
import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadResult } from '@privacy-lang/compiler';
import { keyUri, uriKey } from '../text/uris.ts';
import type { Environment, TextStore } from '../workspace/environment.ts';

/** More files than this below one folder are no project: an author may have opened a whole disk. */
const mostFiles = 20_000;

/** The disk of this machine, with the texts that come with the server. */
export function createNodeEnvironment(stores: {
  readonly library: TextStore;
  readonly pages: TextStore;
}): Environment {
  return {
    readFile: async (key) => {
      const path = diskPath(key);
      return path === undefined ? { kind: 'absent' } : readTextFile(path);
    },
    async listFiles(folder) {
      const path = diskPath(folder);
      if (path === undefined) return [];
      const found: string[] = [];
      await collectFiles(path, found);
      return found.map((file) => uriKey(pathToFileURL(file).href)).sort();
    },
    async realFolder(folder) {
      const path = diskPath(folder);
      return path === undefined ? folder : folderKey(await realpath(path).catch(() => path));
    },
    today: () => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    ...stores,
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    moment: () => new Date().toISOString(),
  };
}

function folderKey(path: string): string {
  return uriKey(pathToFileURL(path).href).replace(/\/+$/, '');
}

/** The texts of a folder on the disk. */
export function createFolderStore(folder: string): TextStore {
  const texts = new Map<string, Promise<ReadResult>>();
  let listed: Promise<readonly string[]> | undefined;
  return {
    ...(existsSync(folder) ? { folder: folderKey(folder) } : {}),
    async list() {
      listed ??= listFolder(folder);
      return listed;
    },
    async read(path) {
      const known = texts.get(path) ?? readTextFile(join(folder, path));
      texts.set(path, known);
      return known;
    },
  };
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.map((entry) => entry.replaceAll('\\', '/')).filter((entry) => /\.[a-z]+$/.test(entry));
  } catch {
    return [];
  }
}

/** Undefined for what is not on the disk, such as texts that were never saved. */
function diskPath(key: string): string | undefined {
  if (!key.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(keyUri(key));
  } catch {
    return undefined;
  }
}

async function readTextFile(path: string): Promise<ReadResult> {
  try {
    const bytes = await readFile(path);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'unreadable', reason: 'is not text in UTF-8' };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    return isAbsent ? { kind: 'absent' } : { kind: 'unreadable', reason: `cannot be read (${code})` };
  }
}

async function collectFiles(folder: string, found: string[]): Promise<void> {
  for (const entry of await readFolder(folder)) {
    if (found.length >= mostFiles) return;
    const isHidden = entry.name.startsWith('.') || entry.name === 'node_modules';
    if (isHidden) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collectFiles(path, found);
    else if (entry.name.endsWith('.privacy')) found.push(path);
  }
}

async function readFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
