import type { Mending } from '../mending.ts';

/** Recognizes one kind of mistake where a piece cannot stand; mends and reports it, or leaves everything as it is. */
export type Guess = (mending: Mending) => boolean;
