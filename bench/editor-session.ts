import { fileURLToPath } from 'node:url';
import type { StdioClient } from '../test/lsp/stdio-client.ts';
import { startStdioClient } from '../test/lsp/stdio-client.ts';

/** What the probe in the server reports; milliseconds and megabytes. */
export interface ServerReport {
  readonly longestBlock: number;
  readonly resident: number;
  readonly heap: number;
}

/** An editor with one document, which types and waits for what the server says about it. */
export interface EditorSession {
  readonly client: StdioClient;
  /** Milliseconds from the start of the process to the first messages about the document. */
  open(uri: string, text: string): Promise<number>;
  /** Replaces text on a line; milliseconds until the messages about this version are there. */
  edit(uri: string, change: Edit): Promise<number>;
  /** Milliseconds until a request about a place is answered. */
  ask(method: string, params: object): Promise<number>;
  probe(): Promise<ServerReport>;
  close(): Promise<void>;
}

export interface Edit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
}

/** Starts a server with an editor that has a folder open. */
export async function startSession(options: {
  readonly server: string;
  readonly folder: string;
  readonly nodeArguments?: readonly string[];
}): Promise<EditorSession> {
  const probe = fileURLToPath(new URL('./editor-probe.mjs', import.meta.url));
  const started = performance.now();
  const client = startStdioClient(process.execPath, [
    ...['--import', probe, '--max-semi-space-size=4', ...(options.nodeArguments ?? [])],
    ...[options.server, '--stdio'],
  ]);
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: options.folder, name: 'bench' }],
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
  });
  client.notify('initialized', {});
  return sessionOf(client, started);
}

function sessionOf(client: StdioClient, started: number): EditorSession {
  let version = 0;
  const answered = (uri: string, wanted: number) =>
    client.next<Published>(
      'textDocument/publishDiagnostics',
      (each) => each.uri === uri && each.version === wanted,
    );
  return {
    client,
    async open(uri, text) {
      version += 1;
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'privacy', version, text } });
      await answered(uri, version);
      return performance.now() - started;
    },
    async edit(uri, { line, from, to, text }) {
      version += 1;
      const own = version;
      const before = performance.now();
      const range = { start: { line, character: from }, end: { line, character: to } };
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: own },
        contentChanges: [{ range, text }],
      });
      await answered(uri, own);
      return performance.now() - before;
    },
    async ask(method, params) {
      const before = performance.now();
      const { error } = await client.request(method, params);
      if (error !== undefined) throw new Error(`${method}: ${error.message}`);
      return performance.now() - before;
    },
    probe: () => client.probe<ServerReport>(),
    async close() {
      await client.request('shutdown', undefined);
      client.notify('exit', undefined);
      await client.exited;
    },
  };
}
