import type { DeclarationUnit, ExceptNode, LiftNode, RuleNode, Span } from '@privacy-lang/compiler';
import type { CodeAction, CodeActionKind, TextEdit } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import { unitAt } from '../model/snapshot.ts';
import { nodesAround } from '../model/tree-path.ts';
import type { AnyNode } from '../model/tree-walk.ts';

/** What is selected, in the declaration that it begins in. */
export interface ActionPlace {
  readonly snapshot: ProgramSnapshot;
  readonly file: ProgramFile;
  readonly unit: DeclarationUnit;
  /** Where the declaration starts in the file. */
  readonly start: number;
  /** The selection, from the start of the declaration. */
  readonly span: Span;
  /** The nodes around the start of the selection, the outermost first. */
  readonly around: readonly AnyNode[];
}

export function actionPlace(
  snapshot: ProgramSnapshot,
  file: ProgramFile,
  selection: Span,
): ActionPlace | undefined {
  const found = unitAt(file.source, selection.start);
  if (found === undefined) return undefined;
  const { unit, start } = found;
  const span = { start: found.offset, end: Math.min(selection.end - start, unit.text.length) };
  return { snapshot, file, unit, start, span, around: nodesAround(unit, found.offset) };
}

/** An edit of the declaration that is selected, or of another part of its file. */
export function editAt({ file, start }: ActionPlace, span: Span, newText: string): TextEdit {
  return { range: rangeFrom(file, start, span), newText };
}

/** An action that changes the file of the selection. */
export function actionOf(
  { file }: ActionPlace,
  title: string,
  kind: CodeActionKind,
  edits: readonly TextEdit[],
): CodeAction {
  return { title, kind, edit: { changes: { [file.uri]: [...edits] } } };
}

export type RuleLike = RuleNode | LiftNode | ExceptNode;

/** The innermost rule, lift or exception that is selected. */
export function ruleAround({ around }: ActionPlace): RuleLike | undefined {
  return around.findLast(isRuleLike);
}

function isRuleLike(node: AnyNode): node is RuleLike {
  return node.kind === 'rule' || node.kind === 'lift' || node.kind === 'except';
}

/** The white space at the beginning of the line that an offset of a text is on. */
export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\r\n]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** An edit that adds a clause as the last line of a rule's block; undefined where the block has no end. */
export function clauseEdit(place: ActionPlace, rule: RuleLike, clause: string): TextEdit | undefined {
  const { text } = place.unit;
  const close = rule.end - 1;
  if (text[close] !== '}') return undefined;
  const own = text.slice(rule.start, close);
  if (!own.includes('\n')) {
    const at = rule.start + own.trimEnd().length;
    return editAt(place, { start: at, end: close }, ` ${clause} `);
  }
  // The clause comes in front of the exceptions, where a reader looks for it.
  const first = rule.clauses.find((each) => each.kind === 'except');
  if (first !== undefined) {
    const at = first.documentation?.start ?? first.start;
    return editAt(place, { start: at, end: at }, `${clause}\n\n${indentAt(text, at)}`);
  }
  const indent = `${indentAt(text, rule.start)}  `;
  const at = rule.start + own.trimEnd().length;
  return editAt(place, { start: at, end: at }, `\n${indent}${clause}`);
}
