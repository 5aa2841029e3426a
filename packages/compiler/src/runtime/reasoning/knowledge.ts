import type { Calendar } from '../calendars.ts';
import type { Zone } from '../clock.ts';
import type { Duration } from '../durations.ts';
import type { List } from '../lists.ts';
import type { RecordSchema, TypeSchema } from '../schema.ts';
import type { Scope } from '../scopes.ts';

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
  /** What would be there, where a record is unknown. */
  readonly schema?: RecordSchema;
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
  /** Numbers and all that is encoded as one; low and high differ only for what is known within bounds. */
  | { readonly type: 'quantity'; readonly low: number; readonly high: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'zone'; readonly zone: Zone }
  | { readonly type: 'term'; readonly term: number }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'duration'; readonly duration: Duration }
  | { readonly type: 'calendar'; readonly calendar: Calendar }
  | RecordContent
  | ListContent;

export interface RecordContent {
  readonly type: 'record';
  /** Where it stands in the facts; empty for the facts themselves. */
  readonly path: string;
  /** The encoded record. */
  readonly record: object;
  readonly schema: RecordSchema;
}

/** The entries; of a partial list at least these. */
export interface ListContent {
  readonly type: 'list';
  readonly path: string;
  readonly title: string;
  readonly list: List<unknown>;
  readonly element: TypeSchema;
  readonly isPartial: boolean;
}

/** A fact to ask for. */
export interface Ask {
  /** `customer.consents[2].recordedAt` */
  readonly path: string;
  readonly title: string;
  /** The literal of an `else` that is switched off. */
  readonly standIn?: StandIn;
}

export interface StandIn {
  /** As it would be supplied. */
  readonly value: string | number | boolean;
  /** Tells stand-ins apart and puts them in order. */
  readonly key: string;
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
    const key = `${ask.path} ${ask.standIn?.key ?? ''}`;
    if (!distinct.has(key)) distinct.set(key, ask);
  }
  return [...distinct.values()];
}

/** Low and high of a value that is known to be a quantity. */
export function boundsOf(knowledge: Knowledge): { readonly low: number; readonly high: number } {
  if (knowledge.kind === 'known' && knowledge.content.type === 'quantity') return knowledge.content;
  return { low: Number.NaN, high: Number.NaN };
}

export function quantityOf(knowledge: Knowledge): number {
  return boundsOf(knowledge).low;
}
