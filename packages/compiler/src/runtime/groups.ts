import type { Zone } from './clock.ts';
import { today } from './clock.ts';
import type { Reading } from './readings.ts';
import { shareIn } from './scopes.ts';
import type { Taxonomy } from './terms.ts';
import { noneTerm, unknownTerm } from './terms.ts';
import { isNone, unknownNumber } from './values.ts';

/** Terms and groups of one taxonomy, each from a date (included) until another (excluded). */
export interface Group {
  readonly terms: Taxonomy;
  readonly zones: readonly Zone[];
  readonly members: readonly Member[];
  /** All dates on which the membership can change, sorted. */
  readonly changes: readonly number[];
  /** The memberships between two changes, by the number of changes before; worked out when they are asked for. */
  readonly eras: (Uint8Array | undefined)[];
  /** The dates in `zones` for which `membership` was worked out last. */
  readonly dates: number[];
  membership: Uint8Array;
}

interface Member {
  readonly term: number;
  readonly periods: readonly Period[];
}

interface Period {
  readonly from: number;
  readonly until: number;
  /** The position of its zone among those of the group. */
  readonly zone: number;
}

/** Dates are days since 1970-01-01, left out where nothing limits the membership. */
export type GroupEntry = readonly [
  member: string | Group,
  from?: number | undefined,
  until?: number | undefined,
];

/** Some of what a term may be belongs to the group, or all of it does. */
const partly = 1;
const wholly = 2;

/** A group whose dates begin at midnight in a zone; groups inside of it keep their own. */
export function group(terms: Taxonomy, zone: Zone, entries: readonly GroupEntry[]): Group {
  const zones: Zone[] = [zone];
  const members = entries.flatMap(([member, from = Number.NEGATIVE_INFINITY, until = unknownNumber]) => {
    const period: Period = { from, until, zone: 0 };
    if (typeof member === 'string')
      return [{ term: terms.numbers.get(member) ?? noneTerm, periods: [period] }];
    return member.members.map((inner) => nested(inner, member, period, zones));
  });
  const bounds = members.flatMap(({ periods }) => periods.flatMap(({ from, until }) => [from, until]));
  const changes = [...new Set(bounds)].filter(Number.isFinite).sort((left, right) => left - right);
  const dates = zones.map(() => Number.NaN);
  return { terms, zones, members, changes, eras: [], dates, membership: new Uint8Array(0) };
}

function nested(inner: Member, from: Group, outer: Period, zones: Zone[]): Member {
  const periods = inner.periods.map((period) => ({
    ...period,
    zone: zonePosition(zones, from.zones[period.zone]),
  }));
  return { term: inner.term, periods: [outer, ...periods] };
}

function zonePosition(zones: Zone[], zone: Zone | undefined): number {
  if (zone === undefined) return -1;
  const known = zones.indexOf(zone);
  return known >= 0 ? known : zones.push(zone) - 1;
}

/** Whether all that a term may be (certainly), or some of it (possibly), belongs to a group today. */
export function isMember(group: Group, term: number, now: number, reading: Reading): boolean {
  const { zones, dates } = group;
  let isFresh = true;
  for (let index = 0; index < zones.length; index += 1) {
    const date = today(zones[index], now);
    if (dates[index] === date) continue;
    dates[index] = date;
    isFresh = false;
  }
  if (!isFresh) group.membership = membershipOn(group, dates);
  return belongs(group.membership, term, reading);
}

/** Whether a term belongs to a group on a date, which counts in every zone. */
export function isMemberOn(group: Group, term: number, date: number, reading: Reading): boolean {
  if (term === noneTerm) return false;
  if (term === unknownTerm) return reading;
  if (isNone(date)) return false;
  if (date === unknownNumber) return reading;
  let era = 0;
  while (era < group.changes.length && (group.changes[era] ?? unknownNumber) <= date) era += 1;
  const membership =
    group.eras[era] ??
    membershipOn(
      group,
      group.zones.map(() => date),
    );
  group.eras[era] = membership;
  return belongs(membership, term, reading);
}

/** The terms that belong to a group on a date, or on the dates that an instant has in its zones. */
export function membersOn({ members, zones }: Group, dateIn: (zone: Zone) => number): readonly number[] {
  const dates = zones.map(dateIn);
  return members.filter(({ periods }) => isCurrent(periods, dates)).map(({ term }) => term);
}

/** Every date on which the membership can change, with the zone in which it begins. */
export function datedChanges({
  members,
  zones,
}: Group): readonly { readonly zone: Zone; readonly date: number }[] {
  return members.flatMap(({ periods }) =>
    periods.flatMap(({ from, until, zone }) => {
      const place = zones[zone];
      const dates = [from, until].filter(Number.isFinite);
      return place === undefined ? [] : dates.map((date) => ({ zone: place, date }));
    }),
  );
}

/**
 * Whether all that a term may be (certainly), or some of it (possibly), lies in some terms and groups together. A group
 * is judged today, or on the date beside it.
 */
export function isInAny(
  taxonomy: Taxonomy,
  term: number,
  terms: readonly number[],
  groups: readonly (readonly [group: Group, date?: number])[],
  now: number,
  reading: Reading,
): boolean {
  if (term === noneTerm) return false;
  if (term === unknownTerm) return reading;
  const held = [...terms];
  let mayHoldMore = false;
  for (const [group, date] of groups) {
    if (date === undefined) held.push(...membersOn(group, (zone) => today(zone, now)));
    else if (date === unknownNumber) mayHoldMore = true;
    else if (!isNone(date)) held.push(...membersOn(group, () => date));
  }
  const share = shareIn(taxonomy, term, held);
  return share === 'all' || (reading && (share === 'some' || mayHoldMore));
}

function belongs(membership: Uint8Array, term: number, reading: Reading): boolean {
  return ((membership[term] ?? 0) & (reading ? partly : wholly)) !== 0;
}

/** By number of term, on one date for each zone. */
function membershipOn({ terms, members }: Group, dates: readonly number[]): Uint8Array {
  const membership = new Uint8Array(terms.names.length);
  for (const { term, periods } of members) {
    if (term > 0 && isCurrent(periods, dates)) membership.fill(partly | wholly, term, terms.ends[term]);
  }
  spreadUpwards(terms, membership);
  return membership;
}

/** A term above members belongs partly, and wholly where everything below it is listed and belongs. */
function spreadUpwards(terms: Taxonomy, membership: Uint8Array): void {
  const hasOutsiders = new Uint8Array(membership.length);
  for (let term = membership.length - 1; term > 0; term -= 1) {
    const isWhole =
      terms.complete[term] === 1 && hasOutsiders[term] === 0 && (terms.ends[term] ?? 0) > term + 1;
    const own = (membership[term] ?? 0) | (isWhole ? partly | wholly : 0);
    membership[term] = own;
    const parent = terms.parents[term] ?? 0;
    membership[parent] = (membership[parent] ?? 0) | (own & partly);
    if ((own & wholly) === 0) hasOutsiders[parent] = 1;
  }
  // Of a term that is not known, neither is its membership.
  membership[unknownTerm] = partly;
}

function isCurrent(periods: readonly Period[], dates: readonly number[]): boolean {
  return periods.every(({ from, until, zone }) => {
    const date = dates[zone];
    return date !== undefined && date >= from && date < until;
  });
}
