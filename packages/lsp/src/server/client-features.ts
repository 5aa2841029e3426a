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
  };
}
