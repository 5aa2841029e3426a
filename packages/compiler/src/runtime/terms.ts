import type { Reading } from './readings.ts';

/**
 * The terms of a taxonomy are numbered from 1 in depth-first order, so that a term with everything below it is a range.
 * Number 0 stands above them all: a term that is not known lies somewhere below it.
 */
export interface Taxonomy {
  readonly name: string;
  /** By number; the first is empty. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** One past the last number below. */
  readonly ends: Int32Array;
  readonly parents: Int32Array;
  readonly depths: Int8Array;
  /** 1 where everything below is listed. */
  readonly complete: Uint8Array;
}

export const unknownTerm = 0;
export const noneTerm = -1;

/**
 * Reads a taxonomy from an outline: one term on each line, those below it indented by two spaces. `complete` after a
 * term says that everything below it is listed; for the taxonomy as a whole that is an option.
 */
export function taxonomy(options: {
  readonly name: string;
  readonly complete: boolean;
  readonly terms: string;
}): Taxonomy {
  const lines = options.terms.split('\n').filter((line) => line !== '');
  const size = lines.length + 1;
  const draft: Draft = {
    name: options.name,
    names: [''],
    numbers: new Map(),
    ends: new Int32Array(size).fill(size),
    parents: new Int32Array(size),
    depths: new Int8Array(size),
    complete: new Uint8Array(size),
  };
  draft.complete[0] = options.complete ? 1 : 0;
  const open: number[] = [];
  for (const line of lines) addTerm(draft, open, line);
  return draft;
}

interface Draft extends Taxonomy {
  readonly names: string[];
  readonly numbers: Map<string, number>;
}

/** `open` are the terms above the current line, the topmost first. */
function addTerm(draft: Draft, open: number[], line: string): void {
  const written = line.trimStart();
  const depth = (line.length - written.length) / 2;
  const isComplete = written.endsWith(' complete');
  const text = isComplete ? written.slice(0, -' complete'.length) : written;
  const number = draft.names.length;
  for (const closed of open.splice(depth)) draft.ends[closed] = number;
  draft.names.push(text);
  draft.numbers.set(text, number);
  draft.parents[number] = open.at(-1) ?? unknownTerm;
  draft.depths[number] = depth;
  draft.complete[number] = isComplete ? 1 : 0;
  open.push(number);
}

/** Whether all that a term may be (certainly), or any of it (possibly), lies in the range of another term. */
export function liesWithin(
  { ends }: Taxonomy,
  term: number,
  from: number,
  end: number,
  reading: Reading,
): boolean {
  if (term >= from && term < end) return true;
  return reading && term >= 0 && term < from && (ends[term] ?? 0) >= end;
}

/** Whether two facts are the same final term (certainly), or can be (possibly). */
export function isSameTerm(terms: Taxonomy, left: number, right: number, reading: Reading): boolean {
  if (left < 0 || right < 0) return false;
  if (!reading) return left === right && terms.ends[left] === left + 1;
  return left <= right ? right < (terms.ends[left] ?? 0) : left < (terms.ends[right] ?? 0);
}

/** The term above (or the term itself) at a depth, counted from 0; unknown where there is none. */
export function ancestorAt(terms: Taxonomy, term: number, depth: number): number {
  let current = term;
  while ((terms.depths[current] ?? 0) > depth) current = terms.parents[current] ?? unknownTerm;
  return current <= 0 || terms.depths[current] === depth ? current : unknownTerm;
}

/** Whether two ancestors on one level are the same. */
export function isSameOnLevel(terms: Taxonomy, left: number, right: number, reading: Reading): boolean {
  if (left === right && left > unknownTerm) return true;
  return reading && isSameTerm(terms, left, right, reading);
}

/** `x is known`: none is known, too. */
export function isKnownTerm(term: number): boolean {
  return term !== unknownTerm;
}

export function mayBeNoTerm(term: number, reading: Reading): boolean {
  return term === noneTerm || (reading && term === unknownTerm);
}

/** A term with one that stands in where it is absent. */
export function termOrElse(term: number, fallback: number): number {
  return term === unknownTerm ? fallback : term;
}
