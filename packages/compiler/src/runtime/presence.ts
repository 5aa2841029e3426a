import type { Reading } from './readings.ts';
import { noneTerm, unknownTerm } from './terms.ts';
import { noneNumber, unknownNumber } from './values.ts';

/** Whether a record or a list is there; everything that is read through one that is not is like it. */
export type Presence = typeof present | typeof absentUnknown | typeof absentNone;

export const present = 0;
export const absentUnknown = 1;
export const absentNone = 2;

/** What stands in the fields of a record that is not there. */
export function absentNumber(presence: Presence): number {
  return presence === absentNone ? noneNumber : unknownNumber;
}

export function absentTerm(presence: Presence): number {
  return presence === absentNone ? noneTerm : unknownTerm;
}

export function absentValue(presence: Presence): null | undefined {
  return presence === absentNone ? null : undefined;
}

interface Present {
  readonly presence: Presence;
}

/** `x is known`: none is known, too. */
export function isKnownPart({ presence }: Present): boolean {
  return presence !== absentUnknown;
}

/** `x is none`, for a record or a list. */
export function mayBeNoPart({ presence }: Present, reading: Reading): boolean {
  return presence === absentNone || (reading && presence === absentUnknown);
}
