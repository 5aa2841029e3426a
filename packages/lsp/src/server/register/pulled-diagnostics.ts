import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { fileDiagnostics } from '../../features/diagnostics.ts';
import type { ProgramFile, ProgramSnapshot } from '../../model/snapshot.ts';
import { uriKey } from '../../text/uris.ts';
import type { FeatureContext } from '../answers.ts';
import { guardRequest } from '../guard.ts';

interface PullParams {
  readonly textDocument: { readonly uri: string };
  readonly previousResultId?: string;
}

interface WorkspacePullParams {
  readonly previousResultIds: readonly { readonly uri: string; readonly value: string }[];
}

/** Diagnostics for editors that ask for them. What an editor has already is not sent again. */
export function registerPulledDiagnostics({ connection, log, workspace, diagnostics }: FeatureContext): void {
  const ids = createResultIds();
  const itemsOf = (snapshot: ProgramSnapshot, file: ProgramFile) =>
    fileDiagnostics(snapshot, file, diagnostics);
  const report = (snapshot: ProgramSnapshot, file: ProgramFile, known: string | undefined) => {
    const items = itemsOf(snapshot, file);
    const resultId = ids.idOf(file.uri, JSON.stringify(items));
    return resultId === known
      ? { kind: 'unchanged' as const, resultId }
      : { kind: 'full' as const, resultId, items };
  };
  connection.languages.diagnostics.on(
    guardRequest(log, 'diagnostics', async (params: PullParams): Promise<DocumentDiagnosticReport> => {
      const { uri } = params.textDocument;
      const before = workspace.documentAt(uri);
      const snapshot = await workspace.programAt(uri);
      if (workspace.documentAt(uri) !== before) throw retry();
      const file = snapshot?.fileAt(uriKey(uri));
      if (snapshot === undefined || file === undefined) return { kind: 'full', items: [] };
      return report(snapshot, file, params.previousResultId);
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    guardRequest(log, 'workspace diagnostics', async (params: WorkspacePullParams) => {
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uriKey(uri), value]));
      const items = new Map<string, WorkspaceDocumentDiagnosticReport>();
      for (const snapshot of await workspace.allPrograms()) {
        for (const file of snapshot.files) {
          if (file.isLibrary || items.has(file.uri)) continue;
          if (!(await workspace.isHome(snapshot, file.key))) continue;
          const own = report(snapshot, file, known.get(file.key));
          items.set(file.uri, { ...own, uri: file.uri, version: file.version ?? null });
        }
      }
      return { items: [...items.values()] } satisfies WorkspaceDiagnosticReport;
    }),
  );
}

/** The editor asks again when the text has come to rest. */
function retry(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'the text was changed in the meantime', {
    retriggerRequest: true,
  });
}

interface ResultIds {
  idOf(uri: string, content: string): string;
}

/** The same id for the same content of a file. */
function createResultIds(): ResultIds {
  const known = new Map<string, { readonly content: string; readonly id: string }>();
  let count = 0;
  return {
    idOf(uri, content) {
      const before = known.get(uri);
      if (before?.content === content) return before.id;
      count += 1;
      known.set(uri, { content, id: String(count) });
      return String(count);
    },
  };
}
