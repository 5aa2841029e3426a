import type { Model } from '../decisions/model.ts';
import type { Answer } from '../decisions/reference.ts';
import type { Request } from '../decisions/requests.ts';
import { channels, purposes } from '../decisions/requests.ts';
import type { Rule } from '../decisions/rules.ts';
import { situations } from './bounds.ts';
import type { MaskTables } from './masks.ts';
import { ages, attemptsCounted, createMaskTables, hours } from './masks.ts';

/**
 * The rules that decide, named, over plain objects whose numbers are whole. Fast because the rules of a place, and those
 * of an industry, are bits of one integer: each fact has a table that says which of them it leaves open, so that four
 * look-ups and three ANDs find all that forbid, and names are read off the bits, which are in the order of the names.
 */
export function createBitSetRival(model: Model): (request: Request) => Answer {
  const lawOf = (place: string): Rule[] =>
    model.regimes.flatMap(({ leaves, rules }) => (leaves.includes(place) ? rules : []));
  const defaultsOf = (place: string): string[] =>
    model.regimes
      .filter(({ leaves, isCountry }) => isCountry && leaves.includes(place))
      .map(({ policy }) => `${policy}.default.contact`);
  const house = createMaskTables([{ rules: model.house, defaults: [] }]);
  const laws = createMaskTables(
    model.places.map((place) => ({ rules: lawOf(place), defaults: defaultsOf(place) })),
  );
  const trades = createMaskTables(model.sectors.map(({ rules }) => ({ rules, defaults: [] })));
  const places = new Map(model.places.map((place, code) => [place, code]));
  const industries = new Map(model.industries.map((industry, code) => [industry, code]));
  return (request) => {
    const place = places.get(request.customer.place);
    const industry = industries.get(request.industry);
    if (place === undefined || industry === undefined) return { outcome: 'ungoverned', rules: [] };
    const situation = situationOf(request);
    const ofHouse = forbidding(house, 0, situation, request);
    const ofTrade = forbidding(trades, industry, situation, request);
    const ofLaw = forbidding(laws, place, situation, request);
    const rules: string[] = [];
    if ((ofHouse | ofTrade | ofLaw) !== 0) {
      if (ofHouse !== 0) addNames(house.names[0], ofHouse, rules);
      if (ofTrade !== 0) addNames(trades.names[industry], ofTrade, rules);
      if (ofLaw !== 0) addNames(laws.names[place], ofLaw, rules);
      return { outcome: 'forbidden', rules };
    }
    addNames(trades.permissions[industry], trades.saved[industry * situations + situation] ?? 0, rules);
    addNames(laws.permissions[place], laws.saved[place * situations + situation] ?? 0, rules);
    return { outcome: 'permitted', rules };
  };
}

function forbidding(tables: MaskTables, code: number, situation: number, request: Request): number {
  const open = tables.situations[code * situations + situation] ?? 0;
  if (open === 0) return 0;
  return (
    open &
    (tables.hours[code * hours + request.localHour] ?? 0) &
    (tables.ages[code * ages + request.customer.age] ?? 0) &
    (tables.attempts[code * attemptsCounted + Math.min(request.attempts, attemptsCounted - 1)] ?? 0)
  );
}

function addNames(names: readonly string[] | undefined, mask: number, into: string[]): void {
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const name = names?.[31 - Math.clz32(rest & -rest)];
    if (name !== undefined) into.push(name);
  }
}

const channelCodes: readonly number[] = byLength(channels);
const purposeCodes: readonly number[] = byLength(purposes);

/** No two channels have the same length, and no two purposes. */
function byLength(terms: readonly string[]): number[] {
  return Array.from({ length: 16 }, (_, length) =>
    Math.max(
      0,
      terms.findIndex((term) => term.length === length),
    ),
  );
}

function situationOf(request: Request): number {
  const { customer } = request;
  const cell = (channelCodes[request.channel.length] ?? 0) * 3 + (purposeCodes[request.purpose.length] ?? 0);
  return (
    (cell << 5) |
    (request.hasConsented ? 1 : 0) |
    (customer.isCustomer ? 2 : 0) |
    (customer.hasObjected ? 4 : 0) |
    (request.isOnRegister ? 8 : 0) |
    (request.isBusiness ? 16 : 0)
  );
}
