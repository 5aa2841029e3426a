import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readPage } from './fences.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function markdownFiles(): readonly string[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  return inDocs
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** The anchors that the headings of a page have. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings =
    readPage(path)
      .replace(/```[\s\S]*?```/g, '')
      .match(/^#+ .*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

it('every link of the documentation leads somewhere', () => {
  const broken: string[] = [];
  for (const page of markdownFiles()) {
    const prose = readPage(page)
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`\n]*`/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/');
      const isThere = existsSync(join(root, file));
      const hasAnchor =
        anchor === undefined || !file.endsWith('.md') || (isThere && anchorsOf(file).has(anchor));
      if (!isThere || !hasAnchor) broken.push(`${page}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});
