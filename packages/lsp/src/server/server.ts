import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { pageUri } from '../workspace/addresses.ts';
import type { Environment } from '../workspace/environment.ts';
import { Workspace } from '../workspace/workspace.ts';
import { serverCapabilities } from './capabilities.ts';
import type { ClientFeatures } from './client-features.ts';
import { readClientFeatures } from './client-features.ts';
import type { Log } from './guard.ts';
import { Publisher } from './publisher.ts';
import { registerFeatures } from './register/index.ts';
import { createSettingsStore } from './settings-store.ts';
import { registerDocuments } from './watch-documents.ts';

/** The name under which the server introduces itself to an editor. */
export const serverName = 'privacy-language-server';

export interface ServerOptions {
  readonly connection: Connection;
  /** The machine that the server runs on; an editor in a browser brings its own files. */
  readonly createEnvironment: (connection: Connection) => Environment;
  readonly version: string;
}

/** Serves one editor until it says goodbye. */
export function startServer({ connection, createEnvironment, version }: ServerOptions): void {
  const log: Log = {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
  };
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = readClientFeatures(params);
    const environment = createEnvironment(connection);
    const { encoding, folders } = client;
    const workspace = new Workspace({ environment, encoding, folders });
    const diagnostics = diagnosticOptions(environment, client);
    const publisher = createPublisher({ connection, log, client, workspace, diagnostics });
    const settings = createSettingsStore({ connection, log, client }, params.initializationOptions);
    const { current } = settings;
    registerFeatures({ connection, log, client, diagnostics, workspace, settings: current });
    registerDocuments({ connection, log, client, workspace, publisher, settings });
    return { capabilities: serverCapabilities(client), serverInfo: { name: serverName, version } };
  });
  connection.listen();
}

function diagnosticOptions(environment: Environment, client: ClientFeatures): DiagnosticOptions {
  const canOpenPages = client.opensContent || environment.pages.folder !== undefined;
  return {
    pageOf: (code) => (canOpenPages ? pageUri(environment, code) : undefined),
    showsRelated: client.showsRelated,
  };
}

function createPublisher(parts: {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ClientFeatures;
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticOptions;
}): Publisher {
  const { connection, log, client, workspace, diagnostics } = parts;
  const refresh = createRefresh(connection, client);
  return new Publisher({
    log,
    workspace,
    diagnostics,
    send: async (uri, version, found) => {
      if (client.pullsDiagnostics) return refresh();
      const known = version === undefined ? {} : { version };
      return connection.sendDiagnostics({ uri, diagnostics: found, ...known });
    },
  });
}

/** Asks an editor that asks for diagnostics to do so again, once for everything that changes together. */
function createRefresh(connection: Connection, client: ClientFeatures): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting || !client.refreshesDiagnostics) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      connection.languages.diagnostics.refresh();
    }, 100);
  };
}
