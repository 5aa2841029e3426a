import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientEnvironment } from './environments/client-environment.ts';
import { startServer } from './server/server.ts';
import type { TextStore } from './workspace/environment.ts';

export { createTextStore } from './workspace/environment.ts';

/** The port of a worker, as the reader wants it. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Runs the server in a web worker; the editor in the page is asked for files. */
export function runWorkerServer(options: {
  readonly scope: WorkerScope;
  readonly library: TextStore;
  readonly pages: TextStore;
  readonly version: string;
}): void {
  const { scope, version, ...stores } = options;
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  startServer({
    connection,
    createEnvironment: (editor) => createClientEnvironment(editor, stores),
    version,
  });
}
