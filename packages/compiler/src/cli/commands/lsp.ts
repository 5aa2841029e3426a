import { spawn } from 'node:child_process';
import { findPackageFile, installHint, searchedFolders } from '../find-package.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';

const packageName = '@privacy-lang/lsp';

/**
 * Starts the language server where it is installed: beside the project, or beside this command. The compiler never
 * loads it; it only finds and starts it, and lends it its streams.
 */
export async function runLsp(io: Io, words: readonly string[]): Promise<ExitCode> {
  const server = findServer(searchedFolders(io.cwd));
  if (server === undefined) {
    await io.stderr.write(`The language server is not installed. ${installHint(packageName)}`);
    return exitCodes.environment;
  }
  const known = words.length === 0 ? ['--stdio'] : words;
  const child = spawn(process.execPath, [server, ...known], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(exitCodes.environment));
    child.on('exit', (code) => resolve(code === 0 ? exitCodes.clean : exitCodes.environment));
  });
}

/** The file that starts the server; undefined where no folder or one above it has the package. */
export function findServer(folders: readonly string[]): string | undefined {
  return findPackageFile(folders, packageName, ['bin', 'privacy-language-server.js']);
}
