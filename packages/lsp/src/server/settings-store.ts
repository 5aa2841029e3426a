import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Log } from './guard.ts';
import { guardNotification } from './guard.ts';
import type { EditorSettings } from './settings.ts';
import { readEditorSettings } from './settings.ts';

/** The settings of the editor as they are now. */
export interface SettingsStore {
  readonly current: () => EditorSettings;
  /** Asks for the settings and for news about them; called when the editor is ready. */
  start(): Promise<void>;
}

interface StoreParts {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ClientFeatures;
}

/** Editors send settings at the start, are asked for them, or send them when they change: all three are taken. */
export function createSettingsStore(
  { connection, log, client }: StoreParts,
  initial: unknown,
): SettingsStore {
  let settings = readEditorSettings(initial);
  const take = (value: unknown): void => {
    settings = readEditorSettings(value);
    if (client.refreshesHints) connection.languages.inlayHint.refresh();
    if (client.refreshesLenses) connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  };
  const ask = async (): Promise<void> => take(await connection.workspace.getConfiguration('privacy'));
  connection.onDidChangeConfiguration(
    guardNotification(log, 'changing settings', async ({ settings: sent }: { settings: unknown }) => {
      if (client.hasSettings) return ask();
      const isObject = typeof sent === 'object' && sent !== null;
      if (isObject) take('privacy' in sent ? sent.privacy : sent);
    }),
  );
  return {
    current: () => settings,
    async start() {
      if (client.registersSettings) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'privacy' });
      }
      if (client.hasSettings) await ask();
    },
  };
}
