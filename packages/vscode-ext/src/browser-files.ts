import { listFilesRequest, readFileRequest } from '@privacy-lang/lsp';
import type { ExtensionContext } from 'vscode';
import { FileType, Uri, workspace } from 'vscode';
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

/** Folder by folder: searching waits without end on a virtual file system that cannot be searched. */
async function listFiles(folder: Uri): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let each = folders.shift(); each !== undefined; each = folders.shift()) {
    for (const [name, type] of await entriesOf(each)) {
      const uri = Uri.joinPath(each, name);
      if (type === FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) folders.push(uri);
      else if (type === FileType.File && name.endsWith('.privacy')) found.push(uri.toString());
    }
    if (found.length >= mostFiles) break;
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
