import { isDeepStrictEqual } from 'node:util';
import type { FactIssue } from '../../packages/compiler/src/runtime/public.ts';

/** Where compiled code and the reference interpreter do not say the same. */
export interface Mismatch {
  readonly seed: number;
  readonly activity: string;
  readonly pair: number;
  /** What differs: `decide`, `permits`, … */
  readonly what: string;
  readonly now: string;
  readonly facts: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Comparison {
  readonly pairs: number;
  readonly mismatches: readonly Mismatch[];
  /** How often each outcome came up, and facts that were refused. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export type Difference = Omit<Mismatch, 'seed' | 'activity' | 'pair'>;

/** What is wrong with facts, as far as both sides have to say the same. */
export interface Refusal {
  readonly issues: readonly Pick<FactIssue, 'path' | 'code'>[];
}

/** The answer of compiled code, or what it throws. */
export function answerOf<Result>(ask: () => Result): Result | Refusal | { readonly error: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'FactsError' && 'issues' in error) {
      // A `FactsError` says what is wrong with the facts.
      return issuesOf(error.issues as readonly FactIssue[]);
    }
    return { error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

export function issuesOf(issues: readonly FactIssue[]): Refusal {
  return { issues: issues.map(({ path, code }) => ({ path, code })) };
}

/** Both are plain data; what counts is what they say. */
export function isSame(expected: unknown, actual: unknown): boolean {
  return isDeepStrictEqual(asJson(expected), asJson(actual));
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export function difference(
  { facts, now }: { readonly facts: unknown; readonly now: number },
  what: string,
  expected: unknown,
  actual: unknown,
): Difference {
  const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 2000) ?? String(value);
  return {
    what,
    now: new Date(now).toISOString(),
    facts: shown(facts),
    expected: shown(expected),
    actual: shown(actual),
  };
}

export function firstDifference(expected: unknown, actual: unknown, path = ''): string {
  const areObjects = [expected, actual].every((value) => typeof value === 'object' && value !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(expected)} / ${JSON.stringify(actual)}`;
  // Both are objects.
  const [left, right] = [expected, actual] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const key = keys.find(
    (candidate) => !isDeepStrictEqual(asJson(left[candidate] ?? null), asJson(right[candidate] ?? null)),
  );
  return key === undefined ? path : firstDifference(left[key], right[key], `${path}.${key}`);
}
