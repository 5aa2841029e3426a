import { invariant } from '../support/index.ts';
import type { DeclarationUnit, PlacedDeclaration, SourceFile } from '../syntax/index.ts';
import type { LineMap, LinePosition, Span } from '../text/index.ts';
import { createLineMap } from '../text/index.ts';
import type { Diagnostic, Fix, TextEdit } from './diagnostic.ts';

/** A diagnostic with the file it is about and, unless it is about the file as a whole, the declaration. */
export interface FileDiagnostic {
  readonly file: SourceFile;
  readonly unit: PlacedDeclaration | undefined;
  readonly diagnostic: Diagnostic;
}

/** A text that messages point into: a source file, or the project file. */
export interface DiagnosticSource {
  readonly path: string;
  readonly text: string;
  readonly lines: LineMap;
}

/** A span in the text of a whole file, with its lines and columns (both from 1). */
export interface LocatedSpan extends Span {
  readonly source: DiagnosticSource;
  readonly from: LinePosition;
  /** Where the span ends; the position itself is no longer part of it. */
  readonly to: LinePosition;
}

export interface LocatedLabel {
  readonly place: LocatedSpan;
  readonly text: string;
}

export interface LocatedEdit {
  readonly place: LocatedSpan;
  readonly newText: string;
}

export interface LocatedFix extends Pick<Fix, 'title' | 'kind'> {
  readonly edits: readonly LocatedEdit[];
}

/** A diagnostic whose places are those of files: what every renderer and editor shows. */
export interface LocatedDiagnostic extends Omit<Diagnostic, 'span' | 'related' | 'fixes'> {
  readonly place: LocatedSpan;
  readonly related: readonly LocatedLabel[];
  readonly fixes: readonly LocatedFix[];
}

/**
 * Turns the places of diagnostics, which count from the start of a declaration, into places in these files. A related
 * label whose declaration is in none of the files is left out, and so is a fix with such an edit.
 */
export function createDiagnosticLocator(
  files: readonly SourceFile[],
): (diagnostic: FileDiagnostic) => LocatedDiagnostic {
  const homes = indexUnits(files);
  const sources = new Map<SourceFile, DiagnosticSource>();
  const sourceOf = (file: SourceFile): DiagnosticSource => {
    const known = sources.get(file) ?? createDiagnosticSource(file.path, file.text);
    sources.set(file, known);
    return known;
  };
  return ({ file, unit, diagnostic }) => {
    const home = { file, start: unit?.start ?? 0 };
    return locateParts(diagnostic, (span, other) => {
      const found = other === undefined || other === unit?.unit ? home : homes.get(other);
      return found === undefined ? undefined : locateSpan(sourceOf(found.file), span, found.start);
    });
  };
}

/** Places a diagnostic whose spans count from the start of one text. */
export function locateInSource(diagnostic: Diagnostic, source: DiagnosticSource): LocatedDiagnostic {
  return locateParts(diagnostic, (span) => locateSpan(source, span, 0));
}

export function createDiagnosticSource(path: string, text: string): DiagnosticSource {
  return { path, text, lines: createLineMap(text) };
}

type Locate = (span: Span, unit: DeclarationUnit | undefined) => LocatedSpan | undefined;

interface Home {
  readonly file: SourceFile;
  readonly start: number;
}

function indexUnits(files: readonly SourceFile[]): ReadonlyMap<DeclarationUnit, Home> {
  const homes = new Map<DeclarationUnit, Home>();
  for (const file of files) {
    for (const { unit, start } of file.declarations) {
      if (!homes.has(unit)) homes.set(unit, { file, start });
    }
  }
  return homes;
}

function locateSpan(source: DiagnosticSource, span: Span, offset: number): LocatedSpan {
  const start = clamp(span.start + offset, 0, source.text.length);
  const end = clamp(span.end + offset, start, source.text.length);
  return { source, start, end, from: source.lines.positionAt(start), to: source.lines.positionAt(end) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function locateParts(diagnostic: Diagnostic, locate: Locate): LocatedDiagnostic {
  const { span, related, fixes, ...parts } = diagnostic;
  const place = locate(span, undefined);
  invariant(place !== undefined, 'The place of a diagnostic itself is always known.');
  return {
    ...parts,
    place,
    related: related.flatMap((label) => {
      const labelPlace = locate(label.span, label.unit);
      return labelPlace === undefined ? [] : [{ place: labelPlace, text: label.text }];
    }),
    fixes: fixes.flatMap((fix) => locateFix(fix, locate)),
  };
}

function locateFix(fix: Fix, locate: Locate): LocatedFix[] {
  const edits: LocatedEdit[] = [];
  for (const edit of fix.edits) {
    const located = locateEdit(edit, locate);
    if (located === undefined) return [];
    edits.push(located);
  }
  return [{ title: fix.title, kind: fix.kind, edits }];
}

function locateEdit(edit: TextEdit, locate: Locate): LocatedEdit | undefined {
  const place = locate(edit.span, edit.unit);
  return place === undefined ? undefined : { place, newText: edit.newText };
}
