import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { LoadFailure } from '../program/index.ts';

/** The word that stands for standard input among paths. */
export const standardInput = '-';

/** How standard input is called in messages. */
export const standardInputPath = '<stdin>';

export interface SelectedFiles {
  /** Absolute paths, sorted; standard input is not among them. */
  readonly files: readonly string[];
  readonly hasStandardInput: boolean;
  /** Words that lead to no file. */
  readonly failures: readonly LoadFailure[];
}

/** Turns words of the command line into files: files as they are, folders with everything below, patterns. */
export async function selectFiles(words: readonly string[], cwd: string): Promise<SelectedFiles> {
  const files = new Set<string>();
  const failures: LoadFailure[] = [];
  for (const word of words.filter((each) => each !== standardInput)) {
    const found = await selectWord(word, cwd);
    if (typeof found === 'string') failures.push({ path: word, reason: found });
    else for (const file of found) files.add(file);
  }
  return { files: [...files].sort(), hasStandardInput: words.includes(standardInput), failures };
}

/** The files of a folder that match the patterns of a project file; a pattern may be the name of a folder. */
export async function findSources(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  const found = await search(root, patterns, true);
  return found.filter((file) => file.endsWith('.privacy'));
}

/** A path seen from a folder, with forward slashes. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

async function selectWord(word: string, cwd: string): Promise<readonly string[] | string> {
  const kind = await kindOf(resolve(cwd, word));
  if (kind === 'file') return [resolve(cwd, word)];
  if (kind === 'folder') {
    const found = await search(resolve(cwd, word), ['**/*.privacy'], false);
    return found.length === 0 ? 'has no files that end in ".privacy"' : found;
  }
  if (!isDynamicPattern(word)) return 'does not exist';
  const found = await search(cwd, [word.split(sep).join('/')], false);
  return found.length === 0 ? 'matches no files' : found;
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Hidden files and folders and installed packages are left out. */
async function search(
  cwd: string,
  patterns: readonly string[],
  expandDirectories: boolean,
): Promise<readonly string[]> {
  const found = await glob([...patterns], {
    cwd,
    expandDirectories,
    absolute: true,
    dot: false,
    onlyFiles: true,
    ignore: ['**/node_modules/**'],
  });
  return found.map((path) => resolve(path)).sort();
}
