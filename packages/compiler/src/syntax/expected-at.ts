import type { TokenType } from 'chevrotain';
import type { Span } from '../text/index.ts';
import { classify } from './lexing/classify.ts';
import { scan } from './lexing/scan.ts';
import type { Token } from './lexing/token-types.ts';
import { createTokenOf, T } from './lexing/token-types.ts';
import { calendarEdges, durationUnits, phrases } from './lexing/words.ts';
import { mend } from './mending/mend.ts';
import type { DeclarationUnit } from './source-file.ts';
import type { Place, Places } from './walking/walk.ts';
import { movesOf } from './walking/walk.ts';

/** Kinds of pieces that an author fills in. */
export type ExpectedCategory =
  | 'name'
  | 'term'
  | 'text'
  | 'number'
  | 'date'
  | 'time'
  | 'moment'
  | 'address'
  | 'position';

/** A word or phrase that may stand at an offset, and the rules of the grammar around it, outermost first. */
export interface ExpectedWord {
  /** What is still to be typed: for `is at`, `least` of `at least`. */
  readonly text: string;
  readonly phrase: string;
  readonly path: readonly string[];
}

/** A kind of piece that may stand at an offset, and the rules of the grammar around it, outermost first. */
export interface ExpectedPiece {
  readonly category: ExpectedCategory;
  readonly path: readonly string[];
}

/** What may stand at an offset. */
export interface Expected {
  /** The part of a word that stands in front of the offset already. */
  readonly replace: Span;
  /** The offset is in a comment, where anything may stand, or in a quoted text, for which `pieces` says which one. */
  readonly inside: 'code' | 'text' | 'comment';
  readonly words: readonly ExpectedWord[];
  /** Brackets and other signs. */
  readonly signs: readonly string[];
  readonly pieces: readonly ExpectedPiece[];
}

/** What may stand at an offset of a declaration, also where the text before it has mistakes. */
export function expectedAt(unit: DeclarationUnit | string, offset: number): Expected {
  const whole = typeof unit === 'string' ? unit : unit.text;
  const text = whole.slice(0, offset);
  const scanned = scan(text);
  const tokens = [...scanned.tokens];
  const last = tokens.at(-1);
  const comment = scanned.comments.at(-1);
  const replace = { start: offset, end: offset };
  if (
    comment !== undefined &&
    comment.end >= text.trimEnd().length &&
    !/[\r\n]/.test(text.slice(comment.end))
  ) {
    return { replace, inside: 'comment', words: [], signs: [], pieces: [] };
  }
  const typing = last !== undefined && last.end === offset && isTyping(text, last);
  if (typing) tokens.pop();
  const inside = typing && last.tokenType === T.text ? 'text' : 'code';
  const from = typing ? { start: last.startOffset + (inside === 'text' ? 1 : 0), end: offset } : replace;
  return { replace: from, inside, ...whatFollows(text, tokens) };
}

/** Whether the last piece is not finished: a word, a number, or a text without its second quotation mark. */
function isTyping(text: string, last: Token): boolean {
  if (last.tokenType === T.text) return last.end === last.startOffset + 1 || !text.endsWith('"');
  return wordTypes.has(last.tokenType);
}

const wordTypes: ReadonlySet<TokenType> = new Set<TokenType>([
  T.word,
  T.digitWord,
  T.number,
  T.date,
  T.clockTime,
  T.instant,
  T.foreign,
]);

function whatFollows(text: string, tokens: readonly Token[]): Pick<Expected, 'words' | 'signs' | 'pieces'> {
  const raw = tokens.map((token) => ({ ...token }));
  const found: Found = { words: new Map(), signs: new Set(), pieces: new Map() };
  for (const place of mend(text, withoutRowEnd(text, classify(raw))).places) collect(found, place, '');
  for (const { before, begun } of begunPhrases(tokens)) {
    const copies = tokens.slice(0, before).map((token) => ({ ...token }));
    for (const place of mend(text, classify(copies)).places) collect(found, place, begun);
  }
  return { words: [...found.words.values()], signs: [...found.signs], pieces: [...found.pieces.values()] };
}

