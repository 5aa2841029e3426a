import type { InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from '../text/positions.ts';
import { negotiateEncoding } from '../text/positions.ts';

/** What the editor can do, as far as answers depend on it. */
export interface ClientFeatures {
  readonly encoding: PositionEncoding;
  readonly folders: readonly string[];
  readonly showsRelated: boolean;
  /** It opens texts that are no files, such as the library of a bundled server. */
  readonly opensContent: boolean;
  readonly takesDefinitionLinks: boolean;
  readonly registersWatchers: boolean;
  readonly tellsFolders: boolean;
  readonly takesSnippets: boolean;
  /** It lets settings be asked for. */
  readonly hasSettings: boolean;
  readonly registersSettings: boolean;
  /** It asks for diagnostics and wants none sent; only where it says so itself, since then closed files depend on it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
}

export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { capabilities, workspaceFolders } = params;
  const { workspace, textDocument } = capabilities;
  // Editors that know nothing of several folders still send the older property.
  const root = params.rootUri === null || params.rootUri === undefined ? [] : [params.rootUri];
  return {
    encoding: negotiateEncoding(capabilities.general?.positionEncodings),
    folders: workspaceFolders?.map(({ uri }) => uri) ?? root,
    showsRelated: textDocument?.publishDiagnostics?.relatedInformation === true,
    opensContent: workspace?.textDocumentContent !== undefined,
    takesDefinitionLinks: textDocument?.definition?.linkSupport === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hasSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && wantsPull(params.initializationOptions),
  };
}

function wantsPull(options: unknown): boolean {
  return (
    typeof options === 'object' &&
    options !== null &&
    'diagnostics' in options &&
    options.diagnostics === 'pull'
  );
}
