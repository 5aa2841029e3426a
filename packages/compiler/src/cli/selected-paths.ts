import { rowFilesOf } from '../checking/index.ts';
import type { OpenedProgram } from './open-program.ts';
import type { Sources } from './select-sources.ts';

/** The files that a command was asked about, and those from which scenarios in them take their rows. */
export function selectedPaths({ selected }: Sources, { loaded }: OpenedProgram): ReadonlySet<string> {
  const rows = loaded.files.filter(({ path }) => selected.has(path)).flatMap(rowFilesOf);
  return new Set([...selected, ...rows]);
}
