import { describe, expect, it } from 'vitest';
import { grammarAsEbnf } from '../../packages/compiler/src/syntax/index.ts';
import { fencesOf, readPage } from './fences.ts';

describe('docs/language/grammar.md', () => {
  it('shows the grammar of the parser; `npm run generate` writes it anew', () => {
    const [ebnf] = fencesOf(readPage('docs/language/grammar.md'));
    expect(ebnf?.language).toBe('ebnf');
    expect(ebnf?.text).toBe(grammarAsEbnf());
  });

  it('names every rule that it uses', () => {
    const ebnf = grammarAsEbnf();
    const declared = new Set([...ebnf.matchAll(/^([a-z-]+) =$/gm)].map(([, name]) => name));
    const plain = ebnf.replace(/\(\*.*?\*\)/g, '').replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, '');
    const used = new Set([...plain.matchAll(/[a-z][a-z-]+/g)].map(([name]) => name));
    const letters = new Set(['letter', 'digit', 'hex-digit', 'character', 'scheme']);
    expect([...used].filter((name) => !declared.has(name) && !letters.has(name))).toEqual([]);
  });
});
