import { checkProgram } from '../../checking/index.ts';
import type { Taxonomy } from '../../logic/index.ts';
import { loadProgram } from '../../program/index.ts';
import { invariant } from '../../support/index.ts';
import { createNodeHost } from '../node-host.ts';

/** The words that a guided start asks in. */
export interface StartVocabulary {
  readonly industries: Taxonomy;
  readonly countries: Taxonomy;
  readonly channels: Taxonomy;
}

/** Reads them from the standard library. */
export async function readStartVocabulary(): Promise<StartVocabulary> {
  const path = 'start.privacy';
  const text = 'use std.jurisdiction\nuse std.industry\nuse std.channels\n';
  const host = createNodeHost({ root: '.', overlay: new Map([[path, text]]) });
  const { files } = await loadProgram({ host, paths: [path] });
  const { taxonomies } = checkProgram({ files }).program;
  const industries = taxonomies.get('Industry');
  const countries = taxonomies.get('Jurisdiction');
  const channels = taxonomies.get('Channel');
  invariant(
    industries !== undefined && countries !== undefined && channels !== undefined,
    'The standard library of this installation is whole.',
  );
  return { industries, countries, channels };
}

/** How a term is called among people: `Germany`, `E-mail`. */
export function titleOf(taxonomy: Taxonomy, name: string): string {
  return taxonomy.termsByName.get(name)?.title ?? name;
}

/** A term and all those above it, from itself upward. */
export function upwardFrom(taxonomy: Taxonomy, name: string): readonly string[] {
  const names: string[] = [];
  let term = taxonomy.termsByName.get(name);
  while (term !== undefined) {
    names.push(term.name);
    term = taxonomy.terms[term.parent];
  }
  return names;
}

/** The first term at or below that has none below it: what a single case can name. */
export function firstFinal(taxonomy: Taxonomy, name: string): string {
  const term = taxonomy.termsByName.get(name);
  const below = taxonomy.terms.slice(term?.index, term?.end);
  return below.find(({ final }) => final)?.name ?? name;
}
