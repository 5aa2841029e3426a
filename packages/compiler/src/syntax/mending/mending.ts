import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Span } from '../../text/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { T } from '../lexing/token-types.ts';
import { declarationStart } from '../walking/start.ts';
import type { Places } from '../walking/walk.ts';
import { advance } from '../walking/walk.ts';
import { countSteps } from '../work-counter.ts';
import { advanceOver } from './advance-over.ts';
import { missingPiece, spanOf } from './pieces.ts';

/**
 * A declaration that does not fit the grammar, while it is changed so that it does. The pieces that were read
 * are fed through the grammar one by one; where one cannot stand, a mistake is recognized, reported, and the
 * pieces around it are replaced, added or skipped. What comes out fits the grammar.
 */
export interface Mending {
  readonly text: string;
  /** The pieces as they were read. */
  readonly input: readonly Token[];
  /** The next piece of the input. */
  index: number;
  /** Pieces to be taken before the next piece of the input. */
  readonly ahead: Token[];
  /** The mended pieces so far. */
  readonly output: Token[];
  /** How many blocks are open behind each piece of the input, as far as braces tell. */
  readonly braces: readonly number[];
  /** How many blocks are open before each mended piece, and behind the last one. */
  readonly open: number[];
  /** The places before each mended piece, and behind the last one. */
  readonly trail: Places[];
  readonly findings: Diagnostic[];
  readonly skipped: Span[];
  /** Changes to later pieces of the input that belong to a mistake already reported. */
  readonly later: Map<number, LaterChange>;
  /** Up to this index of the input, what does not fit belongs to a mistake already reported. */
  quietUntil: number;
  /** The input index of the last report. */
  reportedAt: number;
}

/** A piece to leave out, or pieces to add before it. */
export interface LaterChange {
  readonly leaveOut: boolean;
  readonly add: readonly Token[];
}

export function startMending(text: string, input: readonly Token[]): Mending {
  return {
    text,
    input,
    index: 0,
    ahead: [],
    output: [],
    braces: countBraces(input),
    open: [0],
    trail: [[declarationStart()]],
    findings: [],
    skipped: [],
    later: new Map(),
    quietUntil: -1,
    reportedAt: -2,
  };
}

function countBraces(input: readonly Token[]): number[] {
  let open = 0;
  return input.map((token) => {
    open += braceStep(token);
    return open;
  });
}

function braceStep({ tokenType }: Token): number {
  if (tokenType === T.openBrace) return 1;
  return tokenType === T.closeBrace ? -1 : 0;
}

/** How many blocks are open behind the mended pieces. */
export function openBlocks(mending: Mending): number {
  return mending.open.at(-1) ?? 0;
}

/** How many blocks the pieces from the next one on open, less those that they close. */
export function bracesAhead(mending: Mending): number {
  return (mending.braces.at(-1) ?? 0) - (mending.braces[mending.index - 1] ?? 0);
}

/** Where the grammar stands behind the mended pieces. */
export function placesOf(mending: Mending): Places {
  return mending.trail.at(-1) ?? [];
}

/** The piece of the input at a distance from the next one. */
export function inputAt(mending: Mending, distance: number): Token | undefined {
  countSteps(1);
  return mending.input[mending.index + distance];
}

/** No mistake is looked at farther than this many pieces ahead, so that work stays in proportion to the text. */
export const farthestLook = 1000;

/** The mended piece at a distance from the end: 1 is the last. */
export function outputAt(mending: Mending, distance: number): Token | undefined {
  return mending.output[mending.output.length - distance];
}

/** Whether a piece of the type can stand next. */
export function canFollow(mending: Mending, type: TokenType): boolean {
  return advance(placesOf(mending), type).length > 0;
}

/** What a change does: takes back mended pieces, passes over pieces of the input, and puts others in their place. */
export interface Change {
  readonly back?: number;
  readonly over?: number;
  readonly put: readonly Token[];
}

/** The places behind a change, or nothing where the grammar does not allow it or what comes behind cannot follow. */
export function tryChange(mending: Mending, change: Change): Places | undefined {
  const { back = 0, over = 0, put } = change;
  let places = mending.trail[mending.output.length - back];
  for (const token of put) {
    if (places === undefined) return undefined;
    places = advanceOver(places, token);
    if (places.length === 0) return undefined;
  }
  const next = inputAt(mending, over);
  if (places === undefined || (next !== undefined && !fits(places, next))) return undefined;
  return places;
}

/** Whether a piece can follow; signs of other languages are judged later, where a value can stand. */
function fits(places: Places, next: Token): boolean {
  return (
    advanceOver(places, next.tokenType === T.foreign ? missingPiece(T.missingValue, 0) : next).length > 0
  );
}

/** Makes a change if the grammar allows it and the next piece can follow. */
export function change(mending: Mending, wanted: Change): boolean {
  if (tryChange(mending, wanted) === undefined) return false;
  const { back = 0, over = 0, put } = wanted;
  if (put.length === 0) {
    const gone = [
      ...mending.output.slice(mending.output.length - back),
      ...mending.input.slice(mending.index, mending.index + over),
    ];
    for (const token of gone) leaveOut(mending, spanOf(token));
  }
  mending.output.length -= back;
  mending.trail.length = mending.output.length + 1;
  mending.open.length = mending.output.length + 1;
  for (const token of put) take(mending, token);
  mending.index += over;
  return true;
}

/** Makes a change if the grammar allows it, and reports the mistake that it mends. */
export function mendBy(mending: Mending, wanted: Change, finding: () => Diagnostic): boolean {
  if (tryChange(mending, wanted) === undefined) return false;
  report(mending, finding());
  return change(mending, wanted);
}

/** Adds a piece to the mended ones; the grammar must allow it. */
export function take(mending: Mending, token: Token, places = advanceOver(placesOf(mending), token)): void {
  mending.trail.push(places);
  mending.open.push(openBlocks(mending) + braceStep(token));
  mending.output.push(token);
}

/** Leaves out pieces of the input. */
export function skip(mending: Mending, count: number): void {
  const first = inputAt(mending, 0);
  const last = inputAt(mending, count - 1);
  mending.index += count;
  if (count === 0 || first === undefined || last === undefined) return;
  // The piece behind now starts the line.
  const behind = inputAt(mending, 0);
  if (first.firstOnLine && behind !== undefined) behind.firstOnLine = true;
  leaveOut(mending, { start: first.startOffset, end: last.end });
}

function leaveOut(mending: Mending, { start, end }: Span): void {
  const previous = mending.skipped.at(-1);
  if (previous !== undefined && mending.text.slice(previous.end, start).trim() === '') {
    mending.skipped[mending.skipped.length - 1] = { start: previous.start, end };
  } else {
    mending.skipped.push({ start, end });
  }
}

/** A finding about the place where the mending stands. */
export function report(mending: Mending, finding: Diagnostic): void {
  mending.findings.push(finding);
  mending.reportedAt = mending.index;
}
