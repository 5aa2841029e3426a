import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { createDiagnostic } from '../../diagnostics/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { Span } from '../../text/index.ts';
import { automaticFix, replaceBy } from '../fixes.ts';
import type { Token } from '../lexing/token-types.ts';
import { T } from '../lexing/token-types.ts';
import type { Places } from '../walking/walk.ts';
import { expectedTypes } from '../walking/walk.ts';
import { isWord, quoted } from './describe.ts';
import type { Mending } from './mending.ts';
import { change, inputAt, outputAt, placesOf, report, tryChange } from './mending.ts';
import { piece } from './pieces.ts';

/** A misspelt word of the language: `excpet`, `AND`, `overrideable by`. */
export function misspeltWord(mending: Mending): boolean {
  return misspeltHere(mending) || misspeltBefore(mending);
}

function misspeltHere(mending: Mending): boolean {
  for (let count = 6; count > 0; count -= 1) {
    const words = wordsAhead(mending, count);
    if (words === undefined) continue;
    const type = nearest(placesOf(mending), wordsOf(words));
    if (type !== undefined && replace(mending, words, type, { back: 0, over: count })) return true;
  }
  return false;
}

/** The word before was taken for a name: `expct forbidden`, `authorized by`. */
function misspeltBefore(mending: Mending): boolean {
  const previous = outputAt(mending, 1);
  const places = mending.trail.at(-2);
  if (previous === undefined || previous.tokenType !== T.word || previous.virtual || places === undefined)
    return false;
  for (let over = 5; over >= 0; over -= 1) {
    const words = over === 0 ? [] : wordsAhead(mending, over);
    if (words === undefined) continue;
    const type = nearest(places, wordsOf([previous, ...words]));
    if (type !== undefined && replace(mending, [previous, ...words], type, { back: 1, over })) return true;
  }
  return false;
}

function replace(
  mending: Mending,
  words: readonly Token[],
  type: TokenType,
  extent: { readonly back: number; readonly over: number },
): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  const span = { start: first.startOffset, end: last.end };
  const put = [
    {
      ...piece(type, type.LABEL ?? '', span),
      firstOnLine: first.firstOnLine,
      documentation: first.documentation,
    },
  ];
  if (tryChange(mending, { ...extent, put }) === undefined) return false;
  report(mending, misspeltDiagnostic(mending, span, type));
  return change(mending, { ...extent, put });
}

/** The message about a misspelt word or phrase. */
export function misspeltDiagnostic(mending: Mending, span: Span, type: TokenType): Diagnostic {
  const right = type.LABEL ?? '';
  const fixes = [automaticFix(`Write "${right}"`, replaceBy(span, right))];
  return createDiagnostic('syntax/misspelt-word', span, { word: quoted(mending, span), right }, { fixes });
}

/** The next pieces, if they are that many words on one line. */
function wordsAhead(mending: Mending, count: number): readonly Token[] | undefined {
  const words: Token[] = [];
  for (let distance = 0; distance < count; distance += 1) {
    const token = inputAt(mending, distance);
    const fits =
      token !== undefined &&
      /^[\p{L}-]/u.test(token.image) &&
      token.tokenType !== T.text &&
      token.tokenType !== T.quotedName;
    if (!fits || (distance > 0 && token.firstOnLine)) return undefined;
    words.push(token);
  }
  return words;
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ image }) => image).join(' ');
}

/** `a holiday or` is not a misspelt `a holiday in`: small words carry the meaning and are never taken away. */
function keepsSmallWords(found: string, label: string): boolean {
  const words = label.split(' ');
  return found.split(' ').every((word) => !smallWords.has(word) || words.includes(word));
}

const smallWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'is']);

/** The word or phrase that may stand here and looks like what was written. */
function nearest(places: Places, found: string): TokenType | undefined {
  const candidates = new Map<string, TokenType>();
  const count = found.split(' ').length;
  for (const type of expectedTypes(places).values()) {
    const label = type.LABEL ?? '';
    const isLike = isWord(type) && label !== found && label.split(' ').length === count;
    if (isLike && keepsSmallWords(found, label)) candidates.set(label, type);
  }
  const [name] = nearestNames(found, candidates.keys(), 1);
  if (name === undefined) return undefined;
  // Short words resemble too many others.
  const isClose = name.length >= 4 || name.toLowerCase() === found.toLowerCase();
  return isClose ? candidates.get(name) : undefined;
}
