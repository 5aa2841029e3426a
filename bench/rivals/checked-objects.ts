import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import { channels, purposes } from '../decisions/requests.ts';
import { createBoundTables, situations } from './bounds.ts';
import { createBoxes, isInBox } from './boxes.ts';

/**
 * Yes or no over plain objects, after the checks that compiled code makes: all facts are there and of their type,
 * numbers are finite, terms exist, and there is no key that nobody knows. Fast because checking a term and turning it into an
 * integer is the same look-up, and because counting keys is enough where all known ones are there.
 */
export function createCheckedRival(model: Model): (request: Request) => boolean {
  const { places, industries, boxes } = createBoundTables(model);
  const bounds = createBoxes(boxes);
  const placeCodes = new Map(model.places.map((place, code) => [place, code * situations]));
  const industryCodes = new Map(model.industries.map((industry, code) => [industry, code * situations]));
  const channelCodes = new Map<unknown, number>(channels.map((channel, code) => [channel, code * 3]));
  const purposeCodes = new Map<unknown, number>(purposes.map((purpose, code) => [purpose, code]));
  return (request) => {
    if (!isObject(request) || countKeys(request) !== 9) return false;
    const { customer, hasConsented, isOnRegister, isBusiness, localHour, attempts } = request;
    if (!isObject(customer) || countKeys(customer) !== 4) return false;
    const { age, isCustomer, hasObjected } = customer;
    const place = placeCodes.get(customer.place);
    const industry = industryCodes.get(request.industry);
    const channel = channelCodes.get(request.channel);
    const purpose = purposeCodes.get(request.purpose);
    if (place === undefined || industry === undefined || channel === undefined || purpose === undefined)
      return false;
    if (typeof hasConsented !== 'boolean' || typeof isOnRegister !== 'boolean') return false;
    if (typeof isBusiness !== 'boolean' || typeof isCustomer !== 'boolean') return false;
    if (typeof hasObjected !== 'boolean') return false;
    if (!Number.isFinite(age) || !Number.isFinite(localHour) || !Number.isFinite(attempts)) return false;
    const slot =
      ((channel + purpose) << 5) |
      (hasConsented ? 1 : 0) |
      (isCustomer ? 2 : 0) |
      (hasObjected ? 4 : 0) |
      (isOnRegister ? 8 : 0) |
      (isBusiness ? 16 : 0);
    const law = places[place + slot] ?? 0;
    const trade = industries[industry + slot] ?? 0;
    return isInBox(bounds, law, age, localHour, attempts) && isInBox(bounds, trade, age, localHour, attempts);
  };
}

export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Own keys: the prototype is known to have none that count. */
export function countKeys(value: object): number {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}
