import type { Span } from '@privacy-lang/compiler';
import type { Position, Range } from 'vscode-languageserver';
import { editLineStarts, lineAt, lineStartsOf } from './line-starts.ts';
import type { TextChange } from './text-change.ts';

/** How an editor counts characters in a line. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Converts between the offsets of one text and the positions of an editor; the only place that does. */
export interface Positions {
  /** Offsets outside the text are clamped. */
  toPosition(offset: number): Position;
  toRange(span: Span): Range;
  /** Positions behind the end of a line mean its end, those behind the last line the end of the text. */
  toOffset(position: Position): number;
  toSpan(range: Range): Span;
  /** The offsets at which lines start. */
  lineStarts(): Uint32Array;
}

/** The encoding that both sides know: UTF-16 where it is offered, since that is how texts are kept here. */
export function negotiateEncoding(offered: readonly string[] | undefined): PositionEncoding {
  const known = (offered ?? []).filter(isEncoding);
  const [first = 'utf-16'] = known;
  return known.includes('utf-16') ? 'utf-16' : first;
}

function isEncoding(name: string): name is PositionEncoding {
  return name === 'utf-8' || name === 'utf-16' || name === 'utf-32';
}

/** Positions in a text; its lines are counted when they are first asked for. */
export function createPositions(text: string, encoding: PositionEncoding): Positions {
  return positionsIn(text, encoding, () => lineStartsOf(text));
}

/** Positions in a text that differs from another one in one part. */
export function changePositions(
  before: Positions,
  text: string,
  change: TextChange,
  encoding: PositionEncoding,
): Positions {
  return positionsIn(text, encoding, () => editLineStarts(before.lineStarts(), text, change));
}

function positionsIn(text: string, encoding: PositionEncoding, findStarts: () => Uint32Array): Positions {
  let pending: (() => Uint32Array) | undefined = findStarts;
  let starts: Uint32Array = new Uint32Array();
  const lineStarts = (): Uint32Array => {
    if (pending !== undefined) starts = pending();
    // What it was found from, such as the text before, is not kept.
    pending = undefined;
    return starts;
  };
  const toPosition = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(lineStarts(), clamped);
    const start = starts[line] ?? 0;
    if (encoding === 'utf-16') return { line, character: clamped - start };
    return { line, character: widthOf(text.slice(start, clamped), encoding) };
  };
  const toOffset = ({ line, character }: Position): number => {
    if (line < 0) return 0;
    if (line >= lineStarts().length) return text.length;
    const start = starts[line] ?? 0;
    const end = line + 1 < starts.length ? (starts[line + 1] ?? 0) : text.length;
    return start + unitsOf(text.slice(start, end).replace(/[\r\n]+$/, ''), character, encoding);
  };
  return {
    toPosition,
    toOffset,
    lineStarts,
    toRange: ({ start, end }) => ({ start: toPosition(start), end: toPosition(end) }),
    toSpan({ start, end }) {
      const from = toOffset(start);
      return { start: from, end: Math.max(from, toOffset(end)) };
    },
  };
}

/** How long a text is in an encoding. */
function widthOf(text: string, encoding: PositionEncoding): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, encoding);
  return width;
}

/** How many UTF-16 code units the first `character` units of an encoding are; at most the whole line. */
function unitsOf(line: string, character: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.max(0, Math.min(character, line.length));
  let units = 0;
  let width = 0;
  for (const next of line) {
    width += characterWidth(next, encoding);
    if (width > character) break;
    units += next.length;
  }
  return units;
}

function characterWidth(character: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return character.length;
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
