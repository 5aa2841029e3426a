import { describe, expect, it } from 'vitest';
import {
  contextualWords,
  phrases,
  reservedWords,
} from '../../../packages/compiler/src/syntax/lexing/words.ts';
import { codesOf, conditionOf, policyWith, shapeOf } from './read.ts';

const literals = ['yes', 'no', 'unknown', 'now'];

describe('words with a meaning of their own', () => {
  it.each([...reservedWords])('"%s" is no name where it stands alone, if not in back-ticks', (word) => {
    expect(codesOf(policyWith(`forbid ${word}`))).not.toEqual([]);
    expect(codesOf(policyWith(`forbid \`${word}\``))).toEqual([]);
  });

  it.each(contextualWords.filter((word) => !literals.includes(word)))('a fact may be called "%s"', (word) => {
    expect(codesOf(policyWith(`when ${word} is x and y is ${word}`))).toEqual([]);
    expect(shapeOf(conditionOf(`${word} is x`))).toMatchObject({ kind: 'comparison', left: word });
  });

  it.each([...reservedWords, ...contextualWords])(
    '"%s" may stand behind a dot, in front of a dot and as a key',
    (word) => {
      expect(shapeOf(conditionOf(`a.${word} is ${word}.b`))).toMatchObject({
        left: `a.${word}`,
        test: { value: `${word}.b` },
      });
      expect(codesOf(`record A {\n  ${word}: text\n  ${word}?: text\n}`)).toEqual([]);
      expect(codesOf(`test "x" {\n  store { ${word}: a, b: { ${word}: c } }\n}`)).toEqual([]);
      expect(codesOf(`policy ${word}.a "A" { authority law }`)).toEqual([]);
      expect(codesOf(`policy a.${word} "A" { authority law }`)).toEqual([]);
    },
  );

  it.each(phrases.filter((phrase) => !reservedWords.some((word) => phrase.startsWith(`${word} `))))(
    'a fact may be called like the beginning of "%s"',
    (phrase) => {
      const [first] = phrase.split(' ');
      expect(codesOf(policyWith(`when ${first} is x`))).toEqual([]);
    },
  );

  it('are case-sensitive: IN, IS and NO are terms', () => {
    expect(codesOf(policyWith('when place is one of (IN, IS, NO)'))).toEqual([]);
  });

  it('leave an "in" before "force" to the next clause', () => {
    expect(codesOf(policyWith('when d is today\n in force from 2024-01-01'))).toEqual([]);
  });

  it('take a word after a number for a unit only if it is no key', () => {
    expect(codesOf('test "x" {\n store { a: 5\n days: 3\n b: 6 years }\n}')).toEqual([]);
  });

  it('may be names of terms, one on a line', () => {
    expect(
      codesOf('taxonomy Status {\n  draft\n  open\n  complete\n  sensitive\n  also\n  levels\n}'),
    ).toEqual([]);
  });
});
