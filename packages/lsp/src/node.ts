import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createFolderStore, createNodeEnvironment } from './environments/node-environment.ts';
import { serverName, startServer } from './server/server.ts';
import type { TextStore } from './workspace/environment.ts';

export { createTextStore } from './workspace/environment.ts';

/** The texts that a bundled server brings along; without them, they are read from the installed compiler. */
export interface BundledTexts {
  readonly library: TextStore;
  readonly pages: TextStore;
  readonly version: string;
}

const usage = `Usage: ${serverName} --stdio | --node-ipc | --socket=PORT

Speaks the Language Server Protocol with an editor. Editors start it; people do not need to.

  --version  prints the version
  --help     prints this
`;

/** Runs the server as the words of the command line say; the connection itself is read from them, too. */
export function runServer(words: readonly string[], bundled?: BundledTexts): void {
  const { version, ...stores } = bundled ?? installedTexts();
  if (words.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const hasConnection = words.some((word) => /^--(?:stdio|node-ipc|socket=\d+|pipe=.+)$/.test(word));
  if (!hasConnection) {
    const isAsked = words.includes('--help');
    (isAsked ? process.stdout : process.stderr).write(usage);
    process.exitCode = isAsked ? 0 : 2;
    return;
  }
  startServer({
    connection: createConnection(ProposedFeatures.all),
    createEnvironment: () => createNodeEnvironment(stores),
    version,
  });
}

function installedTexts(): BundledTexts {
  const compiler = new URL('./', import.meta.resolve('@privacy-lang/compiler/package.json'));
  const shippedPages = new URL('docs/diagnostics/', compiler);
  // In a checkout that was not built yet the pages are where they are written.
  const pages = existsSync(shippedPages) ? shippedPages : new URL('../../docs/diagnostics/', compiler);
  return {
    library: createFolderStore(fileURLToPath(new URL('library/', compiler))),
    pages: createFolderStore(fileURLToPath(pages)),
    version: ownVersion(),
  };
}

function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const description: unknown = JSON.parse(text);
  const isComplete = typeof description === 'object' && description !== null && 'version' in description;
  return isComplete ? String(description.version) : 'unknown';
}
