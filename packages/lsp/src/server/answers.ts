import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import type { ProgramFile, ProgramSnapshot, Target, TextSnapshot } from '../model/snapshot.ts';
import { uriKey } from '../text/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Log } from './guard.ts';
import { guardRequest } from './guard.ts';
import type { EditorSettings } from './settings.ts';

/** What every registration of features needs. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ClientFeatures;
  readonly diagnostics: DiagnosticOptions;
  readonly workspace: Workspace;
  readonly settings: () => EditorSettings;
}

export interface FileParams {
  readonly textDocument: { readonly uri: string };
}

export interface PlaceParams extends FileParams {
  readonly position: { readonly line: number; readonly character: number };
}

type Handler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError<never>>;

/** Ways to answer a request from a pure feature; each also sees to cancellation, failures and edits in the meantime. */
export interface Answers {
  /** About a place in a program. */
  atPlace<Params extends PlaceParams, Result>(
    name: string,
    feature: (target: Target, params: Params) => Result,
  ): Handler<Params, Result | null>;
  /** About a place while the author types: from the text as it is now and the program as it was last checked. */
  whileTyping<Params extends PlaceParams, Result>(
    name: string,
    feature: (target: Target, params: Params) => Result | Promise<Result>,
  ): Handler<Params, Result | null>;
  /** About a file of a program. */
  inFile<Params extends FileParams, Result>(
    name: string,
    feature: (file: { snapshot: ProgramSnapshot; file: ProgramFile }, params: Params) => Result,
  ): Handler<Params, Result | null>;
  /** About a text alone. */
  inText<Params extends FileParams, Result>(
    name: string,
    feature: (text: TextSnapshot, params: Params) => Result,
  ): Handler<Params, Result | null>;
}

export function createAnswers({ log, workspace }: FeatureContext): Answers {
  return {
    atPlace: (name, feature) =>
      guardRequest(log, name, async (params) => {
        const { uri } = params.textDocument;
        const isSame = unchanged(workspace, uri);
        const snapshot = await workspace.programAt(uri);
        isSame();
        const file = snapshot?.fileAt(uriKey(uri));
        if (snapshot === undefined || file === undefined) return null;
        const offset = file.positions.toOffset(params.position);
        return feature({ snapshot, file, offset }, params) ?? null;
      }),
    whileTyping: (name, feature) =>
      guardRequest(log, name, async (params) => {
        const target = await workspace.typingTargetAt(params.textDocument.uri, params.position);
        return target === undefined ? null : ((await feature(target, params)) ?? null);
      }),
    inFile: (name, feature) =>
      guardRequest(log, name, async (params) => {
        const { uri } = params.textDocument;
        const isSame = unchanged(workspace, uri);
        const snapshot = await workspace.programAt(uri);
        isSame();
        const file = snapshot?.fileAt(uriKey(uri));
        return snapshot === undefined || file === undefined ? null : feature({ snapshot, file }, params);
      }),
    inText: (name, feature) =>
      guardRequest(log, name, async (params) => {
        const { uri } = params.textDocument;
        const isSame = unchanged(workspace, uri);
        const text = await workspace.textAt(uri);
        isSame();
        return text === undefined ? null : feature(text, params);
      }),
  };
}

/** An answer whose places count in a text that is no longer there would be wrong: the editor asks again. */
function unchanged(workspace: Workspace, uri: string): () => void {
  const before = workspace.documentAt(uri);
  return () => {
    if (workspace.documentAt(uri) === before) return;
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text was changed in the meantime');
  };
}
