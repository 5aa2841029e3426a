import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { contextualWords, phrases, reservedWords } from '../../packages/compiler/src/syntax/lexing/words.ts';
import { repositoryPath } from '../support/check.ts';

const require = createRequire(import.meta.url);
// Both packages are CommonJS without names that Node.js could find.
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');

const grammarText = readFileSync(
  repositoryPath('packages/vscode-ext/syntaxes/privacy.tmLanguage.json'),
  'utf8',
);
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(grammarText, 'privacy.tmLanguage.json'),
  });
  const loaded = await registry.loadGrammar('source.privacy');
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** `policy storage.type` for each piece of a line that has a scope of its own. */
function scopesOf(line: string): string[] {
  return grammar.tokenizeLine(line, null).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const scope = scopes.at(-1)?.replace(/\.privacy$/, '');
    const text = line.slice(startIndex, endIndex);
    return scope === undefined || scope === 'source' || text.trim() === '' ? [] : [`${text} ${scope}`];
  });
}

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['match', 'begin', 'end'].includes(key) ? [inner] : patternsIn(inner),
  );
}

describe('the grammar for colors', () => {
  it('has only patterns that compile', () => {
    const patterns = patternsIn(JSON.parse(grammarText));
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of patterns) {
      expect(() =>
        new oniguruma.OnigScanner([pattern]).findNextMatchSync('policy a "A" { }', 0),
      ).not.toThrow();
    }
  });

  it('knows every word of the language', () => {
    const unknown = [...reservedWords, ...contextualWords, ...phrases].filter(
      (word) => !scopesOf(`  ${word} `).some((found) => /keyword|storage|constant/.test(found)),
    );
    expect(unknown).toEqual([]);
  });

  it('tells words, names, texts and values apart', () => {
    expect(scopesOf('policy uk.pecr "Privacy" { // law')).toEqual([
      'policy storage.type',
      'uk.pecr entity.name.namespace',
      '" string.quoted.double',
      'Privacy string.quoted.double',
      '" string.quoted.double',
      '// law comment.line.double-slash',
    ]);
    expect(scopesOf('  when birth-date is at least 28 days after 2026-01-05')).toEqual([
      'when keyword.other',
      'is keyword.operator.word',
      'at least keyword.other',
      '28 constant.numeric',
      'days keyword.other.unit',
      'after keyword.operator.word',
      '2026-01-05 constant.numeric.date',
    ]);
    expect(scopesOf('  record: { zone: "UTC" }')[0]).toBe('record variable.other.property');
    expect(scopesOf('  now 2026-03-02T12:00:00Z')[1]).toBe('2026-03-02T12:00:00Z constant.numeric.moment');
  });

  it('is back at the start after every declaration of the standard library', () => {
    const folder = repositoryPath('packages/compiler/library/std');
    for (const name of readdirSync(folder)) {
      let stack = textmate.INITIAL;
      for (const line of readFileSync(`${folder}/${name}`, 'utf8').split('\n')) {
        stack = grammar.tokenizeLine(line, stack).ruleStack;
      }
      expect(stack.depth).toBe(1);
    }
  });
});
