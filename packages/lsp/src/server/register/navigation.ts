import type { Location, LocationLink, RenameParams } from 'vscode-languageserver';
import { definition, definitionLinks } from '../../features/definition.ts';
import { documentHighlights } from '../../features/highlights.ts';
import { hover } from '../../features/hover.ts';
import { implementation } from '../../features/implementation.ts';
import { linkedEditing } from '../../features/linked-editing.ts';
import { references } from '../../features/references.ts';
import { prepareRename, rename } from '../../features/rename.ts';
import { typeDefinition } from '../../features/type-definition.ts';
import type { FileMove } from '../../features/will-rename.ts';
import { willRenameFiles } from '../../features/will-rename.ts';
import { workspaceSymbols } from '../../features/workspace-symbols.ts';
import type { FeatureContext, PlaceParams } from '../answers.ts';
import { createAnswers } from '../answers.ts';
import { guardRequest } from '../guard.ts';

/** Requests that lead from a name to what it stands for and back. */
export function registerNavigation(context: FeatureContext): void {
  const { connection, client, workspace, log } = context;
  const { atPlace } = createAnswers(context);
  connection.onHover(atPlace('hover', (target) => hover(target) ?? null));
  const declared = atPlace('definition', (target): Location[] | LocationLink[] =>
    client.takesDefinitionLinks ? definitionLinks(target) : definition(target),
  );
  connection.onDefinition(declared);
  connection.onDeclaration(declared);
  connection.onTypeDefinition(atPlace('type definition', typeDefinition));
  connection.onImplementation(atPlace('implementation', implementation));
  connection.onReferences(
    atPlace('references', (target, params: PlaceParams & { context: { includeDeclaration: boolean } }) =>
      references(target, params.context),
    ),
  );
  connection.onDocumentHighlight(atPlace('document highlight', documentHighlights));
  connection.onPrepareRename(atPlace('preparing a rename', prepareRename));
  connection.onRenameRequest(
    atPlace('rename', (target, { newName }: RenameParams) => rename(target, newName)),
  );
  connection.languages.onLinkedEditingRange(atPlace('linked editing', linkedEditing));
  connection.workspace.onWillRenameFiles(
    guardRequest(log, 'renaming files', async ({ files }: { readonly files: readonly FileMove[] }) => {
      return willRenameFiles(await workspace.allPrograms(), files) ?? null;
    }),
  );
  connection.onWorkspaceSymbol(
    guardRequest(log, 'workspace symbols', async ({ query }: { readonly query: string }) =>
      workspaceSymbols(await workspace.allPrograms(), query),
    ),
  );
}
