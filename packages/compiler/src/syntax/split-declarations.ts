import { beginsInsideBlock, declarationWords, looksLikeDeclaration } from './declaration-starts.ts';
import {
  backslash,
  backtick,
  characterClass,
  classOf,
  continuesWord,
  isLineBreak,
  quote,
  slash,
} from './lexing/characters.ts';
import { unclosedTextEnd } from './lexing/unclosed-text.ts';
import { countSteps } from './work-counter.ts';

/**
 * Where the declaration behind the one that starts at an offset begins: the end of the text if it is the last.
 * A declaration begins with the comments above it and goes on to where the next one begins, so that all of them
 * cover the text. The walk knows braces, comments, quoted texts and back-ticks and little else of the language, and
 * looks at every character once; it depends on nothing before its start.
 */
export function nextDeclaration(text: string, start: number): number {
  const walk: Walk = {
    text,
    offset: start,
    depth: 0,
    next: -1,
    lead: start,
    endsWithLine: false,
    code: 'none',
  };
  while (walk.next < 0 && walk.offset < text.length) step(walk);
  countSteps(walk.offset - start);
  return walk.next < 0 ? text.length : walk.next;
}

interface Walk {
  readonly text: string;
  offset: number;
  depth: number;
  /** Where the next declaration begins; -1 as long as it was not found. */
  next: number;
  /** Where the comments start that would belong to a declaration here; -1 behind other text on the same line. */
  lead: number;
  /** `module` and `use` end with the line of their name. */
  endsWithLine: boolean;
  /** What the current declaration has so far: nothing, something, all of a block in braces, or more behind that. */
  code: 'none' | 'open' | 'closed' | 'behind';
}

const dot = 46;
const less = 60;
const openBrace = 123;
const closeBrace = 125;

function step(walk: Walk): void {
  const { text, offset } = walk;
  const code = text.charCodeAt(offset);
  const found = classOf(code);
  if (found === characterClass.letter) {
    readWord(walk);
  } else if (found === characterClass.space || code === byteOrderMark) {
    walk.offset += 1;
  } else if (found === characterClass.lineBreak) {
    walk.offset += 1;
    if (walk.lead === -1) walk.lead = walk.offset;
  } else if (code === slash && text.charCodeAt(offset + 1) === slash) {
    walk.offset = lineEnd(text, offset);
  } else if (code === quote || code === backtick) {
    readCode(walk, quotedEnd(text, offset, code));
  } else if (code === less) {
    readCode(walk, addressEnd(text, offset));
  } else {
    readSign(walk, code);
  }
}

const byteOrderMark = 0xfeff;

function readWord(walk: Walk): void {
  const { text, offset } = walk;
  let end = offset + 1;
  while (continuesWord(text.charCodeAt(end))) end += 1;
  if (beginsDeclaration(walk, end)) {
    walk.next = walk.lead === -1 ? offset : walk.lead;
    return;
  }
  if (walk.code === 'none') walk.endsWithLine = nameFollows(text, offset, end);
  readCode(walk, end);
}

function readSign(walk: Walk, code: number): void {
  // A brace too many belongs to the declaration before it, which knows where one is missing.
  const completes =
    code === closeBrace && (walk.code === 'closed' || (walk.depth === 1 && walk.code !== 'behind'));
  if (code === openBrace) walk.depth += 1;
  else if (code === closeBrace && walk.depth > 0) walk.depth -= 1;
  // A dot on a line of its own goes on with the name.
  if (code === dot && walk.lead !== -1) walk.endsWithLine = false;
  readCode(walk, walk.offset + 1);
  if (completes) walk.code = 'closed';
}

function readCode(walk: Walk, end: number): void {
  walk.code = walk.code === 'closed' || walk.code === 'behind' ? 'behind' : 'open';
  walk.lead = -1;
  walk.offset = end;
}

function beginsDeclaration(walk: Walk, end: number): boolean {
  const { text, offset, depth, code } = walk;
  if (code === 'none') return false;
  const atMargin = offset === 0 || isLineBreak(text.charCodeAt(offset - 1));
  if (depth > 0) return atMargin && beginsInsideBlock(text, offset, end);
  if (code === 'closed' && atMargin) return true;
  if (walk.endsWithLine && walk.lead !== -1) return true;
  if (!declarationWords.has(text.slice(offset, end))) return false;
  if (code === 'closed') return true;
  return walk.lead !== -1 && looksLikeDeclaration(text, offset, end, atMargin);
}

const nameOnLine = /[ \t]+[\p{L}\p{N}_.-]*[\p{L}\p{N}_-][ \t]*(?:\/\/[^\r\n]*)?(?:\r?\n|$)/uy;

/** Whether a word is the `use` or `module` of a line that is whole. */
function nameFollows(text: string, offset: number, end: number): boolean {
  const word = text.slice(offset, end);
  if (word !== 'use' && word !== 'module') return false;
  nameOnLine.lastIndex = end;
  return nameOnLine.test(text);
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
  return end;
}

function quotedEnd(text: string, offset: number, mark: number): number {
  let end = offset + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isLineBreak(code)) break;
    if (code === mark) return end + 1;
    end += code === backslash && mark === quote && !isLineBreak(text.charCodeAt(end + 1)) ? 2 : 1;
  }
  const last = Math.min(end, text.length);
  return mark === quote ? unclosedTextEnd(text, offset + 1, last) : last;
}

/** An address in angle brackets: the slashes in it begin no comment. */
const address = /<[a-z][a-z0-9+.-]*:[^\s<>]*>/y;

function addressEnd(text: string, offset: number): number {
  address.lastIndex = offset;
  return offset + (address.exec(text)?.[0].length ?? 1);
}
