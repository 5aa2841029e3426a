import type { Condition } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import { compare } from '../decisions/reference.ts';
import { channels, purposes } from '../decisions/requests.ts';
import type { Rule } from '../decisions/rules.ts';

/**
 * What the fast rivals share. All that is not a number is decided beforehand: for each place (with the law of its
 * country and the house rules) and each industry, each channel, purpose and combination of the five flags, what is
 * left of all rules is one box of numbers that the request must lie in. Equal boxes are kept once, so that the
 * numbers stay in the fastest cache, and an answer costs two look-ups and a few comparisons however many rules there
 * are. The price: the tables are worked out when the program starts.
 */
export interface BoundTables {
  /** The box of `code * situations + situation`. */
  readonly places: Uint16Array;
  readonly industries: Uint16Array;
  readonly boxes: readonly Box[];
}

export interface Box {
  readonly minimumAge: number;
  readonly maximumAge: number;
  readonly firstHour: number;
  readonly lastHour: number;
  readonly badHour: number;
  readonly maximumAttempts: number;
}

export const flags = [
  'hasConsented',
  'customer.isCustomer',
  'customer.hasObjected',
  'isOnRegister',
  'isBusiness',
] as const;

/** Channels, purposes and flags together: `((channel * 3 + purpose) << 5) | flags`. */
export const situations = channels.length * purposes.length * 32;

export function createBoundTables(model: Model): BoundTables {
  const boxes: Box[] = [];
  const known = new Map<string, number>();
  const numberOf = (box: Box): number => {
    const key = JSON.stringify(Object.values(box).map(String));
    const number = known.get(key) ?? boxes.push(box) - 1;
    known.set(key, number);
    return number;
  };
  const fill = (rulesOf: readonly (readonly Rule[])[]): Uint16Array => {
    const table = new Uint16Array(rulesOf.length * situations);
    for (const [code, rules] of rulesOf.entries()) {
      for (let situation = 0; situation < situations; situation += 1) {
        table[code * situations + situation] = numberOf(boxOf(rules, situation));
      }
    }
    return table;
  };
  const lawOf = new Map(model.places.map((place): [string, Rule[]] => [place, []]));
  for (const { leaves, rules } of model.regimes) {
    for (const leaf of leaves) lawOf.get(leaf)?.push(...rules);
  }
  const places = fill(model.places.map((place) => [...(lawOf.get(place) ?? []), ...model.house]));
  const industries = fill(model.sectors.map(({ rules }) => rules));
  if (boxes.length > 65_536) throw new Error('There are more boxes than a table can number.');
  return { places, industries, boxes };
}

type Open = { -readonly [Name in keyof Box]: Box[Name] };

function boxOf(rules: readonly Rule[], situation: number): Box {
  const box: Open = {
    minimumAge: Number.NEGATIVE_INFINITY,
    maximumAge: Number.POSITIVE_INFINITY,
    firstHour: Number.NEGATIVE_INFINITY,
    lastHour: Number.POSITIVE_INFINITY,
    badHour: Number.NaN,
    maximumAttempts: Number.POSITIVE_INFINITY,
  };
  for (const { when, unless, except } of rules) {
    const isSaved = [unless, except?.when ?? null].some((each) => each !== null && isTrue(each, situation));
    if (!isSaved && isTrue(when, situation)) restrict(box, numberIn(when));
  }
  return box;
}

/** Whether a condition holds as far as its channel, purpose and flags go; numbers count as true. */
export function isTrue(condition: Condition, situation: number): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => isTrue(part, situation));
    case 'not':
      return !isTrue(condition.of, situation);
    case 'flag':
      return ((situation >> flags.indexOf(condition.fact)) & 1) === 1;
    case 'number':
      return true;
    case 'term': {
      const cell = situation >> 5;
      const channel = channels[Math.floor(cell / purposes.length)] ?? '';
      return condition.leaves.includes(condition.fact === 'channel' ? channel : (purposes[cell % 3] ?? ''));
    }
  }
}

type NumberCondition = Extract<Condition, { readonly kind: 'number' }>;

export function numberIn(condition: Condition): NumberCondition | null {
  if (condition.kind === 'number') return condition;
  if (condition.kind !== 'all') return null;
  const [first, second] = condition.of.map(numberIn).filter((found) => found !== null);
  if (second !== undefined) throw new Error('A rule of the workload looks at one number at most.');
  return first ?? null;
}

function restrict(box: Open, prohibited: NumberCondition | null): void {
  if (prohibited === null) {
    box.maximumAttempts = Number.NEGATIVE_INFINITY;
    return;
  }
  const { fact, operator, value } = prohibited;
  if (fact === 'localHour') {
    if (operator === '<') box.firstHour = Math.max(box.firstHour, value);
    else if (operator === '>') box.lastHour = Math.min(box.lastHour, value);
    else box.badHour = value;
  } else if (fact === 'customer.age') {
    if (operator === '<') box.minimumAge = Math.max(box.minimumAge, value);
    else box.maximumAge = Math.min(box.maximumAge, value);
  } else box.maximumAttempts = Math.min(box.maximumAttempts, value);
  if (compare(0, operator, 0) && fact !== 'localHour')
    throw new Error('Only hours are compared for equality.');
}
