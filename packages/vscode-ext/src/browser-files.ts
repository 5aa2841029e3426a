import { listFilesRequest, readFileRequest } from '@privacy-lang/lsp';
import type { ExtensionContext } from 'vscode';
import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More files than this are no project. */
const mostFiles = 20_000;

/** Gives the server the files of the workspace, which it cannot read by itself in a browser. */
export function answerFileRequests(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client.onRequest(readFileRequest, async ({ uri }: { readonly uri: string }) => readText(Uri.parse(uri))),
    client.onRequest(listFilesRequest, async ({ uri }: { readonly uri: string }) =>
      listFiles(Uri.parse(uri)),
    ),
  );
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function listFiles(folder: Uri): Promise<string[]> {
  const sources = new RelativePattern(folder, '**/*.privacy');
  const found = await workspace.findFiles(sources, '{**/node_modules/**,**/.*/**}', mostFiles);
  return found.map((uri) => uri.toString());
}
