import { parseDate, parseInstant, startOfDay } from '../../../packages/compiler/src/runtime/index.ts';
import { dates, instants, zones } from './constants.ts';
import type { Random } from './random.ts';

const hour = 3_600_000;

/** Moments at and around midnights, changes of clocks, and the instants and times of day that programs test. */
export function generateMoment(random: Random): number {
  return Math.min(lastInstant, Math.max(firstInstant, anyMoment(random)));
}

/** Nothing is asked about other years than these. */
const firstInstant = parseInstant('0001-01-01T00:00:00Z') ?? 0;
const lastInstant = parseInstant('9999-12-31T23:59:59.999Z') ?? 0;

function anyMoment(random: Random): number {
  return random.weighted([
    [4, () => midnight(random) + random.pick([-1, 0, 1, 12 * hour])],
    [2, () => midnight(random) + random.pick([2, 8, 21, 22]) * hour + random.pick([-1, 0, 1, 30 * 60_000])],
    [2, () => (parseInstant(random.pick(instants)) ?? 0) + random.pick([-1, 0, 1, 72 * hour])],
    [1, () => (parseInstant('2026-03-29T01:00:00Z') ?? 0) + random.pick([-1, 0, 1, hour])],
    [1, () => (parseInstant('2026-10-25T01:00:00Z') ?? 0) + random.pick([-hour, -1, 0, 1, hour])],
    [1, () => (parseInstant('2010-11-07T02:31:00Z') ?? 0) + random.pick([-60_001, -1, 0, 1, hour])],
  ]);
}

function midnight(random: Random): number {
  return startOfDay(random.pick(zones), parseDate(random.pick(dates)) ?? 0) ?? 0;
}
