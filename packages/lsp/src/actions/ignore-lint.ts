import type { FileDiagnostic } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { ProgramFile } from '../model/snapshot.ts';
import { indentAt } from './action-place.ts';

/** A comment that switches a piece of advice off for one line, with a reason to be filled in. */
export function ignoreLint(file: ProgramFile, { unit, diagnostic }: FileDiagnostic): CodeAction[] {
  if (unit === undefined || !diagnostic.code.startsWith('lint/') || diagnostic.code.includes('ignore'))
    return [];
  const { text } = unit.unit;
  const line = text.lastIndexOf('\n', diagnostic.span.start - 1) + 1;
  const indent = indentAt(text, diagnostic.span.start);
  const newText = `${indent}// ignore ${diagnostic.code}: …\n`;
  const range = rangeFrom(file, unit.start, { start: line, end: line });
  return [
    {
      title: 'Ignore this advice here, with a reason',
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [file.uri]: [{ range, newText }] } },
    },
  ];
}
