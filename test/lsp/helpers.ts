import type { CodeAction } from 'vscode-languageserver';
import { codeActions } from '../../packages/lsp/src/features/code-actions.ts';
import { completion } from '../../packages/lsp/src/features/completion.ts';
import { definition } from '../../packages/lsp/src/features/definition.ts';
import type { DiagnosticOptions } from '../../packages/lsp/src/features/diagnostics.ts';
import { fileDiagnostics } from '../../packages/lsp/src/features/diagnostics.ts';
import { documentHighlights } from '../../packages/lsp/src/features/highlights.ts';
import { hover } from '../../packages/lsp/src/features/hover.ts';
import { references } from '../../packages/lsp/src/features/references.ts';
import { semanticTokens, semanticTokensLegend } from '../../packages/lsp/src/features/semantic-tokens.ts';
import { openFixture, present } from './fixture.ts';

const diagnosticOptions: DiagnosticOptions = { pageOf: (code) => `pages/${code}.md`, showsRelated: true };

/** The text that hovering over the cursor shows; undefined where it shows nothing. */
export async function hoverText(fixture: string): Promise<string | undefined> {
  const contents = hover(await openFixture(fixture).target())?.contents;
  return contents === undefined ? undefined : JSON.stringify(contents);
}

/** The names that are offered at the cursor; `words`: also the words of the language. */
export async function completionLabels(
  fixture: string,
  options: { readonly words?: true } = {},
): Promise<string[]> {
  const opened = openFixture(fixture);
  const target = present(await opened.workspace.typingTargetAt(opened.main.uri, opened.position));
  const modules = await opened.workspace.modulesFor(target.snapshot);
  const { items } = completion(target, { modules });
  return items.filter(({ sortText }) => options.words || sortText?.startsWith('1')).map(({ label }) => label);
}

/** Where the cursor's name is declared, and where the fixture says that it is. */
export async function definitionRanges(fixture: string) {
  const opened = openFixture(fixture);
  return { found: definition(await opened.target()), expected: opened.expectedRanges() };
}

export async function referenceRanges(fixture: string) {
  const opened = openFixture(fixture);
  const found = references(await opened.target(), { includeDeclaration: true });
  return { found: sortPlaces(found), expected: sortPlaces(opened.expectedRanges()) };
}

export async function highlightRanges(fixture: string) {
  const opened = openFixture(fixture);
  const found = documentHighlights(await opened.target()).map(({ range }) => ({
    uri: opened.main.uri,
    range,
  }));
  const expected = opened.expectedRanges().filter(({ uri }) => uri === opened.main.uri);
  return { found: sortPlaces(found), expected: sortPlaces(expected) };
}

function sortPlaces<Place>(places: readonly Place[]): Place[] {
  return [...places].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** What the editor shows about the main file. */
export async function diagnosticsOf(fixture: string) {
  const opened = openFixture(fixture);
  const snapshot = await opened.program();
  const file = present(snapshot.fileAt(opened.main.uri));
  return { diagnostics: fileDiagnostics(snapshot, file, diagnosticOptions), opened };
}

/** The actions at the cursor; `only` as the editor asks. */
export async function actionsAt(
  fixture: string,
  only?: readonly string[],
): Promise<{ readonly actions: CodeAction[]; readonly text: string; readonly uri: string }> {
  const opened = openFixture(fixture);
  const { snapshot, file, offset } = await opened.target();
  const span = { start: offset, end: offset };
  const actions = codeActions(snapshot, file, { ...diagnosticOptions, span, only });
  return { actions, text: opened.main.text, uri: opened.main.uri };
}

/** Every colored word of the main file: `GB enumMember`. */
export async function tokenWords(fixture: string): Promise<string[]> {
  const opened = openFixture(fixture);
  const snapshot = await opened.program();
  const { data } = semanticTokens(snapshot, present(snapshot.fileAt(opened.main.uri)));
  const lines = opened.main.text.split('\n');
  const words: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lineStep = 0, characterStep = 0, length = 0, type = 0, modifiers = 0] = data.slice(
      index,
      index + 5,
    );
    character = lineStep === 0 ? character + characterStep : characterStep;
    line += lineStep;
    const names = semanticTokensLegend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const word = present(lines[line]).slice(character, character + length);
    words.push([word, semanticTokensLegend.tokenTypes[type], ...names].join(' '));
  }
  return words;
}
