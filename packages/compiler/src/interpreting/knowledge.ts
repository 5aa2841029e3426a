import type { ConstantValue, Duration, Field, Term } from '../logic/index.ts';

/**
 * What is known about a value. `until` is the first later instant at which that could change by itself, infinite where
 * it never does.
 */
export type Knowledge = Unknown | None | Known;

/** Nothing is known; `asks` are the facts that would tell. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly asks: readonly Ask[];
  readonly until: number;
}

/** Known never to have happened. */
export interface None {
  readonly kind: 'none';
  readonly until: number;
}

/** Something is known, though perhaps not exactly: then `asks` are the facts that would say more. */
export interface Known {
  readonly kind: 'known';
  readonly content: Content;
  readonly asks: readonly Ask[];
  readonly until: number;
  /** The fact that it was read from, whole. */
  readonly origin?: Ask;
  /** How a value that depends on the time moves on; absent where it does not, or in no simple way. */
  readonly movement?: Movement;
}

export type Content =
  | { readonly type: 'boolean'; readonly value: boolean }
  /**
   * Numbers, and what is counted like them: dates in days, times and instants in milliseconds, weekdays, steps of
   * scales. Low and high differ only for a number that is known within bounds.
   */
  | { readonly type: 'quantity'; readonly low: number; readonly high: number }
  | { readonly type: 'text'; readonly value: string }
  /** One of the final terms at or below `term`. */
  | { readonly type: 'term'; readonly term: Term }
  /** The terms with everything below them. */
  | { readonly type: 'scope'; readonly terms: readonly Term[] | 'anything' }
  | { readonly type: 'duration'; readonly duration: Duration }
  | RecordContent
  | ListContent;

export interface RecordContent {
  readonly type: 'record';
  /** Where it stands in the facts; empty for the facts themselves. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, Knowledge>;
}

/** The entries; of a partial list at least these. */
export interface ListContent {
  readonly type: 'list';
  readonly path: string;
  readonly entries: readonly Knowledge[];
  readonly isPartial: boolean;
}

/** A fact to ask for; or a table or a calendar that does not reach. */
export interface Ask {
  /** `customer.consents[2].recordedAt`; of a table or calendar its name. */
  readonly path: string;
  /** What people call it. */
  readonly title: string;
  /** The literal of an `else` that is switched off. */
  readonly standIn?: ConstantValue;
}

/** How a quantity moves with the time. The first two never fall as long as time and date do not. */
export type Movement =
  | { readonly kind: 'by-instant'; at(instant: number): number }
  | { readonly kind: 'by-date'; readonly zone: string; on(date: number): number }
  | { readonly kind: 'time-of-day' | 'weekday'; readonly zone: string };

export const never = Number.POSITIVE_INFINITY;

export function unknownFor(asks: readonly Ask[], until = never): Unknown {
  return { kind: 'unknown', asks: distinctAsks(asks), until };
}

/** What to ask for where a field is not known. */
export function askFor(path: string, field: Field): Ask {
  return { path, title: field.title ?? field.name };
}

export function noneUntil(until = never): None {
  return { kind: 'none', until };
}

export function known(content: Content, extra: Partial<Omit<Known, 'kind' | 'content'>> = {}): Known {
  return { kind: 'known', content, asks: [], until: never, ...extra };
}

export function knownQuantity(value: number, extra: Partial<Omit<Known, 'kind' | 'content'>> = {}): Known {
  return known({ type: 'quantity', low: value, high: value }, extra);
}

/** The facts that would say more about a value; none for what is known exactly. */
export function asksOf(knowledge: Knowledge): readonly Ask[] {
  return knowledge.kind === 'none' ? [] : knowledge.asks;
}

export function earliest(parts: readonly { readonly until: number }[]): number {
  return parts.reduce((first, part) => Math.min(first, part.until), never);
}

export function last(parts: readonly { readonly until: number }[]): number {
  return parts.reduce((latest, part) => Math.max(latest, part.until), Number.NEGATIVE_INFINITY);
}

/** Each ask once, in the order in which they come. */
export function distinctAsks(asks: readonly Ask[]): readonly Ask[] {
  if (asks.length < 2) return asks;
  const distinct = new Map<string, Ask>();
  for (const ask of asks) {
    const key = `${ask.path} ${ask.standIn === undefined ? '' : JSON.stringify(ask.standIn.constant)}`;
    if (!distinct.has(key)) distinct.set(key, ask);
  }
  return [...distinct.values()];
}
