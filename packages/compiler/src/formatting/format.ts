import type { Declaration, DeclarationUnit, SourceFile } from '../syntax/index.ts';
import { alignComments } from './align-comments.ts';
import type { Gap } from './gaps.ts';
import { readGap } from './gaps.ts';
import { lineWidth } from './page.ts';
import type { OutputLine } from './render.ts';
import type { FormattedUnit } from './unit.ts';
import { formatUnit } from './unit.ts';

/**
 * The text of a file in the one layout that all files share. Only white space and the commas of lists change; every
 * comment stays where it stood. A declaration that has syntax errors is kept as it was written.
 */
export function formatSourceFile(file: SourceFile): string {
  if (file.diagnostics.some(({ severity }) => severity === 'error')) return file.text;
  return assemble(file.text, file.declarations);
}

/** The text of one declaration in the same layout, with the comments around it and without a last line feed. */
export function formatDeclaration(unit: DeclarationUnit): string {
  return assemble(unit.text, [{ start: 0, unit }]).trimEnd();
}

interface Placed {
  readonly start: number;
  readonly unit: DeclarationUnit;
}

function assemble(text: string, declarations: readonly Placed[]): string {
  const lines: OutputLine[] = [];
  let end = 0;
  let above: Neighbor | undefined;
  for (const { start, unit } of declarations) {
    const formatted = formatUnit(unit);
    if (formatted === undefined) continue;
    const below: Neighbor = { kind: unit.tree.kind, formatted };
    const gap = readGap(text, end, start + formatted.start, above === undefined);
    if (staysOnLine(above, below, gap)) joinLines(lines, text.slice(end, start + formatted.start), formatted);
    else {
      addGap(lines, gap, needsBlank(above, below));
      for (const line of formatted.lines) lines.push(line);
    }
    end = start + formatted.end;
    above = below;
  }
  addGap(lines, { ...readGap(text, end, text.length, above === undefined), lineBreaks: 0 }, false);
  const written = alignComments(lines, lineWidth);
  return written.length === 0 ? '' : `${written.join('\n')}\n`;
}

interface Neighbor {
  readonly kind: Declaration['kind'];
  readonly formatted: FormattedUnit;
}

/** Kinds of which several may stand together without an empty line between them, where each takes one line. */
const families: Partial<Readonly<Record<Declaration['kind'], string>>> = {
  module: 'use',
  use: 'use',
  obligation: 'obligation',
  scale: 'words',
  group: 'words',
  let: 'let',
  choose: 'choose',
};

function needsBlank(above: Neighbor | undefined, below: Neighbor): boolean {
  if (above === undefined || above.formatted.isVerbatim || below.formatted.isVerbatim) return false;
  const family = families[above.kind];
  if (family === undefined || family !== families[below.kind]) return true;
  return above.formatted.lines.length > 1 || below.formatted.lines.length > 1;
}

/** Where a declaration ends that could not be read is a guess: a line break there could change it. */
function staysOnLine(above: Neighbor | undefined, below: Neighbor, gap: Gap): boolean {
  if (above === undefined || gap.lineBreaks > 0 || gap.comments.length > 0) return false;
  return above.formatted.isVerbatim || below.formatted.isVerbatim;
}

function joinLines(lines: OutputLine[], between: string, formatted: FormattedUnit): void {
  const last = lines.pop();
  for (const [index, line] of formatted.lines.entries()) {
    lines.push(index > 0 ? line : { ...line, code: `${last?.code ?? ''}${between}${line.code}` });
  }
}

/** Adds the comments between two declarations, and empty lines where the author has some or one is due. */
function addGap(lines: OutputLine[], gap: Gap, isBlankDue: boolean): void {
  const hasBlank =
    gap.lineBreaks > 1 || gap.comments.some(({ ownLine, afterBlank }) => ownLine && afterBlank);
  let isDue = isBlankDue && !hasBlank;
  for (const { text, ownLine, afterBlank } of gap.comments) {
    if (!ownLine) {
      lines.push({ code: lines.pop()?.code ?? '', comment: text });
      continue;
    }
    if (lines.length > 0 && (afterBlank || isDue)) lines.push({ code: '' });
    isDue = false;
    lines.push({ code: text });
  }
  if (lines.length > 0 && (gap.lineBreaks > 1 || isDue)) lines.push({ code: '' });
}
