import type { ListReader } from './json-list.ts';
import { createListReader } from './json-list.ts';
import type { JsonPiece, TextLine } from './json-piece.ts';
import { notJson, parseJson } from './json-piece.ts';
import type { JsonScanner } from './json-scanner.ts';
import { createJsonScanner } from './json-scanner.ts';
import { longestLine } from './line-blocks.ts';
import type { CutLine } from './line-cutter.ts';
import { createLineCutter } from './line-cutter.ts';

/**
 * Cuts a stream of bytes into JSON values. Three forms are told apart by how the stream begins: a value that ends on
 * its line begins JSON Lines, in which every line stands for itself; an object that goes on begins documents one
 * after another; a list that goes on stands for its entries. What is broken is reported with its line, and reading
 * goes on. Memory is bounded by the longest value.
 */
export interface JsonPieces {
  push(bytes: Uint8Array): readonly JsonPiece[];
  /** What is left at the end of the stream. */
  end(): readonly JsonPiece[];
}

export interface JsonPiecesOptions {
  /** The longest value, in bytes of one line or characters of several. */
  readonly longest?: number;
  /** Each line stands for itself, however the stream begins; absent: that is found out. */
  readonly isLines?: boolean;
}

type Form =
  | { readonly kind: 'open' | 'lines' | 'skipping' }
  | { readonly kind: 'document'; readonly scanner: JsonScanner; readonly lines: TextLine[]; length: number }
  | { readonly kind: 'list'; readonly reader: ListReader };

interface PiecesState {
  readonly longest: number;
  readonly found: JsonPiece[];
  form: Form;
}

export function createJsonPieces({
  longest = longestLine,
  isLines = false,
}: JsonPiecesOptions = {}): JsonPieces {
  const state: PiecesState = { longest, found: [], form: { kind: isLines ? 'lines' : 'open' } };
  const cutter = createLineCutter(longest);
  const take = (lines: readonly CutLine[]): void => {
    for (const line of lines) takeCutLine(state, line);
  };
  return {
    push(bytes) {
      take(cutter.push(bytes));
      return state.found.splice(0);
    },
    end() {
      take(cutter.end());
      if (state.form.kind === 'list') state.form.reader.end();
      while (state.form.kind === 'document') giveUpDocument(state, state.form.lines);
      return state.found.splice(0);
    },
  };
}

function takeCutLine(state: PiecesState, { number, bytes }: CutLine): void {
  const text = bytes === undefined ? undefined : decode(bytes);
  if (text !== undefined) {
    takeLine(state, { number, text });
    return;
  }
  const message =
    bytes === undefined
      ? `This line is longer than ${state.longest} bytes`
      : 'This line is not text in UTF-8';
  state.found.push({ kind: 'error', line: number, message });
  if (state.form.kind !== 'lines') state.form = { kind: 'skipping' };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function takeLine(state: PiecesState, line: TextLine): void {
  const { form } = state;
  switch (form.kind) {
    case 'open':
    case 'lines':
      if (line.text.trim() !== '') takeFirstLine(state, line);
      break;
    case 'skipping':
      takeSkippedLine(state, line);
      break;
    case 'document':
      takeFurtherLine(state, form, line);
      break;
    case 'list':
      takeListLine(state, form.reader, line, 0);
      break;
  }
}

/** A line that may be a value by itself. */
function takeFirstLine(state: PiecesState, line: TextLine): void {
  const parsed = parseJson(line.text);
  if (parsed !== undefined) {
    state.form = { kind: 'lines' };
    const values: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
    for (const value of values) state.found.push({ kind: 'value', line: line.number, value });
    return;
  }
  const scanner = createJsonScanner();
  const { state: reached, at } = scanner.scan(line.text, 0);
  const start = line.text.search(/\S/);
  if (state.form.kind === 'lines' || reached !== 'more') {
    state.found.push(reached === 'more' ? incomplete(line) : notJson(line.number, at));
  } else if (line.text.charAt(start) === '[') {
    const emit = (piece: JsonPiece): void => {
      state.found.push(piece);
    };
    const reader = createListReader(line.number, { longest: state.longest, emit });
    state.form = { kind: 'list', reader };
    takeListLine(state, reader, line, start + 1);
  } else state.form = { kind: 'document', scanner, lines: [line], length: line.text.length };
}

function incomplete({ number }: TextLine): JsonPiece {
  return { kind: 'error', line: number, message: 'This is not valid JSON: it ends too early' };
}

/** After a broken document, reading goes on where a line begins like a value. */
function takeSkippedLine(state: PiecesState, line: TextLine): void {
  if (!/^[{[]/.test(line.text)) return;
  state.form = { kind: 'open' };
  takeFirstLine(state, line);
}

function takeListLine(state: PiecesState, reader: ListReader, line: TextLine, from: number): void {
  const rest = reader.take(line, from);
  if (rest === undefined) return;
  state.form = { kind: 'open' };
  if (rest.text.trim() !== '') takeLine(state, rest);
}

function takeFurtherLine(state: PiecesState, form: Form & { kind: 'document' }, line: TextLine): void {
  form.lines.push(line);
  form.length += line.text.length + 1;
  const { state: reached, at } = form.scanner.scan(`\n${line.text}`, 0);
  if (reached === 'more' && form.length <= state.longest) return;
  const isWhole = reached === 'complete' && line.text.slice(Math.max(0, at - 1)).trim() === '';
  const parsed = isWhole ? parseJson(form.lines.map(({ text }) => text).join('\n')) : undefined;
  if (parsed === undefined) {
    giveUpDocument(state, form.lines);
    return;
  }
  state.form = { kind: 'open' };
  state.found.push({ kind: 'value', line: form.lines[0]?.number ?? line.number, value: parsed.value });
}

/** The line with which it began is the broken one; those after it may hold whole values. */
function giveUpDocument(state: PiecesState, lines: readonly TextLine[]): void {
  const [first, ...others] = lines;
  state.form = { kind: 'skipping' };
  if (first === undefined) return;
  state.found.push(incomplete(first));
  for (const line of others) takeLine(state, line);
}
