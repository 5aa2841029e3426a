import type { DeclarationUnit, SourceFile } from '../syntax/index.ts';
import type { LineMap } from '../text/index.ts';
import { createLineMap } from '../text/index.ts';
import type { Place } from './place.ts';
import type { Program } from './program.ts';

/** A place as people find and read it. */
export interface Location {
  /** The path of the file; empty where the place belongs to none of the program's files. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** What stands there, as it was written, on one line and without comments. */
  readonly text: string;
}

/** Finds where the places of a program stand; one locator serves any number of them. */
export function createLocator(program: Pick<Program, 'files'>): (place: Place) => Location {
  const homes = indexUnits(program.files);
  const lineMaps = new Map<SourceFile, LineMap>();
  return (place) => {
    const text = writtenText(place);
    const home = homes.get(place.unit);
    if (home === undefined) return { file: '', line: 1, column: 1, text };
    const lines = lineMaps.get(home.file) ?? createLineMap(home.file.text);
    lineMaps.set(home.file, lines);
    return { file: home.file.path, ...lines.positionAt(home.start + place.start), text };
  };
}

interface Home {
  readonly file: SourceFile;
  /** The offset of the unit in the text of the file. */
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

/** White space runs become one space, except inside of quoted texts. */
function writtenText(place: Place): string {
  return withoutComments(place)
    .replace(/"(?:[^"\\]|\\.)*"|\s+/g, (match) => (match.startsWith('"') ? match : ' '))
    .trim();
}

function withoutComments({ unit, start, end }: Place): string {
  let text = '';
  let from = start;
  for (const comment of unit.comments) {
    if (comment.start < from || comment.start >= end) continue;
    text += `${unit.text.slice(from, comment.start)} `;
    from = comment.end;
  }
  return text + unit.text.slice(Math.min(from, end), end);
}
