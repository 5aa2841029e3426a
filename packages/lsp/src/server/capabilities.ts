import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from '../features/code-actions.ts';
import { semanticTokensLegend } from '../features/semantic-tokens.ts';
import { libraryContentScheme, pageContentScheme } from '../workspace/addresses.ts';
import type { ClientFeatures } from './client-features.ts';

/** What the server tells the editor that it can do. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    completionProvider: { triggerCharacters: ['.', ' ', '('], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.opensContent
        ? { textDocumentContent: { schemes: [libraryContentScheme, pageContentScheme] } }
        : {}),
    },
  };
}
