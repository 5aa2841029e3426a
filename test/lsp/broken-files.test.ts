import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeActions } from '../../packages/lsp/src/features/code-actions.ts';
import { completion } from '../../packages/lsp/src/features/completion.ts';
import { definition, definitionLinks } from '../../packages/lsp/src/features/definition.ts';
import { fileDiagnostics } from '../../packages/lsp/src/features/diagnostics.ts';
import { documentSymbols } from '../../packages/lsp/src/features/document-symbols.ts';
import { foldingRanges } from '../../packages/lsp/src/features/folding.ts';
import { formatDocument, formatRange } from '../../packages/lsp/src/features/formatting.ts';
import { documentHighlights } from '../../packages/lsp/src/features/highlights.ts';
import { hover } from '../../packages/lsp/src/features/hover.ts';
import { references } from '../../packages/lsp/src/features/references.ts';
import { semanticTokens } from '../../packages/lsp/src/features/semantic-tokens.ts';
import { workspaceSymbols } from '../../packages/lsp/src/features/workspace-symbols.ts';
import { repositoryPath } from '../support/check.ts';
import { openFixture, present, smallProgram } from './fixture.ts';
import { completionLabels, definitionRanges, hoverText } from './helpers.ts';

const options = { pageOf: () => undefined, showsRelated: true };

/** Asks every feature about every few characters of a text. */
async function askEverything(text: string, step: number): Promise<void> {
  const { workspace } = openFixture(smallProgram);
  const uri = 'file:///project/broken.privacy';
  workspace.open({ uri, languageId: 'privacy', version: 1, text });
  const snapshot = present(await workspace.programAt(uri));
  const file = present(snapshot.fileAt(uri));
  const range = file.positions.toRange({ start: 0, end: text.length });
  fileDiagnostics(snapshot, file, options);
  documentSymbols(file);
  foldingRanges(file);
  formatDocument(file);
  formatRange(file, range);
  semanticTokens(snapshot, file);
  workspaceSymbols([snapshot], 'a');
  codeActions(snapshot, file, { ...options, span: { start: 0, end: text.length }, only: undefined });
  codeActions(snapshot, file, { ...options, span: { start: 0, end: 0 }, only: ['source.fixAll'] });
  for (let offset = 0; offset <= text.length; offset += step) {
    const target = { snapshot, file, offset };
    hover(target);
    definition(target);
    definitionLinks(target);
    references(target, { includeDeclaration: true });
    documentHighlights(target);
    completion(target, { modules: [] });
  }
}

const source = readFileSync(repositoryPath('test/fixtures/tour/regimes.privacy'), 'utf8');

describe('a file with mistakes', () => {
  it.each([
    ['nothing at all', ''],
    ['half a policy', source.slice(0, 700)],
    ['brackets without an end', 'policy a "A" { rule r "R" { forbid contact when (channel is one of ('],
    ['brackets without a start', '} ) ] policy a "A" { } }'],
    ['an unclosed text', 'use small\npolicy a "A {\n authority law\n}'],
    ['signs of no meaning', '§§ \u0000 \uD800 policy ° { 💥 }'],
    [
      'a module that is not there',
      'use small\nuse not.there\npolicy a "A" { authority law rule r "R" { forbid contact when channel is email } }',
    ],
  ])('gets answers from every feature: %s', async (_, text) => {
    await expect(askEverything(text, 1)).resolves.toBeUndefined();
  });

  it('gets answers from every feature wherever a word is missing', async () => {
    const policy = source.slice(source.indexOf('policy'), source.indexOf('policy') + 900);
    for (let at = 0; at < policy.length; at += 45) {
      await askEverything(policy.slice(0, at) + policy.slice(at + 9), 60);
    }
  });

  const broken = 'policy other "O" {\n  rule {{\n}\nuse not.there\n';

  it('still knows what its other declarations say', async () => {
    const good = (body: string) =>
      `use small\n${broken}policy acme "Acme" {\n  authority company\n  rule r "R" { ${body} }\n}\n`;
    expect(await hoverText(`${good('forbid contact when jurisdiction is G|B')}${smallProgram}`)).toContain(
      'United Kingdom',
    );
    expect(await completionLabels(`${good('forbid contact when customer.|')}${smallProgram}`)).toEqual([
      'residence',
      'is-individual',
      'orders',
    ]);
    const { found, expected } = await definitionRanges(
      `${good('forbid contact when channel is em|ail')}${smallProgram.replace('  email', '  [[email]]')}`,
    );
    expect(found).toEqual(expected);
  });
});
