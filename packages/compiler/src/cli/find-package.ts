import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * A file of a package that is no dependency of this one, where it is installed: seen from the working directory, or from
 * beside this command. Undefined where no folder or one above it has it.
 */
export function findPackageFile(
  folders: readonly string[],
  name: string,
  path: readonly string[],
): string | undefined {
  for (const folder of folders) {
    const { resolve } = createRequire(pathToFileURL(join(folder, 'package.json')));
    try {
      const file = join(dirname(resolve(`${name}/package.json`)), ...path);
      if (existsSync(file)) return file;
    } catch {
      // Not installed here; the next folder may have it.
    }
  }
  return undefined;
}

/** The folders from which packages are looked for that users install beside this one. */
export function searchedFolders(cwd: string): readonly string[] {
  return [cwd, dirname(fileURLToPath(import.meta.url))];
}

/** How to install such a package, after a sentence that says what is missing. */
export function installHint(name: string): string {
  return (
    'Add it to the project, or to the machine:\n\n' +
    `  npm install --save-dev ${name}\n  npm install --global ${name}\n`
  );
}
