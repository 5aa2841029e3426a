import { millisecondsPerDay, weekdayOf } from './dates.ts';
import type { Reading } from './readings.ts';
import { noneNumber, unknownNumber } from './values.ts';
import { fillOffsetSpan, isPlatformZone } from './zones.ts';

/** A time zone, with local time as it was asked for last. */
export interface Zone {
  readonly id: string;
  /** The instants between which `offset` and `day` hold; the second is excluded. */
  from: number;
  until: number;
  /** What to add to an instant to read local time off it, in milliseconds. */
  offset: number;
  /** In days since 1970-01-01. */
  day: number;
}

/** A zone in facts: undefined where it is unknown, null where it is none. */
export type ZoneFact = Zone | null | undefined;

const knownZones = new Map<string, Zone | undefined>();
const rememberedZones = 2048;

/** The zone of an id that the platform knows, else undefined. */
export function findZone(id: string): Zone | undefined {
  const known = knownZones.get(id);
  if (known !== undefined || knownZones.has(id)) return known;
  // Ids come from facts as well: what hostile callers invent must not fill the memory.
  if (knownZones.size >= rememberedZones) knownZones.clear();
  const zone = isPlatformZone(id) ? { id, from: 0, until: 0, offset: 0, day: 0 } : undefined;
  knownZones.set(id, zone);
  return zone;
}

/** A zone that a policy names. Throws where the platform does not have it: no date could be told there. */
export function zone(id: string): Zone {
  const known = findZone(id);
  if (known === undefined)
    throw new RangeError(`This platform has no time zone "${id}", which a policy needs.`);
  return known;
}

/** Whether two facts name the same zone. */
export function isSameZone(left: ZoneFact, right: ZoneFact, reading: Reading): boolean {
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return reading;
  return left.id === right.id;
}

/** Today's date in a zone. */
export function today(place: ZoneFact, now: number): number {
  if (place === undefined) return unknownNumber;
  if (place === null) return noneNumber;
  if (now < place.from || now >= place.until) refresh(place, now);
  return place.day;
}

/** The date of an instant in a zone. */
export function dateOf(instant: number, place: Zone): number {
  return instant === unknownNumber || Number.isNaN(instant) ? instant : today(place, instant);
}

/** The time of day in a zone, in milliseconds since midnight. */
export function timeOfDay(place: ZoneFact, now: number): number {
  if (place === undefined) return unknownNumber;
  if (place === null) return noneNumber;
  if (now < place.from || now >= place.until) refresh(place, now);
  return now + place.offset - place.day * millisecondsPerDay;
}

/** The day of the week in a zone, from 1 for Monday. */
export function weekday(place: ZoneFact, now: number): number {
  if (place === undefined) return unknownNumber;
  return place === null ? noneNumber : weekdayOf(today(place, now));
}

/** Local time is remembered until midnight, or until the offset changes. */
function refresh(place: Zone, now: number): void {
  fillOffsetSpan(place.id, now, place);
  place.day = Math.floor((now + place.offset) / millisecondsPerDay);
  const midnight = place.day * millisecondsPerDay - place.offset;
  place.from = Math.max(place.from, midnight);
  place.until = Math.min(place.until, midnight + millisecondsPerDay);
}
