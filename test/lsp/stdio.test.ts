import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { buildServer } from './build-server.ts';
import type { StdioClient } from './stdio-client.ts';
import { startStdioClient } from './stdio-client.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

const folder = mkdtempSync(join(tmpdir(), 'privacy-lsp-'));
let server = '';
const uri = pathToFileURL(join(folder, 'main.privacy')).href;
const rule =
  'use std.crm\n\npolicy acme "Acme" {\n  authority company\n  rule r "R" { forbid contact when channel is email }\n}\n';
const channelAt = rule.split('\n')[4]?.indexOf('email') ?? 0;
let client: StdioClient;

beforeAll(async () => {
  server = await buildServer('.build/test-lsp');
  writeFileSync(join(folder, 'privacy.json'), '{ "sources": ["*.privacy"] }');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  client = startStdioClient(process.execPath, [server, '--stdio']);
  const answer = await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }],
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16'] },
      textDocument: { publishDiagnostics: { relatedInformation: true } },
    },
  });
  expect(answer.result).toMatchObject({
    capabilities: { positionEncoding: 'utf-16', textDocumentSync: { change: 2 } },
    serverInfo: { name: 'privacy-language-server' },
  });
  client.notify('initialized', {});
});

afterEach(() => client.kill());

function open(text: string): void {
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'privacy', version: 1, text } });
}

function change(version: number, range: object, text: string): void {
  client.notify('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text }],
  });
}

function published(condition: (published: Published) => boolean): Promise<Published> {
  return client.next<Published>(
    'textDocument/publishDiagnostics',
    (each) => each.uri === uri && condition(each),
  );
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 1);
}

describe('the language server over its standard streams', () => {
  it('reports mistakes of meaning with the page that explains them', async () => {
    open(rule.replace('is email', 'is emial'));
    const { diagnostics } = await published(({ diagnostics: found }) => found.length > 0);
    const errors = diagnostics.filter(({ severity }) => severity === 1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'name/unknown-term', source: 'privacy' });
    expect(errors[0]?.codeDescription?.href).toMatch(/name\/unknown-term\.md$/);
  });

  it('follows edits letter by letter', async () => {
    open(rule);
    const position = { line: 4, character: channelAt };
    const range = { start: position, end: { line: 4, character: channelAt + 1 } };
    change(2, range, 'x');
    await published(({ version, diagnostics }) => version === 2 && hasErrors(diagnostics));
    change(3, range, 'e');
    const { diagnostics } = await published(({ version }) => version === 3);
    expect(hasErrors(diagnostics)).toBe(false);
  });

  it('answers about the standard library where its files are on the disk', async () => {
    open(rule);
    const params = { textDocument: { uri }, position: { line: 4, character: channelAt } };
    const { result } = await client.request('textDocument/definition', params);
    expect(JSON.stringify(result)).toMatch(/library\/std\/channels\.privacy/);
  });

  it('answers a request that fails with an error and goes on', async () => {
    open(rule);
    const failed = await client.request('textDocument/hover', { textDocument: { uri }, position: null });
    expect(failed.error?.message).toBeDefined();
    const params = { textDocument: { uri }, position: { line: 4, character: channelAt } };
    const { result } = await client.request('textDocument/hover', params);
    expect(JSON.stringify(result)).toContain('Channel');
  });

  it('does not work on what the editor takes back', async () => {
    open(rule);
    const params = { textDocument: { uri }, position: { line: 4, character: channelAt } };
    const { id, answer } = client.startRequest('textDocument/hover', params);
    client.notify('$/cancelRequest', { id });
    const { error, result } = await answer;
    // Either it was taken back in time, or it had been answered before.
    expect(error?.code ?? (result === undefined ? undefined : -32800)).toBe(-32800);
  });

  it('takes back the messages of a document that is closed', async () => {
    open(rule.replace('is email', 'is emial'));
    await published(({ diagnostics }) => diagnostics.length > 0);
    client.notify('textDocument/didClose', { textDocument: { uri } });
    await published(({ diagnostics }) => diagnostics.length === 0);
  });

  it('ends when it is told to', async () => {
    expect((await client.request('shutdown', undefined)).result).toBeNull();
    client.notify('exit', undefined);
    expect(await client.exited).toBe(0);
  });
});
