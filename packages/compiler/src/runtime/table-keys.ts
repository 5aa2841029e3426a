import type { Taxonomy } from './terms.ts';
import { noneTerm } from './terms.ts';
import { isNone, unknownNumber } from './values.ts';

/** What the cells of a key name: terms, days of the week (from 1 for Monday), or 1 for yes and 0 for no. */
export type TableKey = Taxonomy | 'weekday' | 'boolean';

/** Stands for a key that is unknown and might turn out to be none, so that no row is certain. */
export const openKey = Number.NEGATIVE_INFINITY;

/** A key that may be none where it is unknown. */
export function orNoKey(key: number, sign: number): number {
  return key === sign ? openKey : key;
}

/** A condition as a key: 1, 0, or unknown. */
export function answerOf(isCertain: boolean, isPossible: boolean): number {
  return isCertain ? 1 : isPossible ? unknownNumber : 0;
}

export const nonePlace = -1;
export const openPlace = -2;

/** The position of a key among all that it can be; what is unknown has one of its own. */
export function keyPlace(key: TableKey | undefined, value: number): number {
  if (value === openKey) return openPlace;
  if (typeof key === 'object') return value === noneTerm ? nonePlace : value;
  if (isNone(value)) return nonePlace;
  return value === unknownNumber ? unknownPlace(key) : value;
}

/** The position of one more key beside others; none wins over what is unknown. */
export function joinedPlace(place: number, key: TableKey, value: number): number {
  const own = keyPlace(key, value);
  if (place === nonePlace || own === nonePlace) return nonePlace;
  return place === openPlace || own === openPlace ? openPlace : place * keySize(key) + own;
}

/** Days of the week count from 1; yes and no are 1 and 0. */
export function unknownPlace(key: TableKey | undefined): number {
  return key === 'boolean' ? 2 : 0;
}

export function keySize(key: TableKey): number {
  if (typeof key === 'object') return key.names.length;
  return key === 'weekday' ? 8 : 3;
}
