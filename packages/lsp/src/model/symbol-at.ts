import type { ProgramFile, Target } from './snapshot.ts';
import { unitAt } from './snapshot.ts';
import type { SymbolSite } from './symbols.ts';

/** A name at a place in a file. */
export interface FoundSite {
  readonly site: SymbolSite;
  readonly file: ProgramFile;
  /** The offset of its declaration in the file. */
  readonly start: number;
}

/** The name at a place; undefined where none is known. */
export function symbolAt({ snapshot, file, offset }: Target): FoundSite | undefined {
  // Right at the start of a declaration the name may also end the one before.
  for (const at of [offset, offset - 1]) {
    const found = at < 0 ? undefined : unitAt(file.source, at);
    if (found === undefined) continue;
    const site = snapshot.symbols.siteAt(found.unit, offset - found.start);
    if (site !== undefined) return { site, file, start: found.start };
  }
  return undefined;
}
