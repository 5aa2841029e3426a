import { backslash, backtick, carriageReturn, classOf, characterClass, continuesWord, lineFeed, quote, slash } from './lexing/characters.ts';

/**
 * Where the declarations of a file start. A declaration begins with the comments above it and goes on to where the
 * next one begins, so that the pieces cover the text. The walk knows braces, comments, quoted texts and back-ticks
 * and nothing else of the language; it looks at every character once.
 */
export function splitDeclarations(text: string, from = 0): number[] {
  const walk: Walk = { text, offset: from, depth: 0, starts: [from], pending: from, lead: true };
  while (walk.offset < text.length) step(walk);
  return walk.starts;
}

interface Walk {
  readonly text: string;
  offset: number;
  depth: number;
  readonly starts: number[];
  /** Where the comments above the next declaration start, or -1 where code came since the last line break. */
  pending: number;
  /** No declaration began yet: what stands before belongs to the first one. */
  lead: boolean;
}

const declarationWords = new Set([
  'module', 'use', 'authorities', 'taxonomy', 'scale', 'group', 'table', 'calendar', 'record', 'activity',
  'obligation', 'precautionary', 'define', 'policy', 'choose', 'let', 'test', 'scenarios', 'extend',
]);

/** What has to follow a word at the start of a line for it to begin a declaration although a block is still open. */
const startOf: Readonly<Record<string, RegExp>> = {
  policy: /policy[ \t]+[\w.-]+[ \t]*(?:"|\{|\r?\n)/y,
  record: /record[ \t]+[A-Z]\w*[ \t]*(?:"|\{)/y,
  taxonomy: /taxonomy[ \t]+[A-Z]\w*[ \t]*(?:"|\{|levels\b|complete\b)/y,
  scale: /scale[ \t]+[A-Z]\w*[ \t]*(?:"|\{)/y,
  group: /group[ \t]+[\w-]+[ \t]+of[ \t]/y,
  table: /table[ \t]+[\w-]+[ \t]+(?:"[^"\r\n]*"[ \t]+)?by[ \t]/y,
  calendar: /calendar[ \t]+[\w-]+[ \t]+(?:"|\{|covers\b|zone\b)/y,
  activity: /activity[ \t]+[\w-]+[ \t]*(?:"|\{)/y,
  define: /define[ \t]+[\w-]+[ \t]*[("]/y,
  test: /test[ \t]+"/y,
  scenarios: /scenarios[ \t]+"/y,
  extend: /extend[ \t]+(?:record|activity|taxonomy|group)[ \t]+[\w-]+[ \t]*\{/y,
  module: /module[ \t]+[\w.-]+[ \t]*\r?\n/y,
  use: /use[ \t]+[\w.-]+[ \t]*\r?\n/y,
  choose: /choose[ \t]+[\w-]+\./y,
  let: /let[ \t]+[\w-]+[ \t]*=/y,
  precautionary: /precautionary[ \t]+obligation[ \t]/y,
  authorities: /authorities[ \t]+[\w-]+/y,
};

function step(walk: Walk): void {
  const { text } = walk;
  const code = text.charCodeAt(walk.offset);
  const found = classOf(code);
  if (found === characterClass.letter) return word(walk);
  if (found === characterClass.lineBreak) return lineBreak(walk);
  if (found === characterClass.space) {
    walk.offset += 1;
    return;
  }
  if (code === slash && text.charCodeAt(walk.offset + 1) === slash) return skipLine(walk);
  walk.pending = -1;
  if (code === quote) return skipQuoted(walk, quote);
  if (code === backtick) return skipQuoted(walk, backtick);
  if (code === openBrace) walk.depth += 1;
  else if (code === closeBrace && walk.depth > 0) walk.depth -= 1;
  walk.offset += 1;
}

const openBrace = 123;
const closeBrace = 125;

function lineBreak(walk: Walk): void {
  walk.offset += 1;
  if (walk.pending === -1) walk.pending = walk.offset;
}

function word(walk: Walk): void {
  const { text, offset } = walk;
  let end = offset + 1;
  while (continuesWord(text.charCodeAt(end))) end += 1;
  // Nothing to look up inside a block, unless a block above was left open.
  const atLineStart = isAtLineStart(text, offset);
  if ((walk.depth === 0 || atLineStart) && declarationWords.has(text.slice(offset, end))) {
    if (beginsDeclaration(walk, text.slice(offset, end), end, atLineStart)) begin(walk);
  }
  walk.pending = -1;
  walk.offset = end;
}

function beginsDeclaration(walk: Walk, found: string, end: number, atLineStart: boolean): boolean {
  if (walk.depth > 0) {
    const pattern = startOf[found];
    return pattern !== undefined && matchesAt(pattern, walk.text, walk.offset);
  }
  if (walk.lead) return true;
  if (found === 'obligation' && isBehindWord(walk, 'precautionary')) return false;
  if (isBehindWord(walk, 'extend')) return false;
  return atLineStart || walk.pending !== -1 || !continuesStatement(walk, end);
}

/** `choose a.b record`: on one line, only what looks like a declaration begins one. */
function continuesStatement(walk: Walk, _end: number): boolean {
  return lastCode(walk.text, walk.offset) !== '}';
}

function begin(walk: Walk): void {
  const start = walk.pending === -1 ? walk.offset : walk.pending;
  if (walk.lead) walk.lead = false;
  else if (start > (walk.starts.at(-1) ?? 0)) walk.starts.push(start);
  walk.depth = 0;
}

function skipLine(walk: Walk): void {
  const { text } = walk;
  while (walk.offset < text.length && !isLineEnd(text.charCodeAt(walk.offset))) walk.offset += 1;
}

function skipQuoted(walk: Walk, mark: number): void {
  const { text } = walk;
  let offset = walk.offset + 1;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) break;
    if (code === mark) {
      offset += 1;
      break;
    }
    offset += code === backslash && mark === quote ? 2 : 1;
  }
  walk.offset = Math.min(offset, text.length);
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function isAtLineStart(text: string, offset: number): boolean {
  return offset === 0 || isLineEnd(text.charCodeAt(offset - 1)) || (offset === 1 && text.charCodeAt(0) === 0xfeff);
}

function isBehindWord(walk: Walk, word: string): boolean {
  let end = walk.offset;
  while (end > 0 && /\s/.test(walk.text.charAt(end - 1))) end -= 1;
  return walk.text.endsWith(word, end);
}

function lastCode(text: string, offset: number): string {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return text.charAt(end - 1);
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
