import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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

// Servers start slowly on a machine that is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

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

  const textDocument = { uri };
  const position = { line: 4, character: channelAt };
  const whole = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };

  const requests: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/declaration', { position }],
    ['textDocument/typeDefinition', { position }],
    ['textDocument/implementation', { position }],
    ['textDocument/references', { position, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { position }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/selectionRange', { positions: [position] }],
    ['textDocument/documentLink', {}],
    ['textDocument/formatting', { options: {} }],
    ['textDocument/rangeFormatting', { range: whole, options: {} }],
    ['textDocument/onTypeFormatting', { position, ch: '|', options: {} }],
    ['textDocument/semanticTokens/full', {}],
    ['textDocument/semanticTokens/full/delta', { previousResultId: '0' }],
    ['textDocument/semanticTokens/range', { range: whole }],
    ['textDocument/inlayHint', { range: whole }],
    ['textDocument/codeLens', {}],
    ['textDocument/codeAction', { range: whole, context: { diagnostics: [] } }],
    ['textDocument/completion', { position }],
    ['textDocument/signatureHelp', { position }],
    ['textDocument/prepareRename', { position }],
    ['textDocument/prepareCallHierarchy', { position }],
    ['textDocument/prepareTypeHierarchy', { position }],
    ['textDocument/linkedEditingRange', { position }],
    ['textDocument/diagnostic', {}],
    ['workspace/diagnostic', { previousResultIds: [] }],
    ['workspace/symbol', { query: 'acme' }],
    ['privacy/testTree', {}],
    ['privacy/runTests', {}],
    ['privacy/caseForm', { uri }],
    ['privacy/decideCase', { uri, activity: 'contact', facts: {} }],
    ['privacy/coverage', {}],
    ['privacy/generatedCode', { uri }],
    ['privacy/rules', {}],
  ];

  it('answers every request that it knows, also where the text is broken', async () => {
    open(rule);
    for (const [method, params] of requests) {
      const { error, result } = await client.request(method, { textDocument, ...params });
      expect([method, error, result === undefined]).toEqual([method, undefined, false]);
    }
    change(2, whole, 'use std.crm\nuse not.there\npolicy {{ "');
    for (const [method, params] of requests) {
      const { error } = await client.request(method, { textDocument, ...params });
      expect([method, error]).toEqual([method, undefined]);
    }
  });

  it('offers its own requests as commands', async () => {
    open(rule);
    const run = await client.request('workspace/executeCommand', {
      command: 'privacy.rules',
      arguments: [{ uri }],
    });
    expect(JSON.stringify(run.result)).toContain('acme.r');
    const unknown = await client.request('workspace/executeCommand', { command: 'privacy.nothing' });
    expect(unknown.error?.code).toBe(-32602);
    const wrong = await client.request('privacy/decideCase', { uri: 7 });
    expect(wrong.error?.message).toContain('"uri"');
  });

  it('refuses answers about a text that was changed in the meantime', async () => {
    open(rule);
    await published(() => true);
    const { answer } = client.startRequest('textDocument/hover', { textDocument, position });
    change(2, { start: position, end: position }, 'x');
    const { error, result } = await answer;
    // Either the text was changed before the answer was made, or the answer is about the text before.
    expect(error?.code ?? (result === undefined ? undefined : -32801)).toBe(-32801);
  });

  it('sends what changed in the colors of a file', async () => {
    open(rule);
    const full = await client.request('textDocument/semanticTokens/full', { textDocument });
    const { resultId = '' } = full.result as { resultId?: string };
    change(2, { start: position, end: position }, 'x');
    const delta = await client.request('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: resultId,
    });
    expect(delta.result).toHaveProperty('edits');
  });

  it('ends when it is told to', async () => {
    expect((await client.request('shutdown', undefined)).result).toBeNull();
    client.notify('exit', undefined);
    expect(await client.exited).toBe(0);
  });
});
