import type { Diagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import type { Span } from '../../text/index.ts';
import type { Token } from '../lexing/token-types.ts';
import { cheapestWay } from '../walking/cheapest-way.ts';
import type { Places } from '../walking/walk.ts';
import { mayEnd } from '../walking/walk.ts';
import { advanceOver } from './advance-over.ts';
import { findDeclaration } from './declaration-words.ts';
import { resolveMistake } from './general.ts';
import { guesses } from './guesses/index.ts';
import type { Mending } from './mending.ts';
import { inputAt, outputAt, placesOf, report, skip, startMending, take } from './mending.ts';
import { missingPiece } from './pieces.ts';
import { reportUnclosed } from './unclosed.ts';

/** A declaration with its mistakes mended. */
export interface Mended {
  /** Pieces that fit the grammar. */
  readonly tokens: readonly Token[];
  readonly findings: readonly Diagnostic[];
  /** What was left out. */
  readonly skipped: readonly Span[];
  /** Where the grammar stands at the end of the text, before anything was added there. */
  readonly places: Places;
}

/** After so many mistakes the rest of a declaration is left out, so that work stays in proportion to its length. */
const mostMistakes = 200;

/** Changes the pieces of a declaration so that they fit the grammar, with one message for every mistake. */
export function mend(text: string, tokens: readonly Token[]): Mended {
  const mending = startMending(text, tokens);
  if (!findDeclaration(mending)) return result(mending);
  let mistakes = 0;
  while (mending.index < tokens.length) {
    if (readNext(mending)) continue;
    mistakes += 1;
    if (mistakes > mostMistakes) giveUp(mending);
    else if (!guesses.some((guess) => guess(mending))) resolveMistake(mending);
  }
  const places = placesOf(mending);
  if (!mayEnd(places)) complete(mending);
  return result(mending, places);
}

function result(mending: Mending, places = placesOf(mending)): Mended {
  return { tokens: mending.output, findings: mending.findings, skipped: mending.skipped, places };
}

/** Takes the next piece if it can stand where it does. */
function readNext(mending: Mending): boolean {
  const change = mending.later.get(mending.index);
  if (change !== undefined) {
    mending.later.delete(mending.index);
    for (const token of change.add) {
      if (advanceOver(placesOf(mending), token).length > 0) take(mending, token);
    }
    if (change.leaveOut) mending.index += 1;
    return true;
  }
  const token = inputAt(mending, 0);
  if (token === undefined) return false;
  const next = advanceOver(placesOf(mending), token);
  if (next.length === 0) return false;
  take(mending, token, next);
  mending.index += 1;
  return true;
}

function giveUp(mending: Mending): void {
  const first = inputAt(mending, 0);
  const last = mending.input.at(-1);
  if (first === undefined || last === undefined) return;
  const span = { start: first.startOffset, end: last.end };
  report(mending, createDiagnostic('syntax/too-many-mistakes', span, { count: mostMistakes }));
  skip(mending, mending.input.length - mending.index);
}

/** Adds what is missing at the end of the text. */
function complete(mending: Mending): void {
  const way = cheapestWay(placesOf(mending), mayEnd, { closeBrace: 1, limit: 1000 });
  const at = outputAt(mending, 1)?.end ?? 0;
  reportUnclosed(mending, way?.added ?? []);
  for (const type of way?.added ?? []) take(mending, missingPiece(type, at));
}
