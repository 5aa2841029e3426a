import type { Taxonomy, Term } from '../../logic/index.ts';
import { nearestNames } from '../../support/index.ts';

export interface ResolvedTerms {
  /** Without repetitions, in the order in which they were named. */
  readonly terms: readonly string[];
  /** One sentence for each part of the text that names no term. */
  readonly problems: readonly string[];
}

/** Finds the terms that a text lists with commas: by name, by title or by what else they are called, in any case. */
export function resolveTerms(text: string, taxonomy: Taxonomy): ResolvedTerms {
  const index = indexNames(taxonomy);
  const pieces = text
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const terms = new Set<string>();
  const problems: string[] = [];
  for (let position = 0; position < pieces.length; ) {
    const found = longestName(pieces, position, index);
    for (const name of found.names) terms.add(name);
    problems.push(...found.problems);
    position += found.length;
  }
  return { terms: [...terms], problems };
}

type NameIndex = ReadonlyMap<string, readonly Term[]>;

interface Found {
  readonly names: readonly string[];
  readonly problems: readonly string[];
  /** How many pieces it takes up. */
  readonly length: number;
}

/** Titles may have commas themselves: `Bonaire, Sint Eustatius and Saba`. */
function longestName(pieces: readonly string[], position: number, index: NameIndex): Found {
  for (let length = Math.min(4, pieces.length - position); length > 1; length -= 1) {
    const [only, second] = index.get(normal(pieces.slice(position, position + length).join(', '))) ?? [];
    if (only !== undefined && second === undefined) return { names: [only.name], problems: [], length };
  }
  return { ...resolvePiece(pieces[position] ?? '', index), length: 1 };
}

/** `GB DE US` names three where the whole names none. */
function resolvePiece(piece: string, index: NameIndex): Omit<Found, 'length'> {
  const whole = index.get(normal(piece)) ?? [];
  const [only] = whole;
  if (only !== undefined && whole.length === 1) return { names: [only.name], problems: [] };
  if (whole.length > 1) {
    const codes = whole.map(({ name }) => name).join(' or ');
    return { names: [], problems: [`"${piece}" may be ${codes}: write which`] };
  }
  const words = piece.split(/\s+/).map((word) => index.get(normal(word)) ?? []);
  if (words.length > 1 && words.every(({ length }) => length === 1)) {
    return { names: words.flatMap((terms) => terms.map(({ name }) => name)), problems: [] };
  }
  return { names: [], problems: [`"${piece}" is not known${suggestion(piece, index)}`] };
}

function suggestion(piece: string, index: NameIndex): string {
  const near = nearestNames(normal(piece), index.keys()).flatMap((key) => index.get(key) ?? []);
  const unique = [...new Set(near.map(shown))].slice(0, 3);
  return unique.length === 0 ? '' : `; do you mean ${unique.join(' or ')}?`;
}

function shown({ name, title }: Term): string {
  return title === undefined || title === name ? `"${name}"` : `"${name}" (${title})`;
}

/** A name is stronger than a title, and a title than what a term is called besides. */
function indexNames(taxonomy: Taxonomy): NameIndex {
  const index = new Map<string, Term[]>();
  const ranks: readonly ((term: Term) => readonly string[])[] = [
    ({ name }) => [name],
    ({ title }) => (title === undefined ? [] : [title]),
    ({ aliases }) => aliases,
  ];
  for (const namesOf of ranks) {
    const ofRank = new Map<string, Set<Term>>();
    for (const term of taxonomy.terms) {
      for (const name of namesOf(term)) {
        const key = normal(name);
        ofRank.set(key, (ofRank.get(key) ?? new Set()).add(term));
      }
    }
    for (const [key, terms] of ofRank) if (!index.has(key)) index.set(key, [...terms]);
  }
  return index;
}

/** Accents, capitals, hyphens and the article make no difference. */
function normal(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[-_\s]+/g, ' ')
    .replace(/^the /, '')
    .trim();
}
