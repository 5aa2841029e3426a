import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { answerFileRequests } from './browser-files.ts';
import { clientId, clientName, clientOptions, startClient } from './client.ts';

let client: LanguageClient | undefined;

/** What a page offers for work beside it; the types of browsers are not in scope here. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

/** Called by an editor in a browser: the server is a web worker, and the editor has the files. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist/bundle/server-worker.js').toString(true);
  client = new LanguageClient(clientId, clientName, clientOptions, new Worker(module));
  answerFileRequests(context, client);
  await startClient(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}
