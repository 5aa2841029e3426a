import { generatedText } from '../../custom/generated-code.ts';
import { uriKey } from '../../text/uris.ts';
import { contentAt } from '../../workspace/addresses.ts';
import type { FeatureContext } from '../answers.ts';
import { guardRequest } from '../guard.ts';
import { registerActions } from './actions.ts';
import { registerCustom } from './custom.ts';
import { registerDisplay } from './display.ts';
import { registerHierarchies } from './hierarchies.ts';
import { registerNavigation } from './navigation.ts';
import { registerPulledDiagnostics } from './pulled-diagnostics.ts';
import { registerText } from './text.ts';
import { registerTyping } from './typing.ts';

/** Connects every request to the feature that answers it. */
export function registerFeatures(context: FeatureContext): void {
  registerNavigation(context);
  registerHierarchies(context);
  registerText(context);
  registerTyping(context);
  registerDisplay(context);
  registerActions(context);
  registerPulledDiagnostics(context);
  registerCustom(context);
  registerContent(context);
}

/** Texts that are no files: the library, pages about messages, and what policies compile to. */
function registerContent({ connection, log, workspace }: FeatureContext): void {
  connection.workspace.textDocumentContent.on(
    guardRequest(log, 'text content', async ({ uri }: { readonly uri: string }) => {
      const key = uriKey(uri);
      const text =
        (await contentAt(workspace.environment, key)) ?? generatedText(await workspace.allPrograms(), uri);
      return text === undefined ? null : { text };
    }),
  );
}
