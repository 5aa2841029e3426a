import type { TokenType } from 'chevrotain';
import { countSteps } from '../work-counter.ts';
import type { Token } from './token-types.ts';
import { createTokenOf, T, W } from './token-types.ts';
import { calendarEdges, contextualWords, durationUnits, phrases, reservedWords } from './words.ts';

/**
 * Decides which words have a meaning of their own where they stand, joins phrases of several words into one piece
 * and closes the rows of tables, so that the grammar needs to look no further than the next piece.
 * A word is only a name behind a dot, in front of a dot, and in front of a colon.
 */
export function classify(raw: readonly Token[]): Token[] {
  const run: Run = { raw, out: [], kind: declarationKind(raw), row: 'none', rowEnd: -1, inAliases: false };
  let index = 0;
  while (index < raw.length) index += classifyAt(run, index);
  closeRow(run, raw.length);
  countSteps(raw.length);
  return run.out;
}

interface Run {
  readonly raw: readonly Token[];
  readonly out: Token[];
  readonly kind: string;
  row: 'none' | 'header' | 'values';
  /** The index of the `|` that closes the row, or -1. */
  rowEnd: number;
  /** Between `also` and the end of its texts. */
  inAliases: boolean;
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  type: TokenType | undefined;
}

const words: ReadonlyMap<string, PhraseNode> = buildWords();
const withRows = new Set(['table', 'scenarios']);
const withAssignedMembers = new Set(['record', 'activity']);
const quantifiers = new Set([W.some, W.every, W.latest]);
const periodWords = new Set([W.since, W.from, W.through, W.until]);
const termModifiers = new Set([W.open, W.complete, W.sensitive]);

/** The word that says what is declared; of an extension, what is extended. */
function declarationKind(raw: readonly Token[]): string {
  const first = raw[0]?.image ?? '';
  return first === 'extend' ? (raw[1]?.image ?? '') : first;
}

function classifyAt(run: Run, index: number): number {
  const token = run.raw[index];
  if (token === undefined) return 1;
  if (token.firstOnLine && withRows.has(run.kind)) startLine(run, index, token);
  if (index === run.rowEnd) setType(token, T.rowEnd);
  if (run.inAliases) continueAliases(run, token, index);
  if (token.tokenType !== T.word || run.row === 'header' || isName(run, index)) {
    run.out.push(token);
    return 1;
  }
  return classifyWord(run, token, index);
}

/** A comma between the texts behind `also` is no comma between entries. */
function continueAliases(run: Run, token: Token, index: number): void {
  if (token.tokenType === T.text) return;
  if (token.tokenType === T.comma && run.raw[index + 1]?.tokenType === T.text) setType(token, T.aliasComma);
  else run.inAliases = false;
}

function startLine(run: Run, index: number, token: Token): void {
  const afterRow = run.row !== 'none';
  closeRow(run, index);
  if (token.tokenType !== T.pipe) return;
  run.row = afterRow ? 'values' : 'header';
  if (run.row === 'header') setType(token, T.headerStart);
  let last = index;
  while (run.raw[last + 1]?.firstOnLine === false) last += 1;
  run.rowEnd = last > index && run.raw[last]?.tokenType === T.pipe ? last : -1;
}

/** A row without its closing `|` gets one, which the tree builder reports. */
function closeRow(run: Run, index: number): void {
  const previous = run.raw[index - 1];
  if (run.row !== 'none' && run.rowEnd === -1 && previous !== undefined) {
    const end = createTokenOf(T.rowEnd, '', previous.end, previous.end);
    end.virtual = true;
    run.out.push(end);
  }
  run.row = 'none';
  run.rowEnd = -1;
}

function isName(run: Run, index: number): boolean {
  // A full stop at the end of a line is a mistake, and what follows it is no part of a name.
  if (run.raw[index - 1]?.tokenType === T.dot && run.raw[index]?.firstOnLine === false) return true;
  const next = run.raw[index + 1];
  if (next === undefined) return false;
  if (next.tokenType === T.dot) return next.end - 1 === run.raw[index]?.end;
  if (next.tokenType === T.equals) return withAssignedMembers.has(run.kind);
  return endsKey(run, index + 1);
}

