import { projectFileName } from '@privacy-lang/compiler';
import type { Connection } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Log } from './guard.ts';
import { guardNotification } from './guard.ts';
import type { Publisher } from './publisher.ts';
import type { SettingsStore } from './settings-store.ts';

interface DocumentParts {
  readonly connection: Connection;
  readonly log: Log;
  readonly workspace: Workspace;
  readonly client: ClientFeatures;
  readonly publisher: Publisher;
  readonly settings: SettingsStore;
}

/** Keeps the workspace as the editor and the disk have it. */
export function registerDocuments(parts: DocumentParts): void {
  const { connection, log, workspace, publisher } = parts;
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
  connection.onInitialized(guardNotification(log, 'starting', () => startWatching(parts)));
  connection.onShutdown(() => publisher.dispose());
}

async function startWatching({
  connection,
  log,
  client,
  workspace,
  publisher,
  settings,
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
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.privacy' }, { globPattern: `**/${projectFileName}` }],
    });
  }
  await settings.start();
}
