import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import { channels, purposes } from '../decisions/requests.ts';
import { createBoundTables, situations } from './bounds.ts';
import { createBoxes, isInBox } from './boxes.ts';

/**
 * Yes or no over plain objects, the facts taken as they are. Fast because it looks at texts only to turn them into
 * integers: places and industries through one hash map each, channels and purposes through their length, which no two
 * of them share. Then it reads two boxes of the bound tables.
 */
export function createPlainRival(model: Model): (request: Request) => boolean {
  const { places, industries, boxes } = createBoundTables(model);
  const bounds = createBoxes(boxes);
  const placeCodes = new Map(model.places.map((place, code) => [place, code * situations]));
  const industryCodes = new Map(model.industries.map((industry, code) => [industry, code * situations]));
  return (request) => {
    const { customer } = request;
    const { age } = customer;
    const situation =
      (channelByLength[request.channel.length] ?? 0) |
      (purposeByLength[request.purpose.length] ?? 0) |
      (request.hasConsented ? 1 : 0) |
      (customer.isCustomer ? 2 : 0) |
      (customer.hasObjected ? 4 : 0) |
      (request.isOnRegister ? 8 : 0) |
      (request.isBusiness ? 16 : 0);
    const slot = slotOf[situation] ?? 0;
    const { localHour, attempts } = request;
    const law = places[(placeCodes.get(customer.place) ?? 0) + slot] ?? 0;
    if (!isInBox(bounds, law, age, localHour, attempts)) return false;
    const trade = industries[(industryCodes.get(request.industry) ?? 0) + slot] ?? 0;
    return isInBox(bounds, trade, age, localHour, attempts);
  };
}

const channelByLength = byLength(channels, 7);
const purposeByLength = byLength(purposes, 5);

function byLength(terms: readonly string[], shift: number): Int32Array {
  const table = new Int32Array(16);
  for (const [code, term] of terms.entries()) table[term.length] = code << shift;
  return table;
}

/** From `channel << 7 | purpose << 5 | flags` to the place in the tables, which have no gaps. */
const slotOf = Uint16Array.from({ length: channels.length << 7 }, (_, packed) => {
  const purpose = (packed >> 5) & 3;
  return (((packed >> 7) * purposes.length + purpose) << 5) | (packed & 31);
});
