import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';

const packageName = '@privacy-lang/lsp';

/**
 * Starts the language server where it is installed: beside the project, or beside this command. The compiler never
 * loads it; it only finds and starts it, and lends it its streams.
 */
export async function runLsp(io: Io, words: readonly string[]): Promise<ExitCode> {
  const server = findServer([io.cwd, dirname(fileURLToPath(import.meta.url))]);
  if (server === undefined) {
    await io.stderr.write(
      `The language server is not installed. Add it to the project, or to the machine:\n\n` +
        `  npm install --save-dev ${packageName}\n  npm install --global ${packageName}\n`,
    );
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
  for (const folder of folders) {
    const { resolve } = createRequire(pathToFileURL(join(folder, 'package.json')));
    try {
      const server = join(
        dirname(resolve(`${packageName}/package.json`)),
        'bin',
        'privacy-language-server.js',
      );
      if (existsSync(server)) return server;
    } catch {
      // Not installed here; the next folder may have it.
    }
  }
  return undefined;
}
