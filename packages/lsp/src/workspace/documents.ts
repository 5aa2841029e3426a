import type { SourceFile } from '@privacy-lang/compiler';
import { parseSourceFile } from '@privacy-lang/compiler';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { PositionEncoding, Positions } from '../text/positions.ts';
import { createPositions } from '../text/positions.ts';
import { uriKey } from '../text/uris.ts';

/** One version of a text that is open in the editor; edits make a new one. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly key: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  readonly positions: Positions;
  /** The text as it was read; it shares the declarations that an edit did not touch with the version before. */
  readonly source: SourceFile;
}

export function openDocument(item: TextDocumentItem, encoding: PositionEncoding): OpenDocument {
  const { uri, version, languageId, text } = item;
  const key = uriKey(uri);
  const source = parseSourceFile({ path: key, text });
  return { uri, key, version, languageId, text, positions: createPositions(text, encoding), source };
}

/** The document after edits, which count in the text as it is after those before them. */
export function changeDocument(
  document: OpenDocument,
  edits: { readonly version: number; readonly changes: readonly TextDocumentContentChangeEvent[] },
  encoding: PositionEncoding,
): OpenDocument {
  let { text, positions } = document;
  for (const change of edits.changes) {
    if ('range' in change && change.range !== undefined) {
      const { start, end } = positions.toSpan(change.range);
      text = text.slice(0, start) + change.text + text.slice(end);
    } else {
      text = change.text;
    }
    positions = createPositions(text, encoding);
  }
  const source = parseSourceFile({ path: document.key, text, previous: document.source });
  return { ...document, version: edits.version, text, positions, source };
}

/** Whether a document is written in the language; others, such as project files, are only read. */
export function isPrivacyDocument(document: Pick<OpenDocument, 'languageId' | 'key'>): boolean {
  return document.languageId === 'privacy' || document.key.endsWith('.privacy');
}
