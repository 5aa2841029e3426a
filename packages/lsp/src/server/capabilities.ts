import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from '../features/code-actions.ts';
import { onTypeTriggers } from '../features/on-type-formatting.ts';
import { semanticTokensLegend } from '../features/semantic-tokens.ts';
import { commandOf, customMethods } from '../protocol.ts';
import { generatedContentScheme, libraryContentScheme, pageContentScheme } from '../workspace/addresses.ts';
import type { ClientFeatures } from './client-features.ts';

/** What the server tells the editor that it can do. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...navigationCapabilities,
    ...textCapabilities,
    executeCommandProvider: { commands: customMethods.map(commandOf), workDoneProgress: true },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
      ...(client.opensContent
        ? {
            textDocumentContent: {
              schemes: [libraryContentScheme, pageContentScheme, generatedContentScheme],
            },
          }
        : {}),
    },
  };
}

const navigationCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  declarationProvider: true,
  typeDefinitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  callHierarchyProvider: true,
  typeHierarchyProvider: true,
  renameProvider: { prepareProvider: true },
  linkedEditingRangeProvider: true,
  codeLensProvider: { resolveProvider: true },
  documentLinkProvider: {},
} satisfies ServerCapabilities;

const [firstTrigger, ...moreTriggers] = onTypeTriggers;

const textCapabilities = {
  completionProvider: { triggerCharacters: ['.', ' ', '('], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  codeActionProvider: { codeActionKinds: [...codeActionKinds] },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: firstTrigger,
    moreTriggerCharacter: moreTriggers,
  },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  inlayHintProvider: { resolveProvider: true },
  semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
} satisfies ServerCapabilities;
