import type { ReadResult } from '@privacy-lang/compiler';
import type { Connection } from 'vscode-languageserver';
import { keyUri, uriKey } from '../text/uris.ts';
import type { Environment, TextStore } from '../workspace/environment.ts';

/** The requests by which a server without a disk asks the editor for files. */
export const readFileRequest = 'privacy/readFile';
export const listFilesRequest = 'privacy/listFiles';

/** The files of an editor in a browser: they are asked for over the connection. */
export function createClientEnvironment(
  connection: Connection,
  stores: { readonly library: TextStore; readonly pages: TextStore },
): Environment {
  return {
    async readFile(key) {
      const text = await ask(connection, readFileRequest, { uri: keyUri(key) });
      return typeof text === 'string' ? { kind: 'text', text } : ({ kind: 'absent' } satisfies ReadResult);
    },
    async listFiles(folder) {
      const uris = await ask(connection, listFilesRequest, { uri: keyUri(folder) });
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string').map(uriKey) : [];
    },
    today: () => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    ...stores,
    turn: () => new Promise((resolve) => setTimeout(resolve, 0)),
    now: () => performance.now(),
    moment: () => new Date().toISOString(),
  };
}

/** An editor that does not know these requests has no files but those that are open. */
async function ask(
  connection: Connection,
  request: string,
  params: { readonly uri: string },
): Promise<unknown> {
  try {
    return await connection.sendRequest(request, params);
  } catch {
    return undefined;
  }
}
