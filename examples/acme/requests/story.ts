/** What a service supplies: keys in camelCase, `null` for "none", what is unknown left out. */
export interface Facts {
  readonly [key: string]: FactValue;
}

export type FactValue = string | number | boolean | null | Facts | readonly FactValue[];

/** One line of requests.jsonl. */
export interface Request {
  readonly activity: string;
  readonly facts: Facts;
  /** RFC 3339. */
  readonly now: string;
}

/** Requests that show one thing. */
export interface Story {
  readonly title: string;
  /** What to look for. */
  readonly about: string;
  readonly requests: readonly Request[];
}

/** A Tuesday on which it is daytime from California to Vienna, and no holiday anywhere in between. */
export const tuesday = '2026-11-24T16:30:00Z';

/** Facts with a change; `undefined` takes a fact away, so that it is not known. */
export function changed(facts: Facts, changes: Readonly<Record<string, FactValue | undefined>>): Facts {
  const entries = Object.entries({ ...facts, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, FactValue] => entry[1] !== undefined));
}
