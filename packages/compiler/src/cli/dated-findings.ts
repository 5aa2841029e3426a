import type { EndedCover, NotInForce } from '../analysis/index.ts';
import { endedCovers, notInForceOn } from '../analysis/index.ts';
import type { FileDiagnostic } from '../diagnostics/index.ts';
import { createDiagnostic } from '../diagnostics/index.ts';
import type { Program } from '../logic/index.ts';
import { isLibraryPath, packOfPath } from '../program/index.ts';
import { formatDate, parseDate } from '../runtime/index.ts';
import type { PlacedDeclaration, SourceFile } from '../syntax/index.ts';

export interface DatedOptions {
  /** A program without errors. */
  readonly program: Program;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Somebody asked for this day: then everything that is not in force on it is told, too. */
  readonly isAsked: boolean;
}

/** What has run out on a day: calendars that policies read; where somebody asks, also tables, groups and provisions. */
export function datedFindings({ program, day, isAsked }: DatedOptions): readonly FileDiagnostic[] {
  const date = parseDate(day);
  if (date === undefined) return [];
  const covers = endedCovers(program, date).filter(({ kind }) => isAsked || kind === 'calendar');
  return [
    ...covers.flatMap((cover) => coverFinding(cover, program)),
    ...(isAsked ? notInForceOn(program, date).flatMap((found) => periodFinding(found, program, day)) : []),
  ];
}

function coverFinding(cover: EndedCover, { files }: Program): readonly FileDiagnostic[] {
  const { kind, name, of, lastDay } = cover;
  const home = declarationOf(files, kind, name);
  if (home === undefined) return [];
  const because = {
    calendar: 'Later days are neither working days nor holidays: whatever asks for them is undetermined.',
    table: 'No row follows: later look-ups are unknown.',
    group: 'Every membership has ended: nothing belongs to it any more.',
  }[kind];
  const about = of.length === 0 ? '' : ` for ${fewNames(of)}`;
  const what = `The ${kind} "${name}"`;
  const values = { what, date: `${formatDate(lastDay)}${about}`, because };
  return [{ ...home, diagnostic: createDiagnostic('lint/cover-ended', home.span, values) }];
}

const mostNames = 4;

function fewNames(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}

interface NamedPlace {
  readonly file: SourceFile;
  readonly unit: PlacedDeclaration;
  readonly span: { readonly start: number; readonly end: number };
}

function declarationOf(
  files: readonly SourceFile[],
  kind: EndedCover['kind'],
  name: string,
): NamedPlace | undefined {
  for (const file of files) {
    for (const unit of file.declarations) {
      const { tree } = unit.unit;
      if (tree.kind === kind && tree.name.text === name) return { file, unit, span: tree.name };
    }
  }
  return undefined;
}

/** What is not in force in packs is for their authors. */
function periodFinding(
  { dated, date, isOver }: NotInForce,
  { files }: Program,
  day: string,
): readonly FileDiagnostic[] {
  const { name, place } = dated;
  const own = files.filter(({ path }) => !isLibraryPath(path) && packOfPath(path) === undefined);
  for (const file of own) {
    const unit = file.declarations.find((declaration) => declaration.unit === place?.unit);
    if (unit === undefined || place === undefined) continue;
    const because = isOver ? `It ended on ${formatDate(date)}.` : `It begins on ${formatDate(date)}.`;
    const values = { name, day, because };
    return [{ file, unit, diagnostic: createDiagnostic('lint/not-in-force', place, values) }];
  }
  return [];
}
