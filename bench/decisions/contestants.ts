import type { Contestant } from '../rounds.ts';
import type { Model } from './model.ts';
import type { Answer } from './reference.ts';
import type { Request } from './requests.ts';

/** What all contestants of one size are given. */
export interface Arena {
  readonly model: Model;
  readonly requests: readonly Request[];
  /** What the model means, request by request. */
  readonly answers: readonly Answer[];
  /** The bundle of what the policies compile to. */
  readonly bundle: string;
}

/** Somebody who can be measured. */
export interface ContestantKind {
  readonly name: string;
  /** Undefined where the compiled program does not have it. */
  enter(arena: Arena): Promise<Entrant | undefined>;
}

export interface Entrant {
  /** Answers about so many requests in rotation, and returns how many it answered. */
  readonly run: Contestant['run'];
  /** Throws with the first difference from what the model means. */
  check(): void;
}

/** Lets all in that there are, each after its answers are found to be right. */
export async function enterAll(
  kinds: readonly ContestantKind[],
  arena: Arena,
): Promise<readonly Contestant[]> {
  const contestants: Contestant[] = [];
  for (const kind of kinds) {
    const entrant = await kind.enter(arena);
    if (entrant === undefined) continue;
    entrant.check();
    contestants.push({ name: kind.name, run: entrant.run });
  }
  return contestants;
}