function endsKey(run: Run, index: number): boolean {
  const type = run.raw[index]?.tokenType;
  return type === T.colon || (type === T.question && run.raw[index + 1]?.tokenType === T.colon);
}

function classifyWord(run: Run, token: Token, index: number): number {
  if (run.raw[index - 1]?.tokenType === T.number) {
    const taken = classifyUnit(run, token, index);
    if (taken > 0) return taken;
  }
  const entry = words.get(token.image);
  if (entry !== undefined) {
    const taken = entry.next.size > 0 ? joinPhrase(run, token, entry, index) : 0;
    if (taken > 0) return taken;
    if (entry.type !== undefined && keepsMeaning(run, token, entry.type, index)) setType(token, entry.type);
    if (token.tokenType === W.also) run.inAliases = true;
  }
  run.out.push(token);
  return 1;
}

function classifyUnit(run: Run, token: Token, index: number): number {
  if (Object.hasOwn(durationUnits, token.image)) {
    setType(token, T.unit);
    run.out.push(token);
    return 1;
  }
  const next = run.raw[index + 1];
  if (token.image !== 'working' || (next?.image !== 'days' && next?.image !== 'day')) return 0;
  if (endsKey(run, index + 2)) return 0;
  join(run, token, next, `working ${next.image}`, T.workingDays);
  return 2;
}

function joinPhrase(run: Run, token: Token, entry: PhraseNode, index: number): number {
  let node: PhraseNode | undefined = entry;
  let image = token.image;
  for (let taken = 1; node !== undefined; taken += 1) {
    const last = run.raw[index + taken];
    node = last?.tokenType === T.word ? node.next.get(last.image) : undefined;
    if (last === undefined || node === undefined) return 0;
    image += ` ${last.image}`;
    // No phrase is the beginning of another, so the first end is the only one.
    if (node.type !== undefined && !endsKey(run, index + taken + 1)) {
      join(run, token, last, image, node.type);
      return taken + 1;
    }
  }
  return 0;
}

function join(run: Run, first: Token, last: Token, image: string, type: TokenType): void {
  first.image = image;
  first.end = last.end;
  setType(first, type);
  run.out.push(first);
}

function keepsMeaning(run: Run, token: Token, type: TokenType, index: number): boolean {
  if (quantifiers.has(type)) return startsQuantifier(run, index);
  if (run.row === 'values' && periodWords.has(type)) return isBeforeDate(run, index);
  if (run.kind === 'taxonomy' && termModifiers.has(type)) return !token.firstOnLine;
  if (type === W.also) return (run.raw[index + 1]?.tokenType ?? T.text) === T.text;
  return true;
}

/** `some c in …`; a fact may also be called `latest`. */
function startsQuantifier(run: Run, index: number): boolean {
  const variable = run.raw[index + 1];
  const following = run.raw[index + 2];
  if (variable === undefined) return true;
  if (variable.tokenType !== T.word) return false;
  return following === undefined || following.image === 'in' || !words.has(variable.image);
}

function isBeforeDate(run: Run, index: number): boolean {
  const next = run.raw[index + 1]?.tokenType;
  return next === undefined || next === T.date || next === T.instant || next === T.foreign;
}

function setType(token: Token, type: TokenType): void {
  token.tokenType = type;
  // The type says optional, but every created type has its index.
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}

function buildWords(): Map<string, PhraseNode> {
  const found = new Map<string, PhraseNode>();
  for (const word of [...reservedWords, ...contextualWords]) nodeAt(found, word).type = W[word];
  for (const phrase of phrases) addPhrase(found, phrase, W[phrase]);
  for (const edge of calendarEdges) addPhrase(found, edge, T.calendarEdge);
  return found;
}

function addPhrase(found: Map<string, PhraseNode>, phrase: string, type: TokenType): void {
  const [first = '', ...rest] = phrase.split(' ');
  let node = nodeAt(found, first);
  for (const word of rest) node = nodeAt(node.next, word);
  node.type = type;
}

function nodeAt(map: Map<string, PhraseNode>, word: string): PhraseNode {
  const existing = map.get(word);
  if (existing !== undefined) return existing;
  const created: PhraseNode = { next: new Map(), type: undefined };
  map.set(word, created);
  return created;
}
