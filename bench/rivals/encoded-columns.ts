import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import { channels, purposes } from '../decisions/requests.ts';
import type { Box } from './bounds.ts';
import { createBoundTables, situations } from './bounds.ts';

/** Requests as columns of integers, encoded before the clock runs. */
export interface Columns {
  readonly place: Uint16Array;
  readonly industry: Uint16Array;
  readonly situation: Uint16Array;
  /** Age and attempts in one number, with a free bit above each: see `guards`. */
  readonly numbers: Uint32Array;
  readonly hour: Uint8Array;
}

/**
 * Yes or no over columns of integers. Fast because nothing is read but small arrays of integers in order: a box of the
 * bound tables is three integers, a bit for each hour that is allowed and the bounds of age and attempts packed side by
 * side, so that two subtractions compare all four bounds at once: the free bit above a field stays set where the field is in its
 * bounds. There is one branch for each request, at the end.
 */
export function createEncodedRival(model: Model): {
  encode(requests: readonly Request[]): Columns;
  permits(columns: Columns, answers: Uint8Array): void;
} {
  const { places, industries, boxes } = createBoundTables(model);
  const hours = Uint32Array.from(boxes, hoursOf);
  const minimums = Uint32Array.from(boxes, (box) => packed(clamp(box.minimumAge), 0));
  const maximums = Uint32Array.from(
    boxes,
    (box) => packed(clamp(box.maximumAge), clamp(box.maximumAttempts)) | guards,
  );
  return {
    encode: (requests) => encode(model, requests),
    permits({ place, industry, situation, numbers, hour }, answers) {
      for (let row = 0; row < answers.length; row += 1) {
        const at = situation[row] ?? 0;
        const law = places[(place[row] ?? 0) * situations + at] ?? 0;
        const trade = industries[(industry[row] ?? 0) * situations + at] ?? 0;
        const value = numbers[row] ?? 0;
        const low = ((value | guards) - (minimums[law] ?? 0)) & ((value | guards) - (minimums[trade] ?? 0));
        const high = ((maximums[law] ?? 0) - value) & ((maximums[trade] ?? 0) - value);
        const open = ((hours[law] ?? 0) & (hours[trade] ?? 0)) >>> (hour[row] ?? 0);
        answers[row] = (low & high & guards) === guards ? open & 1 : 0;
      }
    },
  };
}

/** The free bits above eight bits of age and eight bits of attempts. */
const guards = (1 << 8) | (1 << 17);

function packed(age: number, attempts: number): number {
  return age | (attempts << 9);
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value));
}

/** No hour at all where nothing is allowed, which is written as a bound of attempts that no number is below. */
function hoursOf(box: Box): number {
  if (box.maximumAttempts < 0) return 0;
  let mask = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    if (hour >= box.firstHour && hour <= box.lastHour && hour !== box.badHour) mask |= 1 << hour;
  }
  return mask;
}

function encode(model: Model, requests: readonly Request[]): Columns {
  const placeCodes = new Map(model.places.map((place, code) => [place, code]));
  const industryCodes = new Map(model.industries.map((industry, code) => [industry, code]));
  return {
    place: Uint16Array.from(requests, ({ customer }) => placeCodes.get(customer.place) ?? 0),
    industry: Uint16Array.from(requests, ({ industry }) => industryCodes.get(industry) ?? 0),
    situation: Uint16Array.from(requests, situationOf),
    numbers: Uint32Array.from(requests, ({ customer, attempts }) => packed(customer.age, attempts)),
    hour: Uint8Array.from(requests, ({ localHour }) => localHour),
  };
}

function situationOf(request: Request): number {
  const channel = channels.indexOf(request.channel);
  const purpose = purposes.indexOf(request.purpose);
  const { customer } = request;
  const values = [
    request.hasConsented,
    customer.isCustomer,
    customer.hasObjected,
    request.isOnRegister,
    request.isBusiness,
  ];
  const bits = values.reduce((sum, value, bit) => sum | (value ? 1 << bit : 0), 0);
  return ((channel * purposes.length + purpose) << 5) | bits;
}
