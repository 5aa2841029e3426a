import type { CodeActionContext, Range } from 'vscode-languageserver';
import { codeActions } from '../../features/code-actions.ts';
import type { FeatureContext, FileParams } from '../answers.ts';
import { createAnswers } from '../answers.ts';

interface ActionParams extends FileParams {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** Fixes, and changes that keep the meaning. */
export function registerActions(context: FeatureContext): void {
  const { connection, diagnostics } = context;
  const { inFile } = createAnswers(context);
  connection.onCodeAction(
    inFile('code action', ({ snapshot, file }, { range, context: { only } }: ActionParams) =>
      codeActions(snapshot, file, { ...diagnostics, span: file.positions.toSpan(range), only }),
    ),
  );
}
