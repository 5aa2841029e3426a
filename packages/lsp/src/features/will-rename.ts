import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import { allNodes } from '../model/tree-path.ts';
import { joinKey, parentKey, uriKey } from '../text/uris.ts';
import { rowsFile } from './document-links.ts';

export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits that keep files of rows found when they, or the policies that name them, are about to move. Modules go by
 * the names that they state, not by their files: moving those changes nothing.
 */
export function willRenameFiles(
  programs: readonly ProgramSnapshot[],
  moves: readonly FileMove[],
): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  const seen = new Set<string>();
  for (const { file, unit, start } of programs.flatMap(declarationsIn)) {
    if (unit.tree.kind !== 'scenarios') continue;
    for (const node of allNodes(unit.tree)) {
      const written = rowsFile(node);
      const moved = written === undefined ? undefined : movedPath(file.key, written, moves);
      if (moved === undefined || moved === written || node.kind !== 'rows-from-clause') continue;
      const text = unit.text.slice(node.start, node.end);
      const quote = text.indexOf('"');
      const span = { start: node.start + quote, end: node.start + text.lastIndexOf('"') + 1 };
      const range = rangeFrom(file, start, span);
      const key = `${file.uri} ${JSON.stringify(range)}`;
      if (quote < 0 || seen.has(key)) continue;
      seen.add(key);
      changes[file.uri] = [...(changes[file.uri] ?? []), { range, newText: JSON.stringify(moved) }];
    }
  }
  return Object.keys(changes).length === 0 ? undefined : { changes };
}

function declarationsIn({ files }: ProgramSnapshot) {
  return files
    .filter(({ isLibrary }) => !isLibrary)
    .flatMap((file) => file.source.declarations.map(({ unit, start }) => ({ file, unit, start })));
}

/** How a file of rows has to be written after the moves. */
function movedPath(from: string, written: string, moves: readonly FileMove[]): string | undefined {
  const folder = parentKey(from);
  if (folder === undefined) return undefined;
  const target = normal(joinKey(folder, written));
  const newFrom = moved(from, moves);
  const newTarget = moved(target, moves);
  if (newFrom === from && newTarget === target) return undefined;
  const newFolder = parentKey(newFrom);
  return newFolder === undefined ? undefined : relative(newFolder, newTarget);
}

function moved(key: string, moves: readonly FileMove[]): string {
  for (const { oldUri, newUri } of moves) {
    const old = uriKey(oldUri);
    if (key === old) return uriKey(newUri);
    if (key.startsWith(`${old}/`)) return `${uriKey(newUri)}${key.slice(old.length)}`;
  }
  return key;
}

function normal(key: string): string {
  const parts: string[] = [];
  for (const part of key.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function relative(folder: string, key: string): string {
  const [from, to] = [folder.split('/'), key.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
