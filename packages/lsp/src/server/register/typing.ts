import type { CompletionItem } from 'vscode-languageserver';
import { completion, resolveCompletion } from '../../features/completion.ts';
import { signatureHelp } from '../../features/signature-help.ts';
import type { FeatureContext } from '../answers.ts';
import { createAnswers } from '../answers.ts';
import { guardRequest } from '../guard.ts';
import { readSymbolData } from '../symbol-data.ts';

/** Requests that come with every letter. */
export function registerTyping(context: FeatureContext): void {
  const { connection, log, client, workspace } = context;
  const { whileTyping } = createAnswers(context);
  connection.onCompletion(
    whileTyping('completion', async (target) => {
      const modules = await workspace.modulesFor(target.snapshot);
      return completion(target, { modules, takesSnippets: client.takesSnippets });
    }),
  );
  connection.onCompletionResolve(
    guardRequest(log, 'completion details', async (item: CompletionItem) => {
      const data = readSymbolData(item.data);
      const snapshot = data === undefined ? undefined : await workspace.latestAt(data.uri);
      if (data === undefined || snapshot === undefined) return item;
      return resolveCompletion(item, snapshot, data);
    }),
  );
  connection.onSignatureHelp(whileTyping('signature help', signatureHelp));
}
