import type { DeclarationUnit, Span } from '@privacy-lang/compiler';
import { formatDeclaration, formatSourceFile } from '@privacy-lang/compiler';
import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextSnapshot } from '../model/snapshot.ts';
import { changedLines } from '../text/text-edits.ts';

/** The changes that bring a whole file into the one layout. */
export function formatDocument(text: TextSnapshot): TextEdit[] {
  return toTextEdits(text, 0, text.source.text, formatSourceFile(text.source));
}

/** The changes for the declarations that a range touches; those with syntax errors stay as they are. */
export function formatRange(text: TextSnapshot, range: Range): TextEdit[] {
  const wanted = text.positions.toSpan(range);
  return text.source.declarations.flatMap(({ unit, start }) => {
    const own = ownSpan(unit);
    const isTouched = start + own.start <= wanted.end && wanted.start <= start + own.end;
    if (!isTouched || own.start === own.end) return [];
    const formatted = formatDeclaration(unit).trimStart();
    return toTextEdits(text, start + own.start, unit.text.slice(own.start, own.end), formatted);
  });
}

/** A declaration without the white space around it. */
function ownSpan({ text }: DeclarationUnit): Span {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

function toTextEdits(text: TextSnapshot, offset: number, before: string, after: string): TextEdit[] {
  return changedLines(before, after).map(({ span, newText }) => ({
    range: text.positions.toRange({ start: offset + span.start, end: offset + span.end }),
    newText,
  }));
}
