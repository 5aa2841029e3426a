import type { JsonPiece, TextLine } from './json-piece.ts';
import { notJson, parseJson } from './json-piece.ts';
import type { JsonScanner } from './json-scanner.ts';
import { createJsonScanner } from './json-scanner.ts';

/** Reads one list that reaches over several lines, entry by entry. */
export interface ListReader {
  /** Reads a line from an offset; gives what follows the end of the list, once that is reached. */
  take(line: TextLine, from: number): TextLine | undefined;
  end(): void;
}

export interface ListReaderOptions {
  /** The longest entry, in characters. */
  readonly longest: number;
  readonly emit: (piece: JsonPiece) => void;
}

interface ListState extends ListReaderOptions {
  /** Present while an entry is being read. */
  scanner: JsonScanner | undefined;
  text: string;
  /** Where the entry, or what is expected instead of it, begins. */
  line: number;
  expected: 'entry-or-close' | 'entry' | 'separator' | 'nothing';
}

/** Starts behind the opening bracket, which stands on the given line. */
export function createListReader(line: number, options: ListReaderOptions): ListReader {
  const state: ListState = { ...options, scanner: undefined, text: '', line, expected: 'entry-or-close' };
  return {
    take: (next, from) => takeLine(state, next, from),
    end() {
      if (state.expected === 'nothing') return;
      state.emit({ kind: 'error', line: state.line, message: 'The list is never closed with "]"' });
    },
  };
}

function takeLine(state: ListState, line: TextLine, from: number): TextLine | undefined {
  let at = from;
  while (at < line.text.length && state.expected !== 'nothing') {
    if (state.scanner !== undefined) at = takeEntry(state, state.scanner, line, at);
    else if (line.text.charAt(at).trim() === '') at += 1;
    else if (line.text.charAt(at) === ']' && state.expected !== 'entry') {
      state.expected = 'nothing';
      return { number: line.number, text: line.text.slice(at + 1) };
    } else at = takeMark(state, line, at);
  }
  if (state.scanner !== undefined) endLine(state, state.scanner, line);
  return undefined;
}

function takeMark(state: ListState, { number, text }: TextLine, at: number): number {
  if (state.expected !== 'separator') {
    state.scanner = createJsonScanner();
    state.text = '';
    state.line = number;
    return at;
  }
  if (text.charAt(at) === ',') state.expected = 'entry';
  else giveUp(state, notJson(number, at));
  return at + 1;
}

function takeEntry(state: ListState, scanner: JsonScanner, { number, text }: TextLine, from: number): number {
  const { state: reached, at } = scanner.scan(text, from);
  state.text += text.slice(from, at);
  if (reached === 'more') return text.length;
  const parsed = reached === 'complete' ? parseJson(state.text) : undefined;
  if (parsed === undefined) {
    giveUp(state, notJson(number, at));
    return text.length;
  }
  state.emit({ kind: 'value', line: state.line, value: parsed.value });
  state.scanner = undefined;
  state.expected = 'separator';
  return at;
}

/** A line feed ends a number as a space would; inside of a text it is a mistake. */
function endLine(state: ListState, scanner: JsonScanner, { number }: TextLine): void {
  if (state.text.length > state.longest) {
    giveUp(state, {
      kind: 'error',
      line: state.line,
      message: `This entry is longer than ${state.longest} characters`,
    });
    return;
  }
  takeEntry(state, scanner, { number, text: '\n' }, 0);
}

/** Nobody can tell where the next entry would begin: the rest of the stream is not read. */
function giveUp(state: ListState, piece: JsonPiece): void {
  state.scanner = undefined;
  state.expected = 'nothing';
  const why = piece.kind === 'error' ? piece.message : '';
  state.emit({ kind: 'error', line: piece.line, message: `${why}; the rest of the list is not read` });
}
