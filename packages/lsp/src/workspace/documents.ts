import type { SourceFile } from '@privacy-lang/compiler';
import { parseSourceFileSteps } from '@privacy-lang/compiler';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { PositionEncoding, Positions } from '../text/positions.ts';
import { changePositions, createPositions } from '../text/positions.ts';
import type { TextChange } from '../text/text-change.ts';
import { joinChanges } from '../text/text-change.ts';
import { uriKey } from '../text/uris.ts';
import type { Clock } from './clock.ts';

/** One version of a text that is open in the editor; edits make a new one. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly key: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  readonly positions: Positions;
  readonly reading: Reading;
}

/** The reading of a text into its tree; it is done when somebody first needs it, and only once. */
interface Reading {
  /** The last version that was read, and the part in which this text differs from it. */
  from: { readonly source: SourceFile; readonly change: TextChange } | undefined;
  source: SourceFile | undefined;
  running: Promise<SourceFile> | undefined;
}

export function openDocument(item: TextDocumentItem, encoding: PositionEncoding): OpenDocument {
  const { uri, version, languageId, text } = item;
  const reading: Reading = { from: undefined, source: undefined, running: undefined };
  const positions = createPositions(text, encoding);
  return { uri, key: uriKey(uri), version, languageId, text, positions, reading };
}

/** The document after edits, which count in the text as it is after those before them. */
export function changeDocument(
  document: OpenDocument,
  edits: { readonly version: number; readonly changes: readonly TextDocumentContentChangeEvent[] },
  encoding: PositionEncoding,
): OpenDocument {
  let { text, positions } = document;
  let change: TextChange | undefined;
  for (const edit of edits.changes) {
    const isPart = 'range' in edit && edit.range !== undefined;
    const { start, end } = isPart ? positions.toSpan(edit.range) : { start: 0, end: text.length };
    const own = { start, oldEnd: end, newEnd: start + edit.text.length };
    text = text.slice(0, start) + edit.text + text.slice(end);
    positions = changePositions(positions, text, own, encoding);
    change = change === undefined ? own : joinChanges(change, own);
  }
  const reading: Reading = { from: startOf(document, change), source: undefined, running: undefined };
  return { ...document, version: edits.version, text, positions, reading };
}

function startOf({ reading }: OpenDocument, change: TextChange | undefined): Reading['from'] {
  const { source, from } = reading;
  if (change === undefined) return source === undefined ? from : { source, change: nothing };
  if (source !== undefined) return { source, change };
  return from === undefined ? undefined : { source: from.source, change: joinChanges(from.change, change) };
}

const nothing: TextChange = { start: 0, oldEnd: 0, newEnd: 0 };

/** The tree of a document; long texts are read with pauses in which other things can happen. */
export function readDocument(document: OpenDocument, clock: Clock): Promise<SourceFile> {
  const { reading } = document;
  if (reading.source !== undefined) return Promise.resolve(reading.source);
  reading.running ??= readInSteps(document, clock);
  return reading.running;
}

async function readInSteps({ key, text, reading }: OpenDocument, clock: Clock): Promise<SourceFile> {
  const { from } = reading;
  const before = from === undefined ? {} : { previous: from.source, changed: from.change };
  const steps = parseSourceFileSteps({ path: key, text, ...before });
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      reading.source = step.value;
      // Older versions are not kept alive by newer ones.
      reading.from = undefined;
      return step.value;
    }
    if (clock.isDue()) await clock.rest();
  }
}

/** Whether a document is written in the language; others, such as project files, are only read. */
export function isPrivacyDocument(document: Pick<OpenDocument, 'languageId' | 'key'>): boolean {
  return document.languageId === 'privacy' || document.key.endsWith('.privacy');
}
