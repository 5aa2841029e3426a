import { nameProblem } from '../../binding/index.ts';
import type { StartAnswers } from './answers.ts';
import type { StartVocabulary } from './vocabulary.ts';
import { firstFinal, titleOf } from './vocabulary.ts';
import { zoneOf } from './zones.ts';

/** The answers with what follows from them. */
export interface StartContext extends StartAnswers {
  readonly vocabulary: StartVocabulary;
  /** The company in ids: `acme`. */
  readonly id: string;
  /** Where the company has its seat. */
  readonly seat: string;
  /** The clock of the seat. */
  readonly zone: string;
  /** A way to reach somebody, for cases about other things than channels. */
  readonly usualChannel: string;
}

export function createContext(answers: StartAnswers, vocabulary: StartVocabulary): StartContext {
  const seat = answers.countries[0] ?? 'GB';
  return {
    ...answers,
    vocabulary,
    id: companyId(answers.company),
    seat,
    zone: zoneOf(seat),
    usualChannel: firstFinal(vocabulary.channels, answers.channels[0] ?? 'email'),
  };
}

/** A text as it stands in a file, with its quotation marks. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export function countryTitle({ vocabulary }: StartContext, country: string): string {
  return titleOf(vocabulary.countries, country);
}

/** Letters that take no accent off, and still have a usual spelling in plain ones. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['å', 'a'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['&', ' and '],
]);

const longestId = 40;

function companyId(company: string): string {
  const plain = [...company.toLowerCase()].map((letter) => spellings.get(letter) ?? letter).join('');
  const words = plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const id = words.join('-').slice(0, longestId).replace(/-+$/, '');
  if (id === '') return 'company';
  return /^[a-z]/.test(id) && nameProblem(id, 'kebab') === undefined && !taken.has(id) ? id : `company-${id}`;
}

/** Words that ids begin with already, or cannot begin with. */
const taken: ReadonlySet<string> = new Set(['skeleton', 'default', 'std']);
