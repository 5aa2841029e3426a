import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PackageHost } from '../program/index.ts';
import { readTextFile } from './node-host.ts';
import { findSources, pathFrom } from './select-files.ts';

const installed = 'node_modules';

/** The packages that npm installed for a project, and the workspaces that it linked. */
export async function createNodePackages(root: string): Promise<PackageHost> {
  return {
    projectFolder: await realpath(root).catch(() => root),
    async findPackage(name, from) {
      for (const folder of installedFolders(from)) {
        const found = await realFolder(join(folder, name));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async listPackages(from) {
      const names = await Promise.all(installedFolders(from).map(packagesIn));
      return [...new Set(names.flat())];
    },
    readPackageFile: (folder, path) => readTextFile(join(folder, path)),
    async findSources(folder, patterns) {
      const files = await findSources(folder, patterns);
      return files.map((file) => pathFrom(folder, file));
    },
  };
}

/** The folders of installed packages that a folder sees, from the nearest one upward. */
function installedFolders(from: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    if (basename(folder) !== installed) folders.push(join(folder, installed));
    if (dirname(folder) === folder) return folders;
  }
}

/** The folder itself, where links lead to; undefined where there is none. */
async function realFolder(path: string): Promise<string | undefined> {
  try {
    const found = await realpath(path);
    return (await stat(found)).isDirectory() ? found : undefined;
  } catch {
    return undefined;
  }
}

async function packagesIn(folder: string): Promise<readonly string[]> {
  const names = await entriesOf(folder);
  const scoped = names.filter((name) => name.startsWith('@'));
  const inScopes = await Promise.all(
    scoped.map(async (scope) => (await entriesOf(join(folder, scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !/^[@.]/.test(name)), ...inScopes.flat()];
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
