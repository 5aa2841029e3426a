import type { ExtensionContext } from 'vscode';
import { commands, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** The identifier of the language, as contributed in package.json. */
export const languageId = 'privacy';

/** The name of the client in the editor's settings, and of its output channel. */
export const clientId = 'privacy';
export const clientName = 'Privacy Language';

/** What the server is told about: sources wherever they come from, and project files. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: languageId }, { pattern: '**/privacy.json' }],
  outputChannelName: clientName,
};

/** Starts the server with the extension, and offers to start it again. */
export async function startClient(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const restart = async (): Promise<void> => {
    try {
      if (client.needsStop()) await client.stop();
      await client.start();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await window.showErrorMessage(`The privacy language server does not start: ${reason}`);
    }
  };
  context.subscriptions.push(
    commands.registerCommand('privacy.restartServer', restart),
    commands.registerCommand('privacy.showOutput', () => client.outputChannel.show()),
  );
  await client.start();
}
