import type { PackageHost } from '@privacy-lang/compiler';
import { baseName, joinKey, parentKey, pathBelow } from '../text/uris.ts';
import type { OpenDocument } from './documents.ts';
import type { Environment } from './environment.ts';
import { sourceMatcher } from './source-matcher.ts';

const installed = 'node_modules';

export interface PackageOptions {
  readonly environment: Environment;
  /** The key of the folder of the project. */
  readonly root: string;
  readonly document: (key: string) => OpenDocument | undefined;
}

/**
 * The packages that are installed for a project. They are looked up afresh each time: editors do not watch the folders
 * of installed packages.
 */
export function createPackages({ environment, root, document }: PackageOptions): PackageHost {
  const read: PackageHost['readPackageFile'] = async (folder, path) => {
    const key = joinKey(folder, path);
    const open = document(key);
    return open === undefined ? environment.readFile(key) : { kind: 'text', text: open.text };
  };
  return {
    projectFolder: root,
    async findPackage(name, from) {
      for (const folder of installedFolders(from)) {
        const found = joinKey(folder, name);
        const description = await environment.readFile(joinKey(found, 'package.json'));
        if (description.kind !== 'absent') return (await environment.realFolder?.(found)) ?? found;
      }
      return undefined;
    },
    // Near names are for the command line: an editor would list thousands of packages at every letter.
    listPackages: async () => [],
    readPackageFile: read,
    async findSources(folder, patterns) {
      const keys = await environment.listFiles(folder);
      return keys.flatMap((key) => pathBelow(folder, key) ?? []).filter(sourceMatcher(patterns));
    },
  };
}

/** The folders of installed packages that a folder sees, from the nearest one upward. */
function installedFolders(from: string): readonly string[] {
  const folders: string[] = [];
  for (let folder: string | undefined = from; folder !== undefined; folder = parentKey(folder)) {
    if (baseName(folder) !== installed) folders.push(joinKey(folder, installed));
  }
  return folders;
}
