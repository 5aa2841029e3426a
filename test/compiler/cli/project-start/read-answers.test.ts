import { beforeAll, describe, expect, test } from 'vitest';
import type {
  StartTexts,
  StartVocabulary,
} from '../../../../packages/compiler/src/cli/project-start/index.ts';
import {
  readAnswers,
  readStartVocabulary,
} from '../../../../packages/compiler/src/cli/project-start/index.ts';

let vocabulary: StartVocabulary;

beforeAll(async () => {
  vocabulary = await readStartVocabulary();
}, 60_000);

describe('answers about a start', () => {
  test.each([
    ['codes', 'GB,DE,US-CA', ['GB', 'DE', 'US-CA']],
    ['codes in any case, apart in any way', 'gb; us-ca\nde fr', ['GB', 'US-CA', 'DE', 'FR']],
    ['names', 'United Kingdom, germany, California', ['GB', 'DE', 'US-CA']],
    ['other names', 'UK, Holland, the Netherlands, USA', ['GB', 'NL', 'US']],
    ['names without their accents', "Cote d'Ivoire, Reunion, Aland", ['CI', 'RE', 'AX']],
    ['names with commas', 'DE, Bonaire, Sint Eustatius and Saba, FR', ['DE', 'BQ', 'FR']],
    ['a code that is a word', 'IN, NO, IS', ['IN', 'NO', 'IS']],
    ['nothing', ' ', ['GB']],
  ])('take countries by %s', (_, countries, expected) => {
    expect(read({ countries })).toMatchObject({ kind: 'answers', answers: { countries: expected } });
  });

  test.each([
    [{ countries: 'Germny' }, 'Countries: "Germny" is not known; do you mean "DE" (Germany)?'],
    [{ countries: 'Georgia' }, 'Countries: "Georgia" may be GE or US-GA: write which'],
    [{ countries: 'DE, xyzzy' }, 'Countries: "xyzzy" is not known'],
    [
      { industry: 'bnak' },
      'Industry: "bnak" is not known; do you mean "bank" (Banking, credit and payments)?',
    ],
    [{ industry: 'bank, hotel' }, 'Industry: one is asked for, and these are bank, hotel'],
    [{ channels: 'pigeon' }, 'Channels: "pigeon" is not known'],
    [{ channels: '__proto__' }, 'Channels: "__proto__" is not known'],
  ])('that are not understood are never guessed: %j', (texts, problem) => {
    expect(read(texts)).toEqual({ kind: 'problems', problems: [problem] });
  });

  test('take channels and industries by what people call them', () => {
    expect(
      read({ channels: 'E-Mail, phone, letter', industry: 'Banking, credit and payments' }),
    ).toMatchObject({
      answers: { channels: ['email', 'voice', 'post'], industry: 'bank' },
    });
  });

  test('leave out a channel that another one covers', () => {
    expect(read({ channels: 'sms, voice, live-call, text-message' })).toMatchObject({
      answers: { channels: ['voice', 'text-message'] },
    });
  });

  test('take the name of a company without what would break or hide a line', () => {
    expect(read({ company: '  Ac\u202Eme\n  "Ltd"\u0000 ' })).toMatchObject({
      answers: { company: 'Acme "Ltd"' },
    });
    expect(read({ company: '\u200B' })).toMatchObject({ answers: { company: 'Acme' } });
  });
});

function read(texts: StartTexts) {
  return readAnswers(texts, vocabulary);
}
