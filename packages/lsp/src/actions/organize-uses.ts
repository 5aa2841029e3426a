import type { CodeAction } from 'vscode-languageserver';
import type { ProgramFile } from '../model/snapshot.ts';

/** The kind of action that sorts what a file uses. */
export const organizeUsesKind = 'source.organizeImports';

/** Sorts the `use` lines at the top of a file, each module once; only where nothing but white space is between them. */
export function organizeUses(file: ProgramFile): CodeAction | undefined {
  const uses = file.source.declarations.filter(({ unit }) => unit.tree.kind === 'use');
  const first = uses[0];
  const last = uses.at(-1);
  if (first === undefined || last === undefined || uses.length < 2) return undefined;
  const start = first.start + first.unit.tree.start;
  const end = last.start + last.unit.tree.end;
  const names = uses.map(({ unit }) => (unit.tree.kind === 'use' ? unit.tree.module.text : ''));
  const plain = /^(?:\s*use\s+[A-Za-z0-9.-]+)*\s*$/;
  if (!plain.test(file.source.text.slice(start, end)) || names.includes('')) return undefined;
  const sorted = [...new Set(names)].sort().map((name) => `use ${name}`);
  const newText = sorted.join('\n');
  if (newText === file.source.text.slice(start, end)) return undefined;
  const range = file.positions.toRange({ start, end });
  return {
    title: 'Sort what is used',
    kind: organizeUsesKind,
    edit: { changes: { [file.uri]: [{ range, newText }] } },
  };
}
