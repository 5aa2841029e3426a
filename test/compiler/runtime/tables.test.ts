import { describe, expect, it } from 'vitest';
import type { Duration } from '../../../packages/compiler/src/runtime/index.ts';
import {
  duration,
  noneNumber,
  noneTerm,
  numberIn,
  orNoKey,
  parseDate,
  table,
  taxonomy,
  termIn,
  unknownNumber,
  unknownTerm,
  valueIn,
  zone,
} from '../../../packages/compiler/src/runtime/index.ts';

const place = taxonomy({
  name: 'Place',
  complete: false,
  terms: `
DE
DK
GB complete
  GB-ENG
  GB-SCT
US
  US-CA
  US-IA
`,
});
const utc = zone('UTC');
const later = parseDate('2026-01-01') ?? 0;

function term(name: string): number {
  return place.numbers.get(name) ?? Number.NaN;
}

const ages = table({
  name: 'ages',
  zone: utc,
  keys: [place],
  rows: [
    { keys: ['DE'], values: [16] },
    { keys: ['DK'], values: [15], from: '2024-01-01' },
    { keys: ['DK'], values: [13], until: '2024-01-01' },
    { keys: ['GB-ENG'], values: [13] },
    { keys: ['GB-SCT'], values: [13] },
    { keys: ['US'], values: [13] },
    { keys: ['US-CA'], values: [null] },
  ],
});

function ageIn(name: string, date = later): number {
  return numberIn(ages, 0, date, term(name));
}

describe('a table by one taxonomy', () => {
  it('gives the row of the term or of its nearest ancestor', () => {
    expect(ageIn('DE')).toBe(16);
    expect(ageIn('US-IA')).toBe(13);
    expect(ageIn('US-CA')).toBe(noneNumber);
  });

  it('gives the row that is in force on the date', () => {
    expect(ageIn('DK')).toBe(15);
    expect(ageIn('DK', (parseDate('2024-01-01') ?? 0) - 1)).toBe(13);
    expect(ageIn('DK', parseDate('2024-01-01'))).toBe(15);
  });

  it('gives for an inner term what all below it have in common, unlisted ones too', () => {
    expect(ageIn('GB')).toBe(13);
    expect(ageIn('US')).toBe(unknownNumber);
    expect(numberIn(ages, 0, later, unknownTerm)).toBe(unknownNumber);
  });

  it('gives none for none, and nothing for a key that may turn out to be none', () => {
    expect(numberIn(ages, 0, unknownNumber, noneTerm)).toBe(noneNumber);
    expect(numberIn(ages, 0, noneNumber, term('DE'))).toBe(noneNumber);
    expect(numberIn(ages, 0, unknownNumber, term('DE'))).toBe(unknownNumber);
    const everywhere = table({
      name: 'all',
      zone: utc,
      keys: [place],
      rows: [{ keys: [null], values: [1] }],
    });
    expect(numberIn(everywhere, 0, later, unknownTerm)).toBe(1);
    expect(numberIn(everywhere, 0, later, orNoKey(unknownTerm, unknownTerm))).toBe(unknownNumber);
  });
});

describe('a table by several keys', () => {
  const hours = table({
    name: 'hours',
    zone: utc,
    keys: [place, 'weekday', 'boolean'],
    rows: [
      { keys: ['US', null, 1], values: [undefined, duration(1, 'days')] },
      { keys: ['US', 7, 0], values: [term('DE'), duration(2, 'days')] },
      { keys: ['US-CA', 1, null], values: [term('DK'), duration(2, 'days')] },
      { keys: [null, null, null], values: [term('GB'), null] },
    ],
  });
  const about = (where: number, weekday: number, flag: number): readonly unknown[] => [
    termIn(hours, 0, later, where, weekday, flag),
    valueIn<Duration>(hours, 1, later, where, weekday, flag),
  ];

  it('takes the nearest by the first key that leads to a row, then by the next', () => {
    expect(about(term('US-CA'), 1, 0)).toEqual([term('DK'), duration(2, 'days')]);
    expect(about(term('US-CA'), 7, 0)).toEqual([term('DE'), duration(2, 'days')]);
    expect(about(term('US-IA'), 1, 0)).toEqual([term('GB'), null]);
    expect(about(term('DE'), 7, 0)).toEqual([term('GB'), null]);
  });

  it('says nothing where the cell is blank', () => {
    expect(about(term('US-IA'), 1, 1)).toEqual([unknownTerm, duration(1, 'days')]);
  });

  it('gives what all that unknown keys may be have in common, by value', () => {
    expect(about(term('US-CA'), unknownNumber, unknownNumber)).toEqual([unknownTerm, undefined]);
    expect(about(term('DE'), unknownNumber, unknownNumber)).toEqual([term('GB'), null]);
    expect(about(term('US-IA'), unknownNumber, 1)).toEqual([unknownTerm, duration(1, 'days')]);
  });

  it('gives none where any key is none', () => {
    expect(about(unknownTerm, noneNumber, unknownNumber)).toEqual([noneTerm, null]);
  });
});

it('a table with more combinations than are kept answers the same', () => {
  const many = taxonomy({
    name: 'Many',
    complete: true,
    terms: Array.from({ length: 300 }, (_, index) => `T${index}`).join('\n'),
  });
  const pairs = table({
    name: 'pairs',
    zone: utc,
    keys: [many, many],
    rows: [
      { keys: ['T1', 'T2'], values: [1] },
      { keys: ['T1', null], values: [2] },
      { keys: [null, 'T2'], values: [1] },
    ],
  });
  expect(numberIn(pairs, 0, later, 2, 3)).toBe(1);
  expect(numberIn(pairs, 0, later, 2, 4)).toBe(2);
  expect(numberIn(pairs, 0, later, 9, 3)).toBe(1);
  expect(numberIn(pairs, 0, later, unknownTerm, 3)).toBe(1);
  expect(numberIn(pairs, 0, later, 2, unknownTerm)).toBe(unknownNumber);
  expect(numberIn(pairs, 0, later, 9, 9)).toBe(unknownNumber);
});
