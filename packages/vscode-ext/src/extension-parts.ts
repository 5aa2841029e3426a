import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What each part of the extension works with; it registers what it makes in `context.subscriptions`. */
export interface ExtensionParts {
  readonly context: ExtensionContext;
  /** Not started yet when parts are registered; requests wait until it is. */
  readonly client: BaseLanguageClient;
}
