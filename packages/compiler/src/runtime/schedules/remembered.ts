import type { Zone } from '../clock.ts';
import { today } from '../clock.ts';
import type { Schedule } from '../schedule.ts';
import type { Evaluated } from './scheduling.ts';

/** Schedules that were given before: they are frozen, so that one object can be given again. */
export interface Recall {
  /** Where the policies are at home: what day it is there is part of what is asked. */
  readonly zones: readonly Zone[];
  readonly byHash: Map<number, Entry[]>;
  /** What an answer was found from; filled again and again. */
  readonly signature: number[];
  hash: number;
  count: number;
}

interface Entry extends Remembered {
  readonly signature: readonly number[];
}

/** A schedule with the instants between which it is the same, and the one until which its conditions hold. */
interface Remembered {
  readonly from: number;
  readonly until: number;
  readonly conditions: number;
  readonly schedule: Schedule;
}

/** Enough for the answers that come again and again: records that came on the same days have the same ones. */
const mostRemembered = 16_384;

export function createRecall(zones: readonly Zone[]): Recall {
  return { zones, byHash: new Map(), signature: [], hash: 0, count: 0 };
}

/** The schedule that follows from what was found, if it was given before. */
export function recallSchedule(
  recall: Recall,
  found: Evaluated,
  now: number,
  conditions: number,
): Schedule | undefined {
  sign(recall, found, now);
  const entries = recall.byHash.get(recall.hash);
  if (entries === undefined) return undefined;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined || !isSame(entry.signature, recall.signature)) continue;
    if (entry.from <= now && now < entry.until && entry.conditions === conditions) return entry.schedule;
  }
  return undefined;
}

/** Remembers a schedule under what `recallSchedule` was last asked about. */
export function rememberSchedule(recall: Recall, remembered: Remembered): void {
  if (recall.count >= mostRemembered) {
    recall.byHash.clear();
    recall.count = 0;
  }
  const entry: Entry = { ...remembered, signature: [...recall.signature] };
  const entries = recall.byHash.get(recall.hash);
  if (entries === undefined) recall.byHash.set(recall.hash, [entry]);
  else entries.push(entry);
  recall.count += 1;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/** Everything that tells schedules apart: the days, the claims, and what was found with its dates. */
function sign(recall: Recall, { items, removals, owings, claimTerms }: Evaluated, now: number): void {
  const { signature, zones } = recall;
  signature.length = 0;
  for (const zone of zones) signature.push(today(zone, now));
  signature.push(claimTerms.length);
  for (const claim of claimTerms) signature.push(claim);
  for (const { provision, claim, earliest, isDone, isInstant } of items) {
    const flags = (isDone ? 2 : 0) + (isInstant && now > earliest ? 1 : 0);
    signature.push(provision.number, claim * 4 + flags, earliest);
  }
  signature.push(-1);
  for (const { exception, claim, isCertain } of removals) {
    signature.push(exception.number, claim * 2 + (isCertain ? 1 : 0));
  }
  signature.push(-1);
  for (const { number } of owings) signature.push(number);
  let hash = 0;
  for (const part of signature) {
    hash = Math.imul(hash ^ part, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  recall.hash = hash;
}
