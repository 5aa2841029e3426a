import { describe, expect, it } from 'vitest';
import { tokenizeUnit } from '../../../packages/compiler/src/syntax/index.ts';
import { tourSources, unitsOf } from './read.ts';

const parts = (text: string): string[] =>
  tokenizeUnit(text).map(({ start, end, category }) => `${text.slice(start, end)} ${category}`);

describe('the parts of a text', () => {
  it('have a category each; phrases come word by word', () => {
    expect(parts('when source is at least 6 years // why')).toEqual([
      'when keyword',
      'source keyword',
      'is keyword',
      'at keyword',
      'least keyword',
      '6 number',
      'years unit',
      '// why comment',
    ]);
    expect(parts('/// About\npolicy a.in "A" {')).toEqual([
      '/// About documentation',
      'policy keyword',
      'a name',
      '. punctuation',
      'in name',
      '"A" text',
      '{ punctuation',
    ]);
    expect(parts('zone "a" <https://b.c> 2024-01-01 08:00 2024-01-01T08:00Z + ; `in`')).toEqual([
      'zone keyword',
      '"a" text',
      '<https://b.c> address',
      '2024-01-01 date',
      '08:00 time',
      '2024-01-01T08:00Z moment',
      '+ operator',
      '; unreadable',
      '`in` name',
    ]);
  });

  it.each(tourSources())(
    '$name: cover everything but white space, in order and without overlap',
    ({ text }) => {
      for (const unit of unitsOf(text)) {
        let end = 0;
        for (const part of tokenizeUnit(unit.text)) {
          expect(unit.text.slice(end, part.start).trim()).toBe('');
          end = part.end;
        }
        expect(unit.text.slice(end).trim()).toBe('');
      }
    },
  );
});
