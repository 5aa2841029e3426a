import type { CompletionItem, Connection, Location, LocationLink } from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { completion, completionDocumentation } from '../features/completion.ts';
import { definition, definitionLinks } from '../features/definition.ts';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldingRanges } from '../features/folding.ts';
import { formatDocument, formatRange } from '../features/formatting.ts';
import { documentHighlights } from '../features/highlights.ts';
import { hover } from '../features/hover.ts';
import { references } from '../features/references.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import type { Target, TextSnapshot } from '../model/snapshot.ts';
import { uriKey } from '../text/uris.ts';
import { contentAt } from '../workspace/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientFeatures } from './client-features.ts';
import { readCompletionData } from './completion-data.ts';
import type { Log } from './guard.ts';
import { guardRequest } from './guard.ts';

export interface FeatureContext {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ClientFeatures;
  readonly diagnostics: DiagnosticOptions;
  readonly workspace: () => Workspace;
}

/** Connects every request to the feature that answers it. */
export function registerFeatures(context: FeatureContext): void {
  registerMeaning(context);
  registerText(context);
  registerCompletion(context);
  registerWorkspace(context);
}

interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Requests about a place in a program. */
function registerMeaning({ connection, log, client, workspace }: FeatureContext): void {
  const at = <Params extends PlaceParams, Result>(
    name: string,
    feature: (target: Target, params: Params) => Result,
  ) =>
    guardRequest<Params, Result | null>(log, name, async (params) => {
      const target = await workspace().targetAt(params.textDocument.uri, params.position);
      return target === undefined ? null : (feature(target, params) ?? null);
    });
  connection.onHover(at('hover', (target) => hover(target) ?? null));
  connection.onDefinition(
    at('definition', (target): Location[] | LocationLink[] =>
      client.takesDefinitionLinks ? definitionLinks(target) : definition(target),
    ),
  );
  connection.onReferences(
    at('references', (target, params: PlaceParams & { context: { includeDeclaration: boolean } }) =>
      references(target, params.context),
    ),
  );
  connection.onDocumentHighlight(at('document highlight', documentHighlights));
}

/** Requests that need no more than the text. */
function registerText({ connection, log, workspace }: FeatureContext): void {
  const on = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    name: string,
    feature: (text: TextSnapshot, params: Params) => Result,
  ) =>
    guardRequest<Params, Result | null>(log, name, (params) => {
      const text = workspace().textAt(params.textDocument.uri);
      return text === undefined ? null : feature(text, params);
    });
  connection.onDocumentSymbol(on('document symbols', documentSymbols));
  connection.onFoldingRanges(on('folding', foldingRanges));
  connection.onDocumentFormatting(on('formatting', formatDocument));
  connection.onDocumentRangeFormatting(
    on('range formatting', (text, params: RangeParams) => formatRange(text, params.range)),
  );
}

interface RangeParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Parameters<typeof formatRange>[1];
}

function registerCompletion({ connection, log, workspace }: FeatureContext): void {
  connection.onCompletion(
    guardRequest(log, 'completion', async ({ textDocument, position }: PlaceParams) => {
      const target = await workspace().typingTargetAt(textDocument.uri, position);
      if (target === undefined) return null;
      return completion(target, { modules: await workspace().modulesFor(target.snapshot) });
    }),
  );
  connection.onCompletionResolve(
    guardRequest(log, 'completion details', async (item: CompletionItem) => {
      const data = readCompletionData(item.data);
      const snapshot = data === undefined ? undefined : await workspace().latestAt(data.uri);
      if (data === undefined || snapshot === undefined) return item;
      return { ...item, documentation: completionDocumentation(snapshot, data.symbol) ?? '' };
    }),
  );
}

/** Requests about whole programs. */
function registerWorkspace({ connection, log, diagnostics, workspace }: FeatureContext): void {
  connection.languages.semanticTokens.on(
    guardRequest(log, 'semantic tokens', async ({ textDocument: { uri } }: FileParams) => {
      const snapshot = await workspace().programAt(uri);
      const file = snapshot?.fileAt(uriKey(uri));
      return snapshot === undefined || file === undefined ? { data: [] } : semanticTokens(snapshot, file);
    }),
  );
  connection.onCodeAction(
    guardRequest(log, 'code action', async ({ textDocument: { uri }, range, context }: ActionParams) => {
      const snapshot = await workspace().programAt(uri);
      const file = snapshot?.fileAt(uriKey(uri));
      if (snapshot === undefined || file === undefined) return null;
      const span = file.positions.toSpan(range);
      return codeActions(snapshot, file, { ...diagnostics, span, only: context.only });
    }),
  );
  connection.onWorkspaceSymbol(
    guardRequest(log, 'workspace symbols', async ({ query }: { readonly query: string }) =>
      workspaceSymbols(await workspace().allPrograms(), query),
    ),
  );
  connection.workspace.textDocumentContent.on(
    guardRequest(log, 'text content', async ({ uri }: { readonly uri: string }) => {
      const text = await contentAt(workspace().environment, uriKey(uri));
      return text === undefined ? null : { text };
    }),
  );
}

interface FileParams {
  readonly textDocument: { readonly uri: string };
}

interface ActionParams extends RangeParams {
  readonly context: { readonly only?: readonly string[] };
}
