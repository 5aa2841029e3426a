import { describe, expect, it } from 'vitest';
import { NestingTooDeep } from '../../../packages/compiler/src/syntax/grammar/base-grammar.ts';
import { Grammar } from '../../../packages/compiler/src/syntax/grammar/grammar.ts';
import { grammarAsEbnf } from '../../../packages/compiler/src/syntax/index.ts';
import type { Token } from '../../../packages/compiler/src/syntax/lexing/token-types.ts';
import { createTokenOf, T } from '../../../packages/compiler/src/syntax/lexing/token-types.ts';
import type { RuleAutomaton } from '../../../packages/compiler/src/syntax/walking/automaton.ts';
import { isRule } from '../../../packages/compiler/src/syntax/walking/automaton.ts';
import { declarationStart, grammarRules } from '../../../packages/compiler/src/syntax/walking/start.ts';
import type { Places } from '../../../packages/compiler/src/syntax/walking/walk.ts';
import { advance, mayEnd } from '../../../packages/compiler/src/syntax/walking/walk.ts';

describe('the grammar', () => {
  it('passes the validations of the parser library: no ambiguity, no left recursion', () => {
    expect(() => new Grammar({ validate: true })).not.toThrow();
  });

  it('decides by the next pieces exactly as the walk over its productions does', () => {
    const random = seeded(20261123);
    const grammar = new Grammar();
    let compared = 0;
    for (let run = 0; run < 6000; run += 1) {
      const tokens = randomText(random);
      if (tokens === undefined || !walkAccepts(tokens)) continue;
      compared += 1;
      try {
        grammar.begin(' '.repeat(2 * tokens.length), [...tokens]);
        grammar.declaration();
      } catch (error) {
        if (error instanceof NestingTooDeep) continue;
        throw error;
      }
      expect(grammar.errors.map(({ message }) => `${message}: ${images(tokens)}`)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(4000);
  });
});

describe('the grammar as EBNF', () => {
  const text = grammarAsEbnf();
  const defined = new Set([...text.matchAll(/^([a-z-]+) =$/gm)].map(([, name]) => name));

  it('is the same every time', () => {
    expect(grammarAsEbnf()).toBe(text);
  });

  it('starts with the declaration', () => {
    expect(text).toMatch(/^declaration =\n {4}policy\n {2}\| test-declaration/);
  });

  it('defines every name that it uses once', () => {
    const bodies = text
      .replace(/\(\*.*?\*\)/g, '')
      .replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, '')
      .replace(/^[a-z-]+ =$/gm, '');
    const primitive = ['letter', 'digit', 'character', 'hex-digit', 'scheme'];
    const used = new Set(bodies.match(/[a-z][a-z-]*/g) ?? []);
    expect([...used].filter((name) => !defined.has(name) && !primitive.includes(name))).toEqual([]);
    expect(text.match(/^[a-z-]+ =$/gm)?.length).toBe(defined.size);
  });

  it('says nothing of values that stand for missing ones', () => {
    expect(text).not.toMatch(/missing \*\)|missingValue/);
  });
});

/** A random text of the grammar, unless it gets too long. */
function randomText(random: (below: number) => number): Token[] | undefined {
  const tokens: Token[] = [];
  const write = (rule: RuleAutomaton, depth: number): boolean => {
    for (let state = rule.start; !state.isEnd; ) {
      const free = state.steps.filter(({ over }) => over === undefined);
      const steps = depth > 12 && free.length > 0 && random(4) > 0 ? free : state.steps;
      const step = steps[random(steps.length)];
      if (step === undefined || tokens.length > 2000) return false;
      if (isRule(step.over)) {
        if (!write(step.over, depth + 1)) return false;
      } else if (step.over !== undefined) {
        const type = step.over === T.name || step.over === T.termName ? T.word : step.over;
        tokens.push(createTokenOf(type, type.LABEL ?? '', 2 * tokens.length, 2 * tokens.length + 1));
      }
      state = step.to;
    }
    return true;
  };
  const start = grammarRules().get('declaration');
  return start !== undefined && write(start, 0) ? tokens : undefined;
}

function walkAccepts(tokens: readonly Token[]): boolean {
  let places: Places = [declarationStart()];
  for (const { tokenType } of tokens) places = advance(places, tokenType);
  return mayEnd(places);
}

function images(tokens: readonly Token[]): string {
  return tokens.map(({ image }) => image).join(' ');
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
