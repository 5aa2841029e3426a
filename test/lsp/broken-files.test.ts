import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseForm } from '../../packages/lsp/src/custom/case-form.ts';
import { decideCase } from '../../packages/lsp/src/custom/decide-case.ts';
import { generatedCode } from '../../packages/lsp/src/custom/generated-code.ts';
import { ruleTree } from '../../packages/lsp/src/custom/rule-tree.ts';
import { testTree } from '../../packages/lsp/src/custom/test-tree.ts';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../packages/lsp/src/features/call-hierarchy.ts';
import { codeActions } from '../../packages/lsp/src/features/code-actions.ts';
import { codeLenses } from '../../packages/lsp/src/features/code-lenses.ts';
import { completion } from '../../packages/lsp/src/features/completion.ts';
import { definition, definitionLinks } from '../../packages/lsp/src/features/definition.ts';
import { fileDiagnostics } from '../../packages/lsp/src/features/diagnostics.ts';
import { documentLinks } from '../../packages/lsp/src/features/document-links.ts';
import { documentSymbols } from '../../packages/lsp/src/features/document-symbols.ts';
import { foldingRanges } from '../../packages/lsp/src/features/folding.ts';
import { formatDocument, formatRange } from '../../packages/lsp/src/features/formatting.ts';
import { documentHighlights } from '../../packages/lsp/src/features/highlights.ts';
import { hover } from '../../packages/lsp/src/features/hover.ts';
import { implementation } from '../../packages/lsp/src/features/implementation.ts';
import { inlayHints } from '../../packages/lsp/src/features/inlay-hints.ts';
import { linkedEditing } from '../../packages/lsp/src/features/linked-editing.ts';
import { formatOnType } from '../../packages/lsp/src/features/on-type-formatting.ts';
import { references } from '../../packages/lsp/src/features/references.ts';
import { prepareRename, rename } from '../../packages/lsp/src/features/rename.ts';
import { selectionRanges } from '../../packages/lsp/src/features/selection-ranges.ts';
import { semanticTokens } from '../../packages/lsp/src/features/semantic-tokens.ts';
import { signatureHelp } from '../../packages/lsp/src/features/signature-help.ts';
import { typeDefinition } from '../../packages/lsp/src/features/type-definition.ts';
import {
  prepareTypeHierarchy,
  subtypes,
  supertypes,
} from '../../packages/lsp/src/features/type-hierarchy.ts';
import { willRenameFiles } from '../../packages/lsp/src/features/will-rename.ts';
import { workspaceSymbols } from '../../packages/lsp/src/features/workspace-symbols.ts';
import type { ProgramFile, ProgramSnapshot, Target } from '../../packages/lsp/src/model/snapshot.ts';
import { defaultEditorSettings } from '../../packages/lsp/src/server/settings.ts';
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
    for (const item of completion(target, { modules: [], takesSnippets: true }).items)
      expect(item.label).not.toBe('');
    askNavigation(target);
  }
  askDisplay(snapshot, file, text.length);
}

/** Everything else that is asked about a place. */
function askNavigation(target: Target): void {
  const { snapshot, file, offset } = target;
  typeDefinition(target);
  implementation(target);
  linkedEditing(target);
  signatureHelp(target);
  selectionRanges(file, [file.positions.toPosition(offset)]);
  formatOnType(file, file.positions.toPosition(offset), '|');
  if (prepareRename(target) !== undefined) rename(target, 'another-name');
  for (const { data } of prepareCallHierarchy(target)) {
    incomingCalls(snapshot, data);
    outgoingCalls(snapshot, data);
  }
  for (const { data } of prepareTypeHierarchy(target)) {
    supertypes(snapshot, data);
    subtypes(snapshot, data);
  }
}

function askDisplay(snapshot: ProgramSnapshot, file: ProgramFile, length: number): void {
  const span = { start: 0, end: length };
  inlayHints(snapshot, file, { span, settings: defaultEditorSettings.inlayHints });
  codeLenses(snapshot, file, { run: true, ask: true, references: true });
  documentLinks(file);
  semanticTokens(snapshot, file, { start: 3, end: 9 });
  willRenameFiles([snapshot], [{ oldUri: file.uri, newUri: 'file:///elsewhere/x.privacy' }]);
  for (const step of [1, 7, 40]) {
    for (let start = 0; start < length; start += 50) {
      codeActions(snapshot, file, { ...options, span: { start, end: start + step }, only: undefined });
    }
  }
  testTree([snapshot]);
  ruleTree([snapshot]);
  caseForm(snapshot, {});
  decideCase(snapshot, { activity: 'contact', facts: {} }, { now: '2026-01-01T00:00:00Z' });
  generatedCode(snapshot, file);
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
