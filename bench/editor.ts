import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from '../test/lsp/build-server.ts';
import type { EditorSession } from './editor-session.ts';
import { startSession } from './editor-session.ts';
import { percentile, printTable } from './measure.ts';
import { generateSource } from './sources.ts';

/** One letter typed over the standard streams, at several sizes; the last row types in one of a thousand files. */
export async function measureEditor(): Promise<void> {
  const server = await buildServer('.build/bench-lsp');
  const rows: Readonly<Record<string, string | number>>[] = [];
  for (const lines of [1_000, 5_000, 20_000]) rows.push(await measureDocument(server, lines));
  rows.push(await measureWorkspace(server));
  printTable('Editor over stdio, milliseconds (p50 / p95), bundled server', rows);
}

const edits = 200;

async function measureDocument(server: string, lines: number) {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  const text = generateSource(lines);
  const path = join(folder, 'main.privacy');
  writeFileSync(join(folder, 'privacy.json'), '{ "sources": ["**/*.privacy"] }');
  writeFileSync(path, text);
  const session = await startSession({ server, folder: pathToFileURL(folder).href });
  const first = await session.open(pathToFileURL(path).href, text);
  const figures = await measureTyping(session, pathToFileURL(path).href, text);
  await session.close();
  rmSync(folder, { recursive: true });
  return { document: `${lines} lines`, 'first diagnostics': first, ...figures };
}

async function measureWorkspace(server: string) {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-'));
  writeFileSync(join(folder, 'privacy.json'), '{ "sources": ["**/*.privacy"] }');
  mkdirSync(join(folder, 'policies'));
  for (let file = 0; file < 1000; file += 1) {
    const text = generateSource(60, { firstPolicy: file * 10 });
    writeFileSync(join(folder, 'policies', `p${file}.privacy`), text);
  }
  const path = join(folder, 'policies', 'p500.privacy');
  const session = await startSession({ server, folder: pathToFileURL(folder).href });
  const text = generateSource(60, { firstPolicy: 5000 });
  const first = await session.open(pathToFileURL(path).href, text);
  const figures = await measureTyping(session, pathToFileURL(path).href, text);
  await session.close();
  rmSync(folder, { recursive: true });
  return { document: '1,000 files', 'first diagnostics': first, ...figures };
}

/** Breaks and mends the name of a term in the middle of a document, and asks in between. */
async function measureTyping(session: EditorSession, uri: string, text: string) {
  const { line, character } = middleOf(text, 'electronic-mail');
  const started = await session.probe();
  const textDocument = { uri };
  const times = { edit: [] as number[], completion: [] as number[], hover: [] as number[] };
  for (let round = 0; round < edits + 20; round += 1) {
    const isMended = round % 2 === 1;
    const change = { line, from: character, to: character + (isMended ? 1 : 0), text: isMended ? '' : 'x' };
    const edit = await session.edit(uri, change);
    const position = { line, character: character + (isMended ? 4 : 5) };
    const completion = await session.ask('textDocument/completion', { textDocument, position });
    const hover = await session.ask('textDocument/hover', { textDocument, position });
    if (round < 20) continue;
    times.edit.push(edit);
    times.completion.push(completion);
    times.hover.push(hover);
  }
  const report = await session.probe();
  return {
    'edit → diagnostics': pair(times.edit),
    completion: pair(times.completion),
    hover: pair(times.hover),
    'longest block (opening)': started.longestBlock,
    'longest block (typing)': report.longestBlock,
    'RSS MB': report.resident,
  };
}

function pair(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}`;
}

function middleOf(text: string, word: string): { line: number; character: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((each, index) => index >= lines.length / 2 && each.includes(word));
  const found = line < 0 ? lines.findIndex((each) => each.includes(word)) : line;
  return { line: found, character: lines[found]?.indexOf(word) ?? 0 };
}
