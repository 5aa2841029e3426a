import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createNodeEnvironment } from '../../packages/lsp/src/environments/node-environment.ts';
import type { ProgramSnapshot } from '../../packages/lsp/src/model/snapshot.ts';
import type { Environment } from '../../packages/lsp/src/workspace/environment.ts';
import { createMemoryEnvironment, createTextStore } from '../../packages/lsp/src/workspace/environment.ts';
import { Workspace } from '../../packages/lsp/src/workspace/workspace.ts';
import { bothLaws, wordsPack } from '../compiler/program/sample-packs.ts';

const house = `use acme.words

policy acme.house "House rules" {
  authority company
  rule register "Whoever is on the register is left alone" {
    forbid contact
    when customer.on-register
    because "x"
  }
}
`;
const project: Record<string, string> = { ...bothLaws, 'house.privacy': house };
const root = 'file:///project';

describe('a project in the editor', () => {
  test('has the packs that it names, whose files can be opened where they are', async () => {
    const { snapshot } = await open(project);
    expect(snapshot.diagnostics.map(({ diagnostic }) => diagnostic.headline)).toEqual([]);
    expect(snapshot.files.map(({ uri }) => decodeURIComponent(uri))).toEqual([
      `${root}/house.privacy`,
      `${root}/node_modules/@acme/law-calls/calls.privacy`,
      `${root}/node_modules/@acme/law-mail/mail.privacy`,
      `${root}/node_modules/@acme/words/words.privacy`,
    ]);
  });

  test('is told about packs at the places where its project file names them', async () => {
    const { 'node_modules/@acme/words/package.json': _, ...rest } = project;
    const { workspace, uri } = await open(rest);
    const { diagnostics } = await workspace.projectAt(uri);
    const marked = diagnostics.map(({ headline, place }) => [
      headline,
      place.source.text.slice(place.start, place.end),
    ]);
    expect(marked).toEqual([
      ['The pack "@acme/words" is not installed', '"@acme/law-calls"'],
      ['The pack "@acme/words" is not installed', '"@acme/law-mail"'],
    ]);
  });

  test('is told which packs are past the day of their review', async () => {
    const files = {
      ...project,
      'node_modules/@acme/words/privacy.json': '{ "pack": { "title": "Words", "reviewBy": "2026-01-31" } }',
    };
    const { workspace, uri } = await open(files);
    const { diagnostics } = await workspace.projectAt(uri);
    expect(diagnostics.map(({ code }) => code)).toEqual(['lint/pack-review']);
  });

  test('has a pack that was installed meanwhile as soon as its project file is looked at again', async () => {
    const files = new Map(keyed({ ...project, 'privacy.json': '{ "packs": ["@acme/law-calls"] }' }));
    const key = `${root}/node_modules/@acme/law-calls/package.json`;
    const description = files.get(key) ?? '';
    files.delete(key);
    const { workspace, uri } = await openIn(
      createMemoryEnvironment(files, { library: createTextStore({}) }),
      root,
    );
    expect((await workspace.projectAt(uri)).diagnostics.map(({ code }) => code)).toEqual([
      'project/missing-pack',
    ]);
    files.set(key, description);
    workspace.filesChanged([{ uri: `${root}/privacy.json`, isListed: false }]);
    expect((await workspace.projectAt(uri)).diagnostics).toEqual([]);
    const snapshot = await workspace.programAt(uri);
    expect(snapshot?.files.map(({ source }) => source.path)).toContain('pack:@acme/law-calls/calls.privacy');
  });

  test('sees edits in the files of a pack beside it, which npm linked', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'privacy-lsp-packs-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [path, text] of Object.entries(wordsPack)) write(`packs/words/${path}`, text);
    write('shop/privacy.json', '{ "packs": ["@acme/words"] }');
    write('shop/house.privacy', house.replace('customer.on-register', 'customer.consented'));
    mkdirSync(join(folder, 'node_modules/@acme'), { recursive: true });
    symlinkSync('../../packs/words', join(folder, 'node_modules/@acme/words'), 'dir');
    const stores = { library: createTextStore({}), pages: createTextStore({}) };
    const { workspace, uri } = await openIn(
      createNodeEnvironment(stores),
      pathToFileURL(join(folder, 'shop')).href,
    );
    const wordsUri = pathToFileURL(join(folder, 'packs/words/words.privacy')).href;
    const before = await workspace.programAt(uri);
    expect(errorsIn(before)).toEqual([]);
    expect(before?.files.map((file) => file.uri)).toContain(wordsUri);
    const text = (wordsPack['words.privacy'] ?? '').replace('consented?', 'agreed?');
    workspace.open({ uri: wordsUri, languageId: 'privacy', version: 1, text });
    const after = await workspace.programAt(uri);
    expect(errorsIn(after)).toEqual(['name/unknown-field']);
  });
});

function errorsIn(snapshot: ProgramSnapshot | undefined): readonly string[] {
  const found = snapshot?.diagnostics.map(({ diagnostic }) => diagnostic) ?? [];
  return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function keyed(files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(files).map(([path, text]) => [`${root}/${path}`, text] as const);
}

function open(files: Readonly<Record<string, string>>) {
  const environment = createMemoryEnvironment(new Map(keyed(files)), { library: createTextStore({}) });
  return openIn({ ...environment, today: () => '2026-11-23' }, root);
}

async function openIn(
  environment: Environment,
  folder: string,
): Promise<{ workspace: Workspace; uri: string; snapshot: ProgramSnapshot }> {
  const workspace = new Workspace({ environment, encoding: 'utf-16', folders: [folder] });
  const uri = `${folder}/house.privacy`;
  const snapshot = await workspace.programAt(uri);
  if (snapshot === undefined) throw new Error('The file belongs to no program.');
  return { workspace, uri, snapshot };
}
