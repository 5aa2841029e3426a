import { unknownNumber, yes } from './values.ts';

/** A class that makes any sum of classes negative: what a fact cannot be, so that no table is asked about it. */
export const outside = -65_536;

/** What a term adds to the number of a situation; in `classes` stand none, not known and then each term. */
export function classOfTerm(classes: Int32Array, term: number): number {
  return classes[term + 1] ?? outside;
}

/** The class of a yes-or-no fact that is always known: 1 for yes. */
export function classOfKnown(value: number): number {
  return value === yes ? 1 : 0;
}

/** The class of a yes-or-no fact: 1 for yes, 2 where it is not known. */
export function classOfFlag(value: number): number {
  return value === yes ? 1 : value === unknownNumber ? 2 : 0;
}
