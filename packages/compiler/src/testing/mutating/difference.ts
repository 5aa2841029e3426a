import type { Decision } from '../../runtime/index.ts';
import { listed } from '../because.ts';

/** How a decision would differ, in words for the author. */
export interface Difference {
  /** `it is permitted, and would be forbidden` */
  readonly words: string;
  /** Not only the reasons differ, or what is owed. */
  readonly isOfOutcome: boolean;
}

/** How two decisions differ in what a test could expect; undefined where no test could tell them apart. */
export function differenceOf(before: Decision, after: Decision): Difference | undefined {
  if (before.outcome !== after.outcome) {
    return { words: `it is ${before.outcome}, and would be ${after.outcome}`, isOfOutcome: true };
  }
  const { outcome } = before;
  for (const { words, read } of parts) {
    const [is, wouldBe] = [read(before), read(after)];
    if (is.join(' ') === wouldBe.join(' ')) continue;
    const sentence = `it is ${outcome} ${words(listed(is))}, and would be ${outcome} ${words(listed(wouldBe))}`;
    return { words: sentence, isOfOutcome: false };
  }
  return undefined;
}

interface Part {
  readonly words: (names: string) => string;
  readonly read: (decision: Decision) => readonly string[];
}

const parts: readonly Part[] = [
  { words: (names) => `by ${names}`, read: ({ reasons }) => reasons.map(({ rule }) => rule) },
  {
    words: (names) => `with ${names} missing`,
    read: (decision) => (decision.outcome === 'undetermined' ? decision.missing : []),
  },
  {
    words: (names) => `owing ${names}`,
    read: (decision) =>
      'obligations' in decision ? decision.obligations.map(({ obligation }) => obligation) : [],
  },
  { words: (names) => `with remarks by ${names}`, read: ({ remarks }) => remarks.map(({ rule }) => rule) },
  {
    words: (names) => `assuming ${names}`,
    read: ({ assumed }) => assumed.map(({ fact }) => fact),
  },
  {
    words: (names) => `under the claim of ${names}`,
    read: ({ claims, outcome }) => claims.filter((one) => one.outcome === outcome).map(({ claim }) => claim),
  },
];
