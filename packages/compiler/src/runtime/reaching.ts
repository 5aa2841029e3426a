import { drawLimit, noLimits } from './limits.ts';
import type { Case, completeParts, Part, Provision } from './policies.ts';
import { always } from './policies.ts';
import type { Condition } from './readings.ts';
import { certainly, possibly } from './readings.ts';
import { reducedPart } from './reducing.ts';
import type { Taxonomy } from './terms.ts';
import { unknownTerm } from './terms.ts';

/** How the rules of an activity are found. */
export interface DispatchEntry<Encoded> {
  /** The terms by which policies are found first. */
  readonly selectors: readonly {
    readonly terms: Taxonomy;
    readonly of: (asked: Case<Encoded>) => number;
  }[];
  /** How many situations there are. */
  readonly situations: number;
  /** The number of the situation that facts are in; negative where none is. */
  readonly situationOf: (facts: Encoded) => number;
  /** How many numbers have limits. */
  readonly numbers: number;
  /** Whether the numbers lie within limits: of each the least and the greatest. */
  readonly isWithin: (facts: Encoded, limits: Float64Array) => boolean;
  /** Writes the numbers one after the other into a list, from a position on. */
  readonly readNumbers: (facts: Encoded, into: Float64Array, at: number) => void;
}

/** Finds what can apply at all to what is asked, without looking at anything else. */
export interface Reaching<Encoded> {
  /** Some policy mandates. */
  readonly mandates: boolean;
  readonly entry: DispatchEntry<Encoded>;
  readonly ways: readonly Way<Encoded>[];
}

/** One way to find policies: by a selector, or, where there is none, all of them. */
export interface Way<Encoded> {
  readonly terms: Taxonomy | undefined;
  readonly of: (asked: Case<Encoded>) => number;
  readonly parts: readonly Candidate<Encoded>[];
  /** By number of term, after that of none; made when they are first asked for. */
  readonly places: (Place<Encoded> | undefined)[];
}

/** A part with the terms for which alone it can apply. */
interface Candidate<Encoded> {
  readonly part: Part<Case<Encoded>>;
  readonly ranges: Ranges | undefined;
  readonly rules: readonly {
    readonly rule: Provision<Case<Encoded>>;
    readonly ranges: Ranges | undefined;
  }[];
}

/** From and until, in pairs. */
type Ranges = readonly number[];

/** Everything that one term of a selector reaches. */
interface Place<Encoded> {
  readonly found: readonly Found<Encoded>[];
  /** By number of situation; made when they are first asked for. */
  readonly plans: (Plan<Encoded> | undefined)[];
  /** Where no situation counts. */
  whole: Plan<Encoded> | undefined;
}

interface Found<Encoded> {
  readonly part: Part<Case<Encoded>>;
  readonly rules: readonly Provision<Case<Encoded>>[];
}

/** What is left to look at in one situation. */
export interface Plan<Encoded> {
  /** What can apply. */
  readonly parts: readonly Part<Case<Encoded>>[];
  /** Something forbids it whatever else there is. */
  readonly isForbidden: boolean;
  /** Something permits it whatever else there is. */
  readonly permits: boolean;
  /** Beyond these a number forbids it. */
  readonly limits: Float64Array;
  readonly hasLimits: boolean;
  /** Prohibitions that have to be asked one by one, of policies that apply. */
  readonly prohibitions: readonly Condition<Case<Encoded>>[];
  /** Parts that have to be weighed as a whole. */
  readonly open: readonly Part<Case<Encoded>>[];
  /** Nothing is left to look at but the limits. */
  readonly isWhole: boolean;
}

export function createReaching<Encoded>(
  parts: ReturnType<typeof completeParts<Case<Encoded>>>,
  entry: DispatchEntry<Encoded>,
): Reaching<Encoded> {
  const { selectors } = entry;
  const ways = selectors.map(({ terms, of }, number) => wayOf(parts, number, terms, of));
  const everything = (): number => unknownTerm;
  return {
    mandates: parts.some(({ mandates }) => mandates !== undefined),
    entry,
    ways: ways.length === 0 ? [wayOf(parts, 0, undefined, everything)] : ways,
  };
}

function wayOf<Encoded>(
  parts: readonly Part<Case<Encoded>>[],
  number: number,
  terms: Taxonomy | undefined,
  of: (asked: Case<Encoded>) => number,
): Way<Encoded> {
  const own = parts.filter(({ selector }) => selector === number);
  const rangesOf = (names: readonly string[] | undefined): Ranges | undefined =>
    names === undefined || terms === undefined ? undefined : names.flatMap((name) => rangeOf(terms, name));
  const candidates = own.map((part) => ({
    part,
    ranges: rangesOf(part.reachedFor),
    rules: part.rules.map((rule) => ({ rule, ranges: rangesOf(rule.reachedFor) })),
  }));
  return { terms, of, parts: candidates, places: [] };
}

function rangeOf({ numbers, ends }: Taxonomy, name: string): readonly number[] {
  const from = numbers.get(name) ?? unknownTerm;
  return [from, ends[from] ?? 0];
}

