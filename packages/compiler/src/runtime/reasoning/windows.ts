import type { Zone } from '../clock.ts';
import type { Truth } from '../decision.ts';
import { dependsOnClaim } from './dependence.ts';
import type { FormulaNode } from './nodes.ts';

/** From when until when (excluded) a condition is known to be worth the same. */
export interface Window {
  readonly truth: Truth;
  readonly from: number;
  readonly until: number;
}

/**
 * What a condition was found to be worth, by the facts that it reads: the same facts give the same answer until the
 * window closes. Only for conditions that read single values, not lists.
 */
export interface Windows {
  readonly paths: readonly (readonly string[])[] | undefined;
  readonly readsClaim: boolean;
  readonly byFacts: Map<number | string, Window>;
}

const mostFacts = 3;
const mostWindows = 1024;

export function createWindows(facts: readonly string[], reason: FormulaNode | undefined): Windows {
  const readsClaim = reason !== undefined && dependsOnClaim(reason);
  const isKept = facts.length <= mostFacts && !facts.some((fact) => fact.includes('[]'));
  const paths = isKept ? facts.map((fact) => fact.split('.')) : undefined;
  return { paths, readsClaim, byFacts: new Map() };
}

/** What tells the facts apart; undefined where they are not single values. */
export function windowKey(windows: Windows, facts: object, claim: number): number | string | undefined {
  const { paths, readsClaim } = windows;
  if (paths === undefined) return undefined;
  const [only] = paths;
  if (paths.length === 0 || only === undefined) return readsClaim ? claim : 0;
  if (paths.length === 1 && !readsClaim) return valueAt(facts, only);
  let key = readsClaim ? String(claim) : '';
  for (const path of paths) {
    const value = valueAt(facts, path);
    if (value === undefined) return undefined;
    key = `${key} ${value}`;
  }
  return key;
}

/** A number, a text or a zone as a part of a key; absent facts and parts of records have none. */
function valueAt(facts: object, path: readonly string[]): number | string | undefined {
  let value: unknown = facts;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    // Encoded records have a property for each of their fields.
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value;
  const isZone = typeof value === 'object' && value !== null && 'offset' in value && 'id' in value;
  // Only zones have an offset.
  return isZone ? (value as Zone).id : undefined;
}

/** The window that is open now, if one is known. */
export function openWindow({ byFacts }: Windows, key: number | string, now: number): Window | undefined {
  const window = byFacts.get(key);
  return window !== undefined && window.from <= now && now < window.until ? window : undefined;
}

export function keepWindow({ byFacts }: Windows, key: number | string, window: Window): void {
  if (byFacts.size >= mostWindows) byFacts.clear();
  byFacts.set(key, window);
}
