import type { CodeLens, InlayHint, InlayHintParams, Range, SemanticTokens } from 'vscode-languageserver';
import type { LensData } from '../../features/code-lenses.ts';
import { codeLenses, resolveCodeLens } from '../../features/code-lenses.ts';
import { inlayHints, resolveInlayHint } from '../../features/inlay-hints.ts';
import { semanticTokens, tokensEdits } from '../../features/semantic-tokens.ts';
import type { FeatureContext, FileParams } from '../answers.ts';
import { createAnswers } from '../answers.ts';
import { guardRequest } from '../guard.ts';
import { readSymbolData } from '../symbol-data.ts';

/** What an editor shows beside and between the words of a file. */
export function registerDisplay(context: FeatureContext): void {
  registerTokens(context);
  const { connection, log, workspace, settings } = context;
  const { inFile } = createAnswers(context);
  connection.languages.inlayHint.on(
    inFile('inlay hints', ({ snapshot, file }, { range }: InlayHintParams) =>
      inlayHints(snapshot, file, {
        span: file.positions.toSpan(range),
        settings: settings().inlayHints,
      }),
    ),
  );
  connection.languages.inlayHint.resolve(
    guardRequest(log, 'inlay hint details', async (hint: InlayHint) => {
      const data = readSymbolData(hint.data);
      const snapshot = data && (await workspace.latestAt(data.uri));
      return snapshot === undefined || data === undefined
        ? hint
        : resolveInlayHint(hint, snapshot, data.symbol);
    }),
  );
  connection.onCodeLens(
    inFile('code lenses', ({ snapshot, file }) => codeLenses(snapshot, file, settings().codeLens)),
  );
  connection.onCodeLensResolve(
    guardRequest(log, 'code lens details', async (lens: CodeLens) => {
      const data = readSymbolData(lens.data);
      const snapshot = data && (await workspace.latestAt(data.uri));
      if (snapshot === undefined || !isLensData(data)) return lens;
      return resolveCodeLens(snapshot, lens, data);
    }),
  );
}

function isLensData(data: ReturnType<typeof readSymbolData>): data is LensData & NonNullable<typeof data> {
  return data?.symbol.kind === 'rule' || data?.symbol.kind === 'define';
}

interface DeltaParams extends FileParams {
  readonly previousResultId: string;
}

/** Of so many files the last answer is kept. */
const mostRemembered = 20;

/** Editors get what changed since the answer that they name; only the last answer of each file is kept. */
function registerTokens(context: FeatureContext): void {
  const { connection } = context;
  const { inFile } = createAnswers(context);
  const last = new Map<string, { readonly id: string; readonly data: number[] }>();
  let count = 0;
  const remember = (uri: string, { data }: SemanticTokens): SemanticTokens => {
    count += 1;
    const id = String(count);
    last.delete(uri);
    last.set(uri, { id, data });
    const [oldest] = last.keys();
    if (last.size > mostRemembered && oldest !== undefined) last.delete(oldest);
    return { resultId: id, data };
  };
  const { semanticTokens: tokens } = connection.languages;
  tokens.on(async (params, token) => {
    const answer = inFile('semantic tokens', ({ snapshot, file }, { textDocument }: FileParams) =>
      remember(textDocument.uri, semanticTokens(snapshot, file)),
    );
    return (await answer(params, token)) ?? { data: [] };
  });
  tokens.onDelta(async (params, token) => {
    const answer = inFile('changed semantic tokens', ({ snapshot, file }, delta: DeltaParams) => {
      const before = last.get(delta.textDocument.uri);
      const after = remember(delta.textDocument.uri, semanticTokens(snapshot, file));
      if (before === undefined || before.id !== delta.previousResultId) return after;
      const edits = tokensEdits(before.data, after.data);
      return { edits, ...(after.resultId === undefined ? {} : { resultId: after.resultId }) };
    });
    return (await answer(params, token)) ?? { data: [] };
  });
  tokens.onRange(async (params, token) => {
    const answer = inFile(
      'semantic tokens of a range',
      ({ snapshot, file }, { range }: FileParams & { readonly range: Range }) =>
        semanticTokens(snapshot, file, file.positions.toSpan(range)),
    );
    return (await answer(params, token)) ?? { data: [] };
  });
}
