import type { Presence } from './presence.ts';
import { absentUnknown } from './presence.ts';

/** A list in facts. One that is read through none is empty. */
export interface List<Entry> {
  /** The entries that there are; what stands behind them in `entries` is left over from earlier facts. */
  length: number;
  readonly entries: Entry[];
  /** There may be more entries: the list is partial, or unknown altogether. */
  isOpen: boolean;
  presence: Presence;
}

/** A list without entries. */
export function emptyList<Entry>(presence: Presence): List<Entry> {
  return { length: 0, entries: [], isOpen: presence === absentUnknown, presence };
}

/** The entry at a position below `length`. */
export function entryAt<Entry>(list: List<Entry>, index: number): Entry {
  // Every position below the length was filled when the list was read.
  return list.entries[index] as Entry;
}
