import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../support/check.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly { readonly code: string }[] };
  readonly result?: unknown;
}

const vocabulary = `module small
authorities law > company
taxonomy Channel { email, post }
activity contact "Contact" { channel: Channel }
`;

/** The server as a script for browsers, with one module as its library. */
async function workerScript(): Promise<string> {
  const entry = `import { createTextStore, runWorkerServer } from '${repositoryPath('packages/lsp/src/browser.ts')}';
    const library = createTextStore({ 'small.privacy': ${JSON.stringify(vocabulary)} });
    runWorkerServer({ scope: self, library, pages: createTextStore({}), version: '1.0.0' });`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: repositoryPath('packages/lsp') },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    alias: { '@privacy-lang/compiler': repositoryPath('packages/compiler/src/index.ts') },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** A worker that has what browsers offer and nothing of Node.js. */
function startWorker(script: string, handle: (message: Message) => void) {
  const scope: { onmessage?: (event: { data: object }) => void; [name: string]: unknown } = {
    postMessage: handle,
    addEventListener: () => {},
  };
  runInContext(
    script,
    createContext({
      self: scope,
      console,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      performance,
      TextDecoder,
      TextEncoder,
    }),
  );
  return (message: object): void => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
}

describe('the language server in a worker', () => {
  it('checks files that the page gives it', async () => {
    const uri = 'vscode-vfs://github/project/main.privacy';
    const other = 'vscode-vfs://github/project/other.privacy';
    const script = await workerScript();
    const found = await new Promise<readonly string[]>((resolve) => {
      const send = startWorker(script, ({ id, method, params }) => {
        if (method === 'privacy/listFiles') send({ id, result: [uri, other] });
        else if (method === 'privacy/readFile') {
          send({ id, result: params?.uri === other ? 'module other\nobligation x "X"\n' : null });
        } else if (method === 'textDocument/publishDiagnostics' && params?.diagnostics?.length !== 0) {
          resolve((params?.diagnostics ?? []).map(({ code }) => code));
        }
      });
      const workspaceFolders = [{ uri: 'vscode-vfs://github/project', name: 'project' }];
      send({
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, workspaceFolders, capabilities: {} },
      });
      send({ method: 'initialized', params: {} });
      const text =
        'use small\nuse other\npolicy a "A" {\n  authority law\n  rule r "R" { require contact when channel is emial obligation x }\n}\n';
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'privacy', version: 1, text } },
      });
    });
    expect(found).toContain('name/unknown-term');
    expect(found).not.toContain('name/unknown-module');
    expect(found).not.toContain('name/unknown');
  });
});
