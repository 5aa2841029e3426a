import type { FileDiagnostic, Fix, TextEdit as SourceEdit, Span } from '@privacy-lang/compiler';
import { applyAutomaticFixes, createDiagnosticLocator } from '@privacy-lang/compiler';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { actionPlace } from '../actions/action-place.ts';
import { addCitation, markOverridable } from '../actions/add-clause.ts';
import { addTest } from '../actions/add-test.ts';
import { extractDefine } from '../actions/extract-define.ts';
import { ignoreLint } from '../actions/ignore-lint.ts';
import { inlineDefine } from '../actions/inline-define.ts';
import { organizeUses, organizeUsesKind } from '../actions/organize-uses.ts';
import { splitRule } from '../actions/split-rule.ts';
import { testsToScenarios } from '../actions/tests-to-scenarios.ts';
import { rangeFrom } from '../model/places.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import { changedLines } from '../text/text-edits.ts';
import type { DiagnosticOptions } from './diagnostics.ts';
import { toEditorDiagnostic } from './diagnostics.ts';

/** The kinds of actions that are offered. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  organizeUsesKind,
  CodeActionKind.SourceFixAll,
] as const;

export interface CodeActionOptions extends DiagnosticOptions {
  readonly span: Span;
  /** The kinds that the editor asks for; all where it names none. */
  readonly only: readonly string[] | undefined;
}

/** The fixes of the messages in a span, changes of form at the place, and what concerns the file as a whole. */
export function codeActions(
  snapshot: ProgramSnapshot,
  file: ProgramFile,
  options: CodeActionOptions,
): CodeAction[] {
  if (file.isLibrary) return [];
  const { only, span } = options;
  const isWanted = (kind: string): boolean =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const own = snapshot.diagnostics.filter((found) => found.file === file.source);
  const touched = own.filter((found) => touches(found, span));
  const fixes = isWanted(CodeActionKind.QuickFix)
    ? touched.flatMap((found) => [
        ...quickFixes({ snapshot, file }, found, options),
        ...ignoreLint(file, found),
      ])
    : [];
  const changes = refactorings(snapshot, file, span).filter(({ kind }) => isWanted(kind ?? ''));
  // Without being asked for, what concerns the whole file would crowd out the fixes of one place.
  const whole = only === undefined ? [] : wholeFileActions({ snapshot, file }, own);
  return [...fixes, ...changes, ...whole.filter(({ kind }) => isWanted(kind ?? ''))];
}

const refactoringsAt = [
  extractDefine,
  inlineDefine,
  splitRule,
  addTest,
  addCitation,
  markOverridable,
  testsToScenarios,
] as const;

function refactorings(snapshot: ProgramSnapshot, file: ProgramFile, span: Span): CodeAction[] {
  const place = actionPlace(snapshot, file, span);
  const isReadable = place?.unit.diagnostics.every(({ severity }) => severity !== 'error') === true;
  return place === undefined || !isReadable ? [] : refactoringsAt.flatMap((offer) => offer(place));
}

function wholeFileActions(around: Around, own: readonly FileDiagnostic[]): CodeAction[] {
  return [fixAll(around, own), organizeUses(around.file)].filter((action) => action !== undefined);
}

interface Around {
  readonly snapshot: ProgramSnapshot;
  readonly file: ProgramFile;
}

function touches({ unit, diagnostic }: FileDiagnostic, span: Span): boolean {
  const start = (unit?.start ?? 0) + diagnostic.span.start;
  const end = (unit?.start ?? 0) + diagnostic.span.end;
  return start <= span.end && span.start <= end;
}

function quickFixes(around: Around, found: FileDiagnostic, options: DiagnosticOptions): CodeAction[] {
  const diagnostics = [toEditorDiagnostic({ snapshot: around.snapshot, text: around.file }, found, options)];
  return found.diagnostic.fixes.flatMap((fix) => {
    const changes = fixChanges(around, found, fix);
    if (changes === undefined) return [];
    const isPreferred = fix.kind === 'automatic' && found.diagnostic.fixes.length === 1;
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(isPreferred ? { isPreferred } : {}),
      edit: { changes },
    };
  });
}

/** Undefined where a fix would change a file that is not the author's. */
function fixChanges(around: Around, found: FileDiagnostic, fix: Fix): Record<string, TextEdit[]> | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of fix.edits) {
    const home = homeOfEdit(around, found, edit);
    if (home === undefined || home.file.isLibrary) return undefined;
    const edits = changes[home.file.uri] ?? [];
    edits.push({ range: rangeFrom(home.file, home.start, edit.span), newText: edit.newText });
    changes[home.file.uri] = edits;
  }
  return Object.keys(changes).length === 0 ? undefined : changes;
}

function homeOfEdit({ snapshot, file }: Around, { unit }: FileDiagnostic, edit: SourceEdit) {
  if (edit.unit === undefined || edit.unit === unit?.unit) return { file, start: unit?.start ?? 0 };
  return snapshot.homeOf(edit.unit);
}

/** All fixes of the file that are certain, as far as they do not get in each other's way. */
function fixAll({ snapshot, file }: Around, own: readonly FileDiagnostic[]): CodeAction | undefined {
  const locate = createDiagnosticLocator(snapshot.files.map(({ source }) => source));
  const { texts } = applyAutomaticFixes(own.map(locate), (path) => path === file.source.path);
  const text = texts.get(file.source.path);
  if (text === undefined) return undefined;
  const edits = changedLines(file.source.text, text).map(({ span, newText }) => ({
    range: file.positions.toRange(span),
    newText,
  }));
  return {
    title: 'Fix everything that can be fixed for certain',
    kind: CodeActionKind.SourceFixAll,
    edit: { changes: { [file.uri]: edits } },
  };
}
