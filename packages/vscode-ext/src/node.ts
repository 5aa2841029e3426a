import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions, startClient } from './client.ts';

let client: LanguageClient | undefined;

/** Called by the editor on a desktop or a remote machine: the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist/bundle/server-node.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(clientId, clientName, { run, debug }, clientOptions);
  await startClient(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}
