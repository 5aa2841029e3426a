import type { DeclarationUnit, Diagnostic, FileDiagnostic, LocatedDiagnostic } from '@privacy-lang/compiler';
import type { DiagnosticRelatedInformation, Diagnostic as EditorDiagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { locationOf, rangeFrom } from '../model/places.ts';
import type { ProgramFile, ProgramSnapshot, TextSnapshot } from '../model/snapshot.ts';

/** What an editor shows as the origin of a message. */
export const diagnosticSource = 'privacy';

export interface DiagnosticOptions {
  /** Where the page about a code can be opened; undefined where the editor cannot open it. */
  readonly pageOf: (code: string) => string | undefined;
  /** Whether the editor shows related places. */
  readonly showsRelated: boolean;
}

/** Everything that is known about a file of a program. */
export function fileDiagnostics(
  snapshot: ProgramSnapshot,
  file: ProgramFile,
  options: DiagnosticOptions,
): EditorDiagnostic[] {
  return snapshot.diagnostics
    .filter((found) => found.file === file.source)
    .map((found) => toEditorDiagnostic({ snapshot, text: file }, found, options));
}

/**
 * What can be said about a text before it was checked: its syntax, and what was found out about it before, as far as
 * the places are still there. So nothing vanishes that comes back a moment later.
 */
export function earlyDiagnostics(
  snapshot: ProgramSnapshot | undefined,
  text: TextSnapshot,
  options: DiagnosticOptions,
): EditorDiagnostic[] {
  const file = snapshot?.files.find(({ uri }) => uri === text.uri);
  const known = new Map<DeclarationUnit, FileDiagnostic[]>();
  for (const { unit } of file?.source.declarations ?? []) known.set(unit, []);
  for (const found of snapshot?.diagnostics ?? []) {
    if (found.file === file?.source && found.unit !== undefined) known.get(found.unit.unit)?.push(found);
  }
  const fresh = [
    ...text.source.diagnostics.map((diagnostic) => ({ file: text.source, unit: undefined, diagnostic })),
    ...text.source.declarations.flatMap((unit) =>
      (known.get(unit.unit)?.map(({ diagnostic }) => diagnostic) ?? unit.unit.diagnostics).map(
        (diagnostic) => ({ file: text.source, unit, diagnostic }),
      ),
    ),
  ];
  for (const { unit } of text.source.declarations) known.delete(unit);
  const moved = file === undefined ? [] : movedDiagnostics([...known.values()].flat(), file, text);
  return [...fresh, ...moved].map((each) => toEditorDiagnostic({ snapshot, text }, each, options));
}

/** Messages of meaning about declarations that were edited, where the edit is not at their own place. */
function movedDiagnostics(
  found: readonly FileDiagnostic[],
  { source: before }: ProgramFile,
  { source: after }: TextSnapshot,
): FileDiagnostic[] {
  const most = Math.min(before.text.length, after.text.length);
  let start = 0;
  while (start < most && before.text.charCodeAt(start) === after.text.charCodeAt(start)) start += 1;
  const shift = after.text.length - before.text.length;
  let end = before.text.length;
  const isSame = (): boolean => before.text.charCodeAt(end - 1) === after.text.charCodeAt(end - 1 + shift);
  while (end > start && end + shift > start && isSame()) end -= 1;
  return found.flatMap(({ unit, diagnostic }) => {
    const from = (unit?.start ?? 0) + diagnostic.span.start;
    const to = (unit?.start ?? 0) + diagnostic.span.end;
    if (diagnostic.code.startsWith('syntax/') || (from < end && to > start)) return [];
    const by = from >= end ? shift : 0;
    const span = { start: from + by, end: to + by };
    return { file: after, unit: undefined, diagnostic: { ...diagnostic, span, related: [], fixes: [] } };
  });
}

interface Around {
  readonly snapshot: ProgramSnapshot | undefined;
  readonly text: TextSnapshot;
}

/** A message as the editor shows it. */
export function toEditorDiagnostic(
  { snapshot, text }: Around,
  { unit, diagnostic }: FileDiagnostic,
  options: DiagnosticOptions,
): EditorDiagnostic {
  const start = unit?.start ?? 0;
  const related = options.showsRelated ? relatedPlaces({ snapshot, text }, { unit, diagnostic }) : [];
  return {
    ...messageParts(diagnostic, options),
    range: rangeFrom(text, start, diagnostic.span),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** What is wrong with a project file, at the places of its own text. */
export function projectFileDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  text: Pick<TextSnapshot, 'positions'>,
  options: DiagnosticOptions,
): EditorDiagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...messageParts(diagnostic, options),
    range: text.positions.toRange(diagnostic.place),
  }));
}

type MessageParts = Pick<Diagnostic, 'code' | 'severity' | 'headline' | 'because' | 'help'>;

function messageParts(diagnostic: MessageParts, { pageOf }: DiagnosticOptions) {
  const { code, severity, headline, because, help } = diagnostic;
  const page = pageOf(code);
  const tags = unnecessaryCodes.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {};
  return {
    severity: severities[severity],
    code,
    source: diagnosticSource,
    message: [headline, because, help].filter((part) => part !== undefined).join('\n'),
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...tags,
  };
}

const severities: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What these are about can be deleted without changing any answer: editors show it faded. */
const unnecessaryCodes: ReadonlySet<string> = new Set([
  'lint/needless-else',
  'lint/needless-ignore',
  'policy/permit-under-permit',
]);

function relatedPlaces(
  { snapshot, text }: Around,
  { unit, diagnostic }: Pick<FileDiagnostic, 'unit' | 'diagnostic'>,
): DiagnosticRelatedInformation[] {
  return diagnostic.related.flatMap((label) => {
    const isOwn = label.unit === undefined || label.unit === unit?.unit;
    const location = isOwn
      ? { uri: text.uri, range: rangeFrom(text, unit?.start ?? 0, label.span) }
      : snapshot !== undefined && label.unit !== undefined
        ? locationOf(snapshot, { unit: label.unit, ...label.span })
        : undefined;
    return location === undefined ? [] : [{ location, message: label.text }];
  });
}