/** On the line of the offset a row may still go on. */
function withoutRowEnd(text: string, tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.tokenType !== T.rowEnd || /[\r\n]/.test(text.slice(last.end))) return tokens;
  const before = tokens.slice(0, -1);
  return last.virtual ? before : [...before, createTokenOf(T.pipe, '|', last.startOffset, last.end)];
}

interface Found {
  readonly words: Map<string, ExpectedWord>;
  readonly signs: Set<string>;
  readonly pieces: Map<string, ExpectedPiece>;
}

/** Adds what may stand at a place; with a begun phrase, only what finishes it. */
function collect(found: Found, place: Place, begun: string): void {
  const { over, types } = movesOf(place);
  for (const [index, type] of types) {
    const path = pathOf(over.get(index) ?? []);
    for (const phrase of wordsOf(type)) {
      if (begun !== '' && !phrase.startsWith(`${begun} `)) continue;
      const text = begun === '' ? phrase : phrase.slice(begun.length + 1);
      found.words.set(`${phrase} ${path.join('/')}`, { text, phrase, path });
    }
    if (begun === '') collectPiece(found, type, path);
  }
}

function collectPiece(found: Found, type: TokenType, path: readonly string[]): void {
  const category = categories.get(type);
  if (category !== undefined) found.pieces.set(`${category} ${path.join('/')}`, { category, path });
  else if (!isWordType(type) && type !== T.missingValue) found.signs.add(type.LABEL ?? '');
}

const categories: ReadonlyMap<TokenType, ExpectedCategory> = new Map<TokenType, ExpectedCategory>([
  [T.name, 'name'],
  [T.termName, 'term'],
  [T.text, 'text'],
  [T.number, 'number'],
  [T.date, 'date'],
  [T.clockTime, 'time'],
  [T.instant, 'moment'],
  [T.url, 'address'],
  [T.position, 'position'],
]);

function isWordType(type: TokenType): boolean {
  return type.name.startsWith("'") || type === T.unit || type === T.workingDays || type === T.calendarEdge;
}

function wordsOf(type: TokenType): readonly string[] {
  if (type === T.unit) return Object.keys(durationUnits);
  if (type === T.calendarEdge) return calendarEdges;
  if (type === T.workingDays) return ['working days'];
  return isWordType(type) ? [type.LABEL ?? ''] : [];
}

/** Rules of the grammar that say nothing about where one is. */
const plumbing: ReadonlySet<string> = new Set([
  'declaration',
  'policyClause',
  'ruleClause',
  'ruleBody',
  'testClause',
  'scenarioClause',
  'condition',
  'value',
  'primary',
  'members',
  'typeForm',
]);

function pathOf(places: Places): string[] {
  const path: string[] = [];
  for (let place = places[0]; place !== undefined; place = place.parent) {
    const { name } = place.state.rule;
    if (!plumbing.has(name)) path.push(name);
  }
  return path.reverse();
}

interface BegunPhrase {
  /** How many pieces stand before it. */
  readonly before: number;
  readonly begun: string;
}

/** The words at the end that begin a phrase without finishing it. */
function begunPhrases(tokens: readonly Token[]): BegunPhrase[] {
  const found: BegunPhrase[] = [];
  let begun = '';
  for (let before = tokens.length - 1; before >= 0 && found.length < 4; before -= 1) {
    const token = tokens[before];
    if (token?.tokenType !== T.word) break;
    begun = begun === '' ? token.image : `${token.image} ${begun}`;
    if (allPhrases.some((phrase) => phrase.startsWith(`${begun} `))) found.push({ before, begun });
  }
  return found;
}

const allPhrases: readonly string[] = [...phrases, ...calendarEdges];
