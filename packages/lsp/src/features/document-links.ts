import type { DocumentLink } from 'vscode-languageserver';
import { rangeFrom } from '../model/places.ts';
import type { TextSnapshot } from '../model/snapshot.ts';
import { allNodes } from '../model/tree-path.ts';
import { joinKey, keyUri, parentKey, uriKey } from '../text/uris.ts';

/** What a file points to: addresses of sources and vocabularies, and files with rows. */
export function documentLinks(text: TextSnapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { unit, start } of text.source.declarations) {
    for (const node of allNodes(unit.tree)) {
      const target = targetOf(text.uri, node);
      if (target !== undefined) links.push({ range: rangeFrom(text, start, spanOf(node)), target });
    }
  }
  return links;
}

function targetOf(uri: string, node: object & { readonly kind: string }): string | undefined {
  if (node.kind === 'url' && 'value' in node && typeof node.value === 'string') {
    return /^https?:\/\/[^\s]+$/i.test(node.value) ? node.value : undefined;
  }
  const file = rowsFile(node);
  const folder = parentKey(uriKey(uri));
  return file === undefined || folder === undefined ? undefined : keyUri(joinKey(folder, file));
}

/** The file of `rows from "calls.csv"`, seen from the folder of the file that names it. */
export function rowsFile(node: object & { readonly kind: string }): string | undefined {
  if (node.kind !== 'rows-from-clause' || !('file' in node)) return undefined;
  const { file } = node;
  const value = typeof file === 'object' && file !== null && 'value' in file ? file.value : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A link is on the text in quotes, not on the words in front of it. */
function spanOf(node: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const file = 'file' in node ? node.file : undefined;
  const isSpan = typeof file === 'object' && file !== null && 'start' in file && 'end' in file;
  return isSpan ? { start: Number(file.start), end: Number(file.end) } : { start: node.start, end: node.end };
}
