import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** A fenced block of a page: the language and the words after it, and what stands inside. */
export interface Fence {
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  /** The line of the opening mark, from 1. */
  readonly line: number;
  /** The heading of the second level above, without its marks; empty before the first one. */
  readonly section: string;
}

/** The text of a file of the repository. */
export function readPage(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** All fenced blocks of a page, in order. */
export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  let section = '';
  let open: { readonly info: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const mark = /^```(.*)$/.exec(line);
    if (open !== undefined && mark !== null) {
      const [language = '', ...words] = open.info.split(' ').filter((word) => word !== '');
      fences.push({ language, words, text: `${open.lines.join('\n')}\n`, line: open.line, section });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (mark !== null) open = { info: mark[1] ?? '', line: index + 1, lines: [] };
    else if (line.startsWith('## ')) section = line.slice(3);
  }
  if (open !== undefined) throw new Error(`The block that is opened in line ${open.line} is never closed.`);
  return fences;
}

/** The fences of a language that carry a word. */
export function fencesWith(fences: readonly Fence[], language: string, word: string): readonly Fence[] {
  return fences.filter((fence) => fence.language === language && fence.words.includes(word));
}
