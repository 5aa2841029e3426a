import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import { allProvisions } from '../model/provisions.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { Cursor } from './cursor.ts';

/** Citations of the project that begin where one is being written; those of the same policy come first. */
export function citationItems(
  { checked }: ProgramSnapshot,
  file: ProgramFile,
  { unit, start, offset }: Pick<Cursor, 'unit' | 'start' | 'offset'>,
): CompletionItem[] {
  const typed = /\bcite\s+"([^"\\\r\n]*)$/.exec(unit.text.slice(0, offset))?.[1];
  if (typed === undefined) return [];
  const rest = /^[^"\\\r\n]*/.exec(unit.text.slice(offset))?.[0] ?? '';
  const range = rangeFrom(file, start, { start: offset - typed.length, end: offset + rest.length });
  const found = new Map<string, { count: number; isOwn: boolean }>();
  for (const { provision } of allProvisions(checked.program)) {
    for (const cite of provision.cites) {
      const known = found.get(cite) ?? { count: 0, isOwn: false };
      known.count += 1;
      known.isOwn ||=
        provision.place.unit.tree.start === unit.tree.start && provision.place.unit.text === unit.text;
      found.set(cite, known);
    }
  }
  return [...found]
    .filter(([cite]) => cite !== typed && !/["\\]/.test(cite))
    .map(([cite, { count, isOwn }]) => ({
      label: cite,
      kind: CompletionItemKind.Reference,
      detail: count === 1 ? 'cited once' : `cited ${count} times`,
      sortText: `${isOwn ? 1 : 2} ${cite}`,
      textEdit: { range, newText: cite },
    }));
}
