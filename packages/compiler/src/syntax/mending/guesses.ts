import type { Mending } from './mending.ts';
import { misspeltWord } from './near-words.ts';

/** Recognizes one kind of mistake where a piece cannot stand; mends and reports it, or leaves everything as it is. */
export type Guess = (mending: Mending) => boolean;

/** The most telling mistakes first. */
export const guesses: readonly Guess[] = [misspeltWord];
