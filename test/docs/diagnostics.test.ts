import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datedFindings } from '../../packages/compiler/src/cli/dated-findings.ts';
import type { Diagnostic, MessageCode } from '../../packages/compiler/src/diagnostics/index.ts';
import {
  applyAutomaticFixes,
  createDiagnosticLocator,
  messageCodes,
  messages,
} from '../../packages/compiler/src/diagnostics/index.ts';
import { readProjectFile } from '../../packages/compiler/src/program/index.ts';
import { runTests } from '../../packages/compiler/src/testing/index.ts';
import { findJargon } from '../support/jargon.ts';
import { checkExample, describeDiagnostic } from './check-example.ts';
import type { Fence } from './fences.ts';
import { fencesOf, fencesWith, readPage } from './fences.ts';
import { openExample, wholePack } from './open-example.ts';

const folder = 'docs/diagnostics';
const examplePath = 'policies/example.privacy';

const pages = pagesOfFolder();

function pagesOfFolder(): readonly string[] {
  const entries = readdirSync(new URL(`../../${folder}/`, import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  const pages = entries.filter((entry) => entry.endsWith('.md') && entry !== 'README.md');
  return pages.map((entry) => entry.replaceAll('\\', '/').replace(/\.md$/, '')).sort();
}

/** The files of an example: the ones that it builds on, each under its own name, and the example itself. */
function filesOf(fences: readonly Fence[], example: Fence): Record<string, string> {
  const context = fencesWith(fences, 'privacy', 'context').map(({ words, text }, index) => {
    const path = words.find((word) => word.endsWith('.privacy')) ?? `policies/context-${index + 1}.privacy`;
    return [path, text] as const;
  });
  const rows = fencesWith(fences, 'csv', 'context').map(
    (fence) => [`policies/${statedPath(fence) ?? 'rows.csv'}`, fence.text] as const,
  );
  return { ...Object.fromEntries([...context, ...rows]), [examplePath]: unabridged(example) };
}

/** In an abridged example, a line with an ellipsis stands for many more like the one before. */
function unabridged({ words, text }: Fence): string {
  if (!words.includes('abridged')) return text;
  return text.replace(/^(.*\n)\s*…\n/m, (_, line: string) =>
    line.repeat(line.startsWith('//') ? 500_000 : 1200),
  );
}

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly described: readonly string[];
}

/** A file that an example is, or that it builds on, where the page says which one. */
function statedPath({ words }: Fence): string | undefined {
  return words.find((word) => word.includes('.'));
}

/** The files of an example that has packs around it, or is one. */
function projectFiles(code: string, fences: readonly Fence[], example: Fence): Record<string, string> {
  const around = fences.filter(({ words }) => words.includes('context'));
  const ownPath = statedPath(example) ?? (example.language === 'json' ? 'privacy.json' : examplePath);
  return {
    ...(code.startsWith('pack/') ? wholePack : {}),
    ...Object.fromEntries(around.map((fence) => [statedPath(fence) ?? 'privacy.json', fence.text])),
    [ownPath]: example.text,
  };
}

function hasPacks(code: string, fences: readonly Fence[]): boolean {
  return (
    code.startsWith('pack/') || fences.some((fence) => statedPath(fence)?.includes('node_modules/') === true)
  );
}

async function findingsIn(code: string, fences: readonly Fence[], example: Fence): Promise<Findings> {
  const isProject = hasPacks(code, fences);
  if (isProject || example.language === 'json') {
    const diagnostics = isProject
      ? await openExample(projectFiles(code, fences, example))
      : readProjectFile({ path: 'privacy.json', text: example.text }).diagnostics;
    const plain = diagnostics.map(({ place, related: _, fixes: __, ...parts }) => ({
      ...parts,
      span: place,
      related: [],
      fixes: [],
    }));
    return { diagnostics: plain, described: plain.map(({ code, headline }) => `${code}: ${headline}`) };
  }
  const { checked, diagnostics: found } = await checkExample(filesOf(fences, example));
  const day = example.words.find((word) => word.startsWith('at-'))?.slice('at-'.length);
  const dated = day === undefined ? [] : datedFindings({ program: checked.program, day, isAsked: true });
  const diagnostics = [...found, ...dated];
  return {
    diagnostics: diagnostics.map(({ diagnostic }) => diagnostic),
    described: diagnostics.map(describeDiagnostic),
  };
}

describe('the pages about diagnostics', () => {
  it('are there for every code, and for no other', () => {
    expect(pages).toEqual([...messageCodes].sort());
  });

  it('are all listed in the index, once', () => {
    const listed = [...readPage(`${folder}/README.md`).matchAll(/^- \[(.+?)\]\((.+?)\.md\)$/gm)];
    expect(
      listed.map(([, code, path]) => (code === path ? code : `${code} leads to ${path}`)).sort(),
    ).toEqual([...messageCodes].sort());
  });
});

describe.each(messageCodes)('the page about %s', (code: MessageCode) => {
  // A page that is missing is reported above.
  const text = pages.includes(code) ? readPage(`${folder}/${code}.md`) : '';
  const fences = fencesOf(text);
  const examples = (word: string) => [
    ...fencesWith(fences, 'privacy', word),
    ...fencesWith(fences, 'json', word),
    ...fencesWith(fences, 'markdown', word),
  ];

  it('begins with the code and the headline', () => {
    const headline = messages[code].headline.replace(/\{[a-zA-Z]+\}/g, '…');
    expect(text.split('\n').slice(0, 3)).toEqual([`# ${code}`, '', `> ${headline}`]);
  });

  it('says what it means, how to mend it and why the language insists', () => {
    const headings = text.split('\n').filter((line) => line.startsWith('## '));
    const base = ['## Wrong', '## Right', '## How to mend it', '## Why the language insists'];
    expect(headings.filter((heading) => heading !== '## What the examples build on')).toEqual(base);
  });

  it('speaks the language of its readers', () => {
    const prose = text
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`]*`/g, '')
      .replace(code, '');
    expect(findJargon(prose.replace(/^#.*$/gm, ''))).toBeUndefined();
  });

  it('has a wrong example that yields exactly this message', async () => {
    expect(examples('wrong').length).toBeGreaterThan(0);
    for (const example of examples('wrong')) {
      const { diagnostics, described } = await findingsIn(code, fences, example);
      const codes = diagnostics.map((diagnostic) => diagnostic.code);
      const others = example.words.includes('among-others') ? codes.filter((other) => other !== code) : [];
      expect(
        codes.filter((other) => !others.includes(other)),
        described.join('\n'),
      ).toEqual([code]);
    }
  });

  it('has a right example that yields no message', async () => {
    expect(examples('right').length).toBeGreaterThan(0);
    for (const example of examples('right')) {
      const { described } = await findingsIn(code, fences, example);
      expect(described).toEqual([]);
    }
  });

  it('has no test that fails in a right example', async () => {
    for (const example of fencesWith(fences, 'privacy', 'right')) {
      const { checked } = await checkExample(filesOf(fences, example));
      const failed = runTests({ program: checked.program }).filter(({ passed }) => !passed);
      expect(failed.map(({ title, failures }) => [title, ...failures.map(({ message }) => message)])).toEqual(
        [],
      );
    }
  });

  it('shows a message that says more than its headline, in plain words', async () => {
    for (const example of examples('wrong')) {
      const { diagnostics } = await findingsIn(code, fences, example);
      const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
      for (const { headline, because, help, label, fixes, related } of own) {
        const texts = [headline, because, help, label, ...fixes.map(({ title }) => title)];
        const known = [...texts, ...related.map((part) => part.text)].filter((part) => part !== undefined);
        expect(known.length).toBeGreaterThan(1);
        expect(known.filter((part) => /\{[a-zA-Z]+\}/.test(part))).toEqual([]);
        expect(known.flatMap((part) => findJargon(part) ?? [])).toEqual([]);
      }
    }
  });

  it('is mended by the automatic fix, where there is one', async () => {
    for (const example of fencesWith(fences, 'privacy', 'wrong')) {
      if (example.words.includes('among-others')) continue;
      const files = filesOf(fences, example);
      const { checked, diagnostics } = await checkExample(files);
      const located = diagnostics.map(createDiagnosticLocator(checked.program.files));
      if (!located.some(({ fixes }) => fixes.some(({ kind }) => kind === 'automatic'))) continue;
      const mended = applyAutomaticFixes(located, (path) => path in files);
      const result = await checkExample({ ...files, ...Object.fromEntries(mended.texts) });
      expect(result.diagnostics.map(describeDiagnostic)).toEqual([]);
    }
  });
});
