import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runTests } from '../../packages/compiler/src/testing/index.ts';
import { checkExample, describeDiagnostic } from './check-example.ts';
import type { Fence } from './fences.ts';
import { fencesOf, readPage } from './fences.ts';

const path = 'policies/example.privacy';

const pages = pagesBelow('docs/language');

function pagesBelow(folder: string): readonly string[] {
  const names = readdirSync(new URL(`../../${folder}/`, import.meta.url), { encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

function privacyFences(page: string): readonly Fence[] {
  return fencesOf(readPage(page)).filter(({ language }) => language === 'privacy');
}

/** Tables of rows, each with the name of its file. */
function rowFilesOf(page: string): Readonly<Record<string, string>> {
  const tables = fencesOf(readPage(page)).filter(({ language }) => language === 'csv');
  return Object.fromEntries(tables.map(({ words: [name = ''], text }) => [`policies/${name}`, text]));
}

/** What stands under one heading makes one program, after what stands above the first heading of the page. */
function programsOf(fences: readonly Fence[]): readonly { readonly name: string; readonly text: string }[] {
  const plain = fences.filter(({ words }) => words.length === 0);
  const opening = plain.filter(({ section }) => section === '').map(({ text }) => text);
  const sections = [...new Set(plain.map(({ section }) => section))].filter((section) => section !== '');
  if (sections.length === 0 && opening.length > 0) return [{ name: 'the page', text: opening.join('\n') }];
  return sections.map((name) => {
    const own = plain.filter(({ section }) => section === name).map(({ text }) => text);
    return { name, text: [...opening, ...own].join('\n') };
  });
}

/** A policy with one condition, about an activity of the standard library. */
function aroundCondition(activity: string, condition: string): string {
  return `use std.crm

policy docs.example "Example" {
  authority law
  applies everywhere
  default permit ${activity} "Allowed" cite "s. 1"
  rule condition "A condition" { forbid ${activity} when ${condition} cite "s. 2" }
}
`;
}

function linesOf(fence: Fence): readonly string[] {
  return fence.text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
}

async function messagesOf(text: string): Promise<readonly string[]> {
  const { diagnostics } = await checkExample({ [path]: text });
  return diagnostics.map(describeDiagnostic);
}

async function codesOf(text: string): Promise<readonly string[]> {
  const { diagnostics } = await checkExample({ [path]: text });
  return diagnostics.map(({ diagnostic }) => diagnostic.code);
}

describe.each(pages)('%s', (page) => {
  const fences = privacyFences(page);

  it('uses only kinds of examples that are held true', () => {
    const kinds = new Set(['conditions', 'refused-conditions', 'wrong', 'context']);
    expect(fences.filter(({ words }) => words.length > 0 && !kinds.has(words[0] ?? ''))).toEqual([]);
  });

  for (const { name, text } of programsOf(fences)) {
    it(`${name}: is understood without any message, and its tests pass`, async () => {
      const { checked, diagnostics } = await checkExample({ ...rowFilesOf(page), [path]: text });
      expect(diagnostics.map(describeDiagnostic)).toEqual([]);
      const failed = runTests({ program: checked.program }).filter(({ passed }) => !passed);
      const told = failed.map(({ title, failures }) => [title, ...failures.map(({ message }) => message)]);
      expect(told).toEqual([]);
    });
  }

  for (const fence of fences) {
    const [kind, ...words] = fence.words;
    const place = `line ${fence.line}`;
    if (kind === 'conditions') {
      it.each(linesOf(fence))(`${place}: %s`, async (line) => {
        const condition = line.replace(/\s+\/\/.*$/, '').trim();
        expect(await messagesOf(aroundCondition(words[0] ?? 'contact', condition))).toEqual([]);
      });
    }
    if (kind === 'refused-conditions') {
      it.each(linesOf(fence))(`${place} is refused: %s`, async (line) => {
        const [condition = '', code = ''] = line.split('//').map((part) => part.trim());
        expect(await codesOf(aroundCondition(words[0] ?? 'contact', condition))).toEqual([code]);
      });
    }
    if (kind === 'wrong') {
      it(`${place}: is refused with ${words.join(', ')}`, async () => {
        expect(await codesOf(fence.text)).toEqual(words);
      });
    }
  }
});
