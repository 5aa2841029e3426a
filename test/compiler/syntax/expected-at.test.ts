import { describe, expect, it } from 'vitest';
import type { Expected } from '../../../packages/compiler/src/syntax/index.ts';
import { expectedAt } from '../../../packages/compiler/src/syntax/index.ts';

/** What is expected at the bar. */
function at(marked: string): Expected {
  const offset = marked.indexOf('¦');
  return expectedAt(marked.replace('¦', ''), offset);
}

const words = (marked: string): string[] => at(marked).words.map(({ text }) => text);
const pieces = (marked: string): string[] =>
  at(marked).pieces.map(({ category, path }) => `${category} in ${path.join('/')}`);

describe('what may stand at an offset', () => {
  it('at the start of a file: declarations', () => {
    expect(words('¦')).toEqual(expect.arrayContaining(['policy', 'record', 'test', 'use', 'extend']));
    expect(words('use a\n¦')).toEqual([]);
  });

  it('in a policy: its clauses', () => {
    expect(words('policy a "A" {\n  ¦\n}').sort()).toEqual([
      'applies everywhere',
      'applies when',
      'authority',
      'default',
      'in force',
      'lift',
      'option',
      'review by',
      'rule',
      'source',
      'zone',
    ]);
  });

  it('behind "is": the tests, and a value with its place in the grammar', () => {
    const marked = 'policy a { rule r { when channel is ¦ } }';
    expect(words(marked)).toEqual(
      expect.arrayContaining(['not', 'one of', 'at least', 'between', 'none', 'some']),
    );
    expect(pieces(marked)).toContain('term in policy/rule/when/comparison/test');
  });

  it('behind an effect: a name', () => {
    expect(pieces('policy a { rule r { forbid ¦')).toEqual(['name in policy/rule/effect']);
    expect(words('policy a { rule r { forbid ¦')).toEqual([]);
  });

  it('the part of a word that stands there already is to be replaced', () => {
    expect(at('policy a { rule r { when chan¦')).toMatchObject({
      replace: { start: 25, end: 29 },
      inside: 'code',
    });
  });

  it('a phrase can be finished', () => {
    expect(words('policy a { rule r { when n is at ¦')).toEqual(expect.arrayContaining(['least', 'most']));
    expect(words('record A { b: partial list ¦')).toContain('of');
    expect(words('policy a { rule r { erase A at ¦')).toContain('the latest');
  });

  it('units follow a number', () => {
    expect(words('policy a { rule r { keep A for at least 6 ¦')).toEqual(
      expect.arrayContaining(['years', 'working days']),
    );
  });

  it('in a quoted text: which text it is', () => {
    expect(at('policy a { zone "Eur¦')).toMatchObject({ inside: 'text', replace: { start: 17, end: 20 } });
    expect(pieces('policy a { zone "Eur¦')).toEqual(['text in policy/zone']);
  });

  it('in a comment: nothing', () => {
    expect(at('policy a { // zone ¦')).toMatchObject({ inside: 'comment', words: [], pieces: [], signs: [] });
  });

  it('in types, tests and rows', () => {
    expect(words('record A { b: ¦')).toEqual(
      expect.arrayContaining(['within', 'all of', 'list of', 'each of']),
    );
    expect(words('test "a" {\n  ¦')).toEqual(expect.arrayContaining(['now', 'on', 'expect']));
    expect(pieces('test "a" { expect ¦')).toEqual(['name in testDeclaration/expectation']);
    expect(pieces('scenarios "a" for b {\n | channel |\n | ¦')).toContain(
      'term in scenarios/rows/row/cell/comparison',
    );
  });

  it('in text with mistakes', () => {
    expect(words('policy a { rule r { forbid contact when a b c ; ¦')).toEqual(
      expect.arrayContaining(['unless', 'cite']),
    );
    expect(words('policy a { rule r { when channel = email and ¦')).toContain('not');
    expect(words('polcy a {\n ¦')).toContain('authority');
  });

  it('never stands for a value that was left out', () => {
    expect(pieces('policy a { rule r { when ¦').some((piece) => piece.includes('missing'))).toBe(false);
  });
});
