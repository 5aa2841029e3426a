import type { Taxonomy } from '../../logic/index.ts';
import type { ReadAnswers, StartAnswers, StartTexts } from './answers.ts';
import { defaultAnswers } from './answers.ts';
import { resolveTerms } from './resolve-terms.ts';
import type { StartVocabulary } from './vocabulary.ts';
import { upwardFrom } from './vocabulary.ts';

/** Reads what was answered; what is absent or empty is answered as usual. */
export function readAnswers(texts: StartTexts, vocabulary: StartVocabulary): ReadAnswers {
  const industry = readIndustry(texts.industry ?? '', vocabulary.industries);
  const countries = readList(texts.countries ?? '', vocabulary.countries, defaultAnswers.countries);
  const channels = readList(texts.channels ?? '', vocabulary.channels, defaultAnswers.channels);
  const problems = [
    ...industry.problems.map((problem) => `Industry: ${problem}`),
    ...countries.problems.map((problem) => `Countries: ${problem}`),
    ...channels.problems.map((problem) => `Channels: ${problem}`),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const answers: StartAnswers = {
    company: readCompany(texts.company ?? ''),
    industry: industry.terms[0] ?? defaultAnswers.industry,
    countries: countries.terms,
    channels: withoutCovered(channels.terms, vocabulary.channels),
  };
  return { kind: 'answers', answers };
}

/** On one line, and without characters that only hide or reorder others. */
function readCompany(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 80);
  return name === '' ? defaultAnswers.company : name;
}

function readIndustry(text: string, industries: Taxonomy) {
  const found = readList(text, industries, [defaultAnswers.industry]);
  if (found.problems.length > 0 || found.terms.length === 1) return found;
  return { terms: [], problems: [`one is asked for, and these are ${found.terms.join(', ')}`] };
}

function readList(text: string, taxonomy: Taxonomy, usual: readonly string[]) {
  const found = resolveTerms(text, taxonomy);
  return found.terms.length + found.problems.length === 0 ? { terms: usual, problems: [] } : found;
}

/** What stands below another term that was named is part of it. */
function withoutCovered(terms: readonly string[], taxonomy: Taxonomy): readonly string[] {
  return terms.filter(
    (term) =>
      !upwardFrom(taxonomy, term)
        .slice(1)
        .some((above) => terms.includes(above)),
  );
}