/** What is left to look at, of what goes by one selector. */
export function planFor<Encoded>(
  reaching: Reaching<Encoded>,
  way: Way<Encoded>,
  asked: Case<Encoded>,
  situation: number,
): Plan<Encoded> {
  const term = way.of(asked);
  const place = way.places[term + 1] ?? openPlace(way, term);
  if (situation < 0) {
    place.whole ??= wholePlan(reaching, place);
    return place.whole;
  }
  return place.plans[situation] ?? openPlan(reaching, place, asked, situation);
}

/** Fills a list with what can apply to what is asked. */
export function reachedParts<Encoded>(
  reaching: Reaching<Encoded>,
  asked: Case<Encoded>,
  situation: number,
  into: Part<Case<Encoded>>[],
): void {
  let count = 0;
  for (const way of reaching.ways) {
    for (const part of planFor(reaching, way, asked, situation).parts) {
      into[count] = part;
      count += 1;
    }
  }
  if (into.length > count) into.length = count;
}

/** What is none or not known reaches everything. */
function openPlace<Encoded>(way: Way<Encoded>, term: number): Place<Encoded> {
  const { terms } = way;
  const end = terms?.ends[term] ?? 0;
  const reaches = (ranges: Ranges | undefined): boolean =>
    ranges === undefined || term <= unknownTerm || overlaps(ranges, term, end);
  const found = way.parts.flatMap(({ part, ranges, rules }) => {
    if (!reaches(ranges)) return [];
    return [{ part, rules: rules.filter((each) => reaches(each.ranges)).map(({ rule }) => rule) }];
  });
  const place = { found, plans: [], whole: undefined };
  way.places[term + 1] = place;
  return place;
}

function overlaps(ranges: Ranges, term: number, end: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (term < (ranges[index + 1] ?? 0) && (ranges[index] ?? 0) < end) return true;
  }
  return false;
}

function wholePlan<Encoded>({ entry }: Reaching<Encoded>, { found }: Place<Encoded>): Plan<Encoded> {
  const parts = found.map(({ part, rules }) => reducedPart(part, rules, part.isSettled));
  return {
    parts,
    isForbidden: false,
    permits: false,
    limits: noLimits(entry.numbers),
    hasLimits: false,
    prohibitions: [],
    open: parts,
    isWhole: false,
  };
}

/**
 * All that is asked here gives the same answer for all facts in one situation, so that it is asked about those that came
 * first.
 */
function openPlan<Encoded>(
  { entry }: Reaching<Encoded>,
  place: Place<Encoded>,
  asked: Case<Encoded>,
  situation: number,
): Plan<Encoded> {
  const parts = place.found.flatMap(({ part, rules }) => {
    if (part.reach !== undefined && !part.reach(asked, possibly)) return [];
    const reached = rules.filter(({ reach }) => reach === undefined || reach(asked, possibly));
    if (reached.length === 0 && part.default === undefined) return [];
    const isSettled = part.isSettled || (part.isPlain && part.applies(asked, certainly));
    return [reducedPart(part, reached, isSettled)];
  });
  const plan = planOf(parts, asked, noLimits(entry.numbers));
  place.plans[situation] = plan;
  return plan;
}

function planOf<Encoded>(
  parts: readonly Part<Case<Encoded>>[],
  asked: Case<Encoded>,
  limits: Float64Array,
): Plan<Encoded> {
  const plan = {
    parts,
    isForbidden: false,
    permits: false,
    limits,
    hasLimits: false,
    prohibitions: [] as Condition<Case<Encoded>>[],
    open: parts.filter((part) => !isSimple(part)),
    isWhole: false,
  };
  for (const part of parts) {
    if (!isSimple(part)) continue;
    if (part.permits !== undefined && part.default?.effect === 'permit') plan.permits = true;
    for (const rule of part.rules) if (rule.effect === 'forbid') addProhibition(plan, rule, asked);
  }
  plan.isWhole = plan.prohibitions.length === 0 && plan.open.length === 0;
  return plan;
}

/** A part that applies, asks for nothing, and permits always or never. */
function isSimple<Asked>({ isSettled, owes, default: byDefault, permits }: Part<Asked>): boolean {
  if (!isSettled || owes) return false;
  if (byDefault?.effect === 'forbid') return false;
  return permits === undefined || byDefault?.stands === always;
}

function addProhibition<Encoded>(
  plan: {
    isForbidden: boolean;
    hasLimits: boolean;
    readonly limits: Float64Array;
    readonly prohibitions: Condition<Case<Encoded>>[];
  },
  { settled, stands }: Provision<Case<Encoded>>,
  asked: Case<Encoded>,
): void {
  if (settled === undefined) {
    plan.prohibitions.push(stands);
  } else if (settled.by(asked, certainly)) {
    if (settled.limit === undefined) plan.isForbidden = true;
    else if (drawLimit(plan.limits, settled.limit)) plan.hasLimits = true;
    else plan.prohibitions.push(stands);
  } else if (settled.by(asked, possibly)) plan.prohibitions.push(stands);
}
