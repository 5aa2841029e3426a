import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { fileDiagnostics } from '../../packages/lsp/src/features/diagnostics.ts';
import { documentSymbols } from '../../packages/lsp/src/features/document-symbols.ts';
import { semanticTokens } from '../../packages/lsp/src/features/semantic-tokens.ts';
import { Workspace } from '../../packages/lsp/src/workspace/workspace.ts';
import { fixtureEnvironment, fixtureRoot, present } from './fixture.ts';

const options = { pageOf: () => undefined, showsRelated: true };

/** A file that is open, with others around it. */
export interface EditedFile {
  readonly uri: string;
  readonly text: string;
}

/** An editor with some files open, of which one is edited. */
export interface EditingSession {
  /** The text as it is now. */
  text(): string;
  /** Replaces a part of the text. */
  edit(start: number, end: number, newText: string): void;
  /** What the editor shows about the file now: messages, colors, the outline. */
  state(): Promise<unknown>;
  /** The same for a server that was started with the texts as they are now. */
  freshState(): Promise<unknown>;
}

export function startEditing(files: readonly EditedFile[], edited: EditedFile): EditingSession {
  const workspace = openAll(files);
  let text = edited.text;
  let version = 1;
  return {
    text: () => text,
    edit(start, end, newText) {
      version += 1;
      const { positions } = present(workspace.documentAt(edited.uri));
      const change: TextDocumentContentChangeEvent = {
        range: positions.toRange({ start, end }),
        text: newText,
      };
      workspace.change(edited.uri, { version, changes: [change] });
      // A place inside of a line break does not exist for an editor: the edit is next to it.
      text = present(workspace.documentAt(edited.uri)).text;
    },
    state: () => stateOf(workspace, edited.uri),
    freshState() {
      const now = files.map((file) => (file.uri === edited.uri ? { uri: file.uri, text } : file));
      return stateOf(openAll(now), edited.uri);
    },
  };
}

function openAll(files: readonly EditedFile[]): Workspace {
  const workspace = new Workspace({
    environment: fixtureEnvironment(files),
    encoding: 'utf-16',
    folders: [fixtureRoot],
  });
  for (const { uri, text } of files) workspace.open({ uri, languageId: 'privacy', version: 1, text });
  return workspace;
}

async function stateOf(workspace: Workspace, uri: string): Promise<unknown> {
  const snapshot = present(await workspace.programAt(uri));
  const file = present(snapshot.fileAt(uri));
  return {
    text: file.source.text,
    messages: snapshot.files.flatMap((each) => fileDiagnostics(snapshot, each, options)),
    tokens: semanticTokens(snapshot, file).data,
    symbols: documentSymbols(file),
  };
}

/** Numbers that look random and are the same in every run. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const pieces = [
  '{',
  '}',
  '"',
  '\n',
  '|',
  '// note\n',
  '/// doc\n',
  'rule x "X" { ',
  'use other\n',
  'email',
  ' and ',
  '',
  '',
  ' ',
  'é',
  '💥',
  '\r\n',
  'policy y "Y" {\n',
];

/** One edit of any kind: a piece put in, a part taken out, a part written twice, or a part written elsewhere. */
export function randomEdit(text: string, random: (below: number) => number): [number, number, string] {
  const start = random(text.length + 1);
  const end = Math.min(text.length, start + random(40));
  switch (random(4)) {
    case 0:
      return [start, start, pieces[random(pieces.length)] ?? ''];
    case 1:
      return [start, end, ''];
    case 2:
      return [start, start, text.slice(start, end)];
    default:
      return [start, end, pieces[random(pieces.length)] ?? ''];
  }
}
