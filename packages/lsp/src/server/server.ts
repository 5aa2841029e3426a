import { projectFileName } from '@privacy-lang/compiler';
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { pageUri } from '../workspace/addresses.ts';
import type { Environment } from '../workspace/environment.ts';
import { Workspace } from '../workspace/workspace.ts';
import { serverCapabilities } from './capabilities.ts';
import type { ClientFeatures } from './client-features.ts';
import { readClientFeatures } from './client-features.ts';
import type { Log } from './guard.ts';
import { guardNotification } from './guard.ts';
import { Publisher } from './publisher.ts';
import { registerFeatures } from './register-features.ts';

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
    const publisher = createPublisher({ connection, log, workspace, diagnostics });
    registerFeatures({ connection, log, client, diagnostics, workspace: () => workspace });
    registerDocuments({ connection, log, client, workspace, publisher });
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

interface ServerParts {
  readonly connection: Connection;
  readonly log: Log;
  readonly workspace: Workspace;
}

function createPublisher(parts: ServerParts & { readonly diagnostics: DiagnosticOptions }): Publisher {
  const { connection, log, workspace, diagnostics } = parts;
  return new Publisher({
    log,
    workspace,
    diagnostics,
    send: (uri, version, found) =>
      connection.sendDiagnostics({ uri, diagnostics: found, ...(version === undefined ? {} : { version }) }),
  });
}

interface DocumentParts extends ServerParts {
  readonly client: ClientFeatures;
  readonly publisher: Publisher;
}

/** Keeps the workspace as the editor and the disk have it. */
function registerDocuments({ connection, log, client, workspace, publisher }: DocumentParts): void {
  connection.onDidOpenTextDocument(
    guardNotification(log, 'opening a document', ({ textDocument }) =>
      publisher.documentChanged(workspace.open(textDocument)),
    ),
  );
  connection.onDidChangeTextDocument(
    guardNotification(log, 'changing a document', async ({ textDocument, contentChanges }) => {
      const { uri, version } = textDocument;
      const document = workspace.change(uri, { version, changes: contentChanges });
      if (document !== undefined) await publisher.documentChanged(document);
    }),
  );
  connection.onDidCloseTextDocument(
    guardNotification(log, 'closing a document', ({ textDocument }) => {
      workspace.close(textDocument.uri);
      return publisher.documentClosed();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardNotification(log, 'changes on the disk', ({ changes }) => {
      workspace.filesChanged(
        changes.map(({ uri, type }) => ({ uri, isListed: type !== FileChangeType.Changed })),
      );
      publisher.scheduleAll();
    }),
  );
  connection.onInitialized(
    guardNotification(log, 'starting', () =>
      watchWorkspace({ connection, log, client, workspace, publisher }),
    ),
  );
  connection.onShutdown(() => publisher.dispose());
}

async function watchWorkspace({
  connection,
  log,
  client,
  workspace,
  publisher,
}: DocumentParts): Promise<void> {
  if (client.tellsFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(
      guardNotification(log, 'changing folders', ({ added, removed }) => {
        workspace.changeFolders({
          added: added.map(({ uri }) => uri),
          removed: removed.map(({ uri }) => uri),
        });
        publisher.scheduleAll();
      }),
    );
  }
  if (!client.registersWatchers) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.privacy' }, { globPattern: `**/${projectFileName}` }],
  });
}
