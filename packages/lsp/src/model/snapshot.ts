import type {
  CheckedProgram,
  DeclarationUnit,
  FileDiagnostic,
  LoadFailure,
  ProjectSettings,
  SourceFile,
} from '@privacy-lang/compiler';
import type { Positions } from '../text/positions.ts';
import type { SymbolIndex } from './symbol-index.ts';

/** A text with its tree; all that features need which do not ask for meaning. */
export interface TextSnapshot {
  /** As the editor spells it. */
  readonly uri: string;
  readonly source: SourceFile;
  readonly positions: Positions;
}

/** A file of a program. */
export interface ProgramFile extends TextSnapshot {
  readonly key: string;
  readonly isLibrary: boolean;
  /** The version of the open document; absent where the file is not open. */
  readonly version: number | undefined;
}

/** One version of a program, checked. Nothing of it ever changes. */
export interface ProgramSnapshot {
  /** The same for all versions of one program. */
  readonly id: string;
  /** The key of the folder that paths count from. */
  readonly root: string;
  readonly settings: ProjectSettings;
  readonly checked: CheckedProgram;
  /** About all files, sorted by file and place. */
  readonly diagnostics: readonly FileDiagnostic[];
  readonly files: readonly ProgramFile[];
  /** Files that could not be read. */
  readonly failures: readonly LoadFailure[];
  fileAt(key: string): ProgramFile | undefined;
  /** Where a declaration stands. */
  homeOf(unit: DeclarationUnit): Home | undefined;
  readonly symbols: SymbolIndex;
}

export interface Home {
  readonly file: ProgramFile;
  /** The offset of the declaration in the text of the file. */
  readonly start: number;
}

/** A place in a program that a feature is asked about. */
export interface Target {
  readonly snapshot: ProgramSnapshot;
  readonly file: ProgramFile;
  readonly offset: number;
}

/** The declaration at an offset of a file, and the offset seen from its start. */
export function unitAt(
  source: SourceFile,
  offset: number,
): { readonly unit: DeclarationUnit; readonly start: number; readonly offset: number } | undefined {
  let low = 0;
  let high = source.declarations.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.declarations[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const placed = source.declarations[low];
  return placed === undefined
    ? undefined
    : { unit: placed.unit, start: placed.start, offset: offset - placed.start };
}
