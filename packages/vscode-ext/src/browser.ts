import type { ExtensionContext } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { answerFileRequests } from './browser-files.ts';
import { clientId, clientName, clientOptions, startClient } from './client.ts';

let client: LanguageClient | undefined;
let worker: ServerWorker | undefined;

/** What a page offers for work beside it; the types of browsers are not in scope here. */
type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string) => ServerWorker;
declare const Blob: new (parts: readonly Uint8Array[], options: { readonly type: string }) => object;
declare const URL: { createObjectURL(blob: object): string };

/** Called by an editor in a browser: the server is a web worker, and the editor has the files. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist/bundle/server-worker.js');
  client = new LanguageClient(clientId, clientName, () => startServer(module), clientOptions);
  answerFileRequests(context, client);
  await startClient(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
  worker?.terminate();
}

/** A new worker each time: one that has ended cannot be started again. */
async function startServer(module: Uri): Promise<MessageTransports> {
  worker?.terminate();
  worker = await startWorker(module);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Where an extension lies on another machine, editors refuse the address of its worker, but give its text. */
async function startWorker(module: Uri): Promise<ServerWorker> {
  if (/^https?$/.test(module.scheme)) return new Worker(module.toString(true));
  const text = await workspace.fs.readFile(module);
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
}
