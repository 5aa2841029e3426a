import type { Span } from '../text/index.ts';

/** A small reader of JSON that keeps where everything stands, for messages about the project file. */
export type JsonNode = JsonObject | JsonArray | JsonText | JsonOther;

export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: JsonText;
  readonly value: JsonNode;
}

export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonText extends Span {
  readonly kind: 'text';
  readonly value: string;
}

export interface JsonOther extends Span {
  readonly kind: 'number' | 'boolean' | 'null';
}

export type JsonResult =
  | { readonly kind: 'node'; readonly node: JsonNode }
  /** Where reading had to stop, and what is wrong there. */
  | { readonly kind: 'problem'; readonly span: Span; readonly problem: string };

/** Reads one JSON document; RFC 8259, nested at most 64 deep. */
export function readJson(text: string): JsonResult {
  const reader: Reader = { text, at: 0 };
  try {
    const node = readValue(reader, 0);
    skipSpace(reader);
    if (reader.at < text.length) fail(reader, 'nothing may follow the document');
    return { kind: 'node', node };
  } catch (error) {
    if (error instanceof JsonProblem) return { kind: 'problem', span: error.span, problem: error.message };
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
  readonly span: Span;
  constructor(span: Span, problem: string) {
    super(problem);
    this.span = span;
  }
}

const deepest = 64;

function fail(reader: Reader, problem: string, start = reader.at): never {
  const end = Math.min(Math.max(reader.at, start + 1), reader.text.length);
  throw new JsonProblem({ start: Math.min(start, end), end }, problem);
}

function skipSpace(reader: Reader): void {
  while (/^[ \t\r\n]$/.test(reader.text.charAt(reader.at))) reader.at += 1;
  if (reader.text.startsWith('//', reader.at) || reader.text.startsWith('/*', reader.at)) {
    fail(reader, 'comments are not allowed');
  }
}

function readValue(reader: Reader, depth: number): JsonNode {
  skipSpace(reader);
  if (depth > deepest) fail(reader, 'too deeply nested');
  const start = reader.at;
  switch (reader.text.charAt(start)) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return readText(reader);
    case '':
      return fail(reader, 'the file ends too early');
    case "'":
      return fail(reader, 'double quotes are needed');
    default:
      return readWord(reader);
  }
}

function readWord(reader: Reader): JsonOther {
  const start = reader.at;
  const word = /^[-+.\w]*/.exec(reader.text.slice(start))?.[0] ?? '';
  reader.at += word.length;
  const span = { start, end: reader.at };
  if (word === 'true' || word === 'false') return { kind: 'boolean', ...span };
  if (word === 'null') return { kind: 'null', ...span };
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word)) return { kind: 'number', ...span };
  return fail(reader, word === '' ? 'a value is missing' : 'double quotes are missing', start);
}

function readText(reader: Reader): JsonText {
  const start = reader.at;
  let end = start + 1;
  while (end < reader.text.length && reader.text.charAt(end) !== '"' && reader.text.charAt(end) !== '\n') {
    end += reader.text.charAt(end) === '\\' ? 2 : 1;
  }
  reader.at = Math.min(end, reader.text.length);
  if (reader.text.charAt(end) !== '"') fail(reader, 'the closing quote is missing', start);
  reader.at = end + 1;
  try {
    return {
      kind: 'text',
      value: String(JSON.parse(reader.text.slice(start, end + 1))),
      start,
      end: end + 1,
    };
  } catch {
    return fail(reader, 'this text has a character or a backslash that JSON does not allow', start);
  }
}

function readArray(reader: Reader, depth: number): JsonArray {
  const start = reader.at;
  const items: JsonNode[] = [];
  readEntries(reader, ']', () => items.push(readValue(reader, depth + 1)));
  return { kind: 'array', items, start, end: reader.at };
}

function readObject(reader: Reader, depth: number): JsonObject {
  const start = reader.at;
  const members: JsonMember[] = [];
  readEntries(reader, '}', () => {
    if (reader.text.charAt(reader.at) !== '"') fail(reader, 'a key in double quotes is missing');
    const key = readText(reader);
    skipSpace(reader);
    if (reader.text.charAt(reader.at) !== ':') fail(reader, 'a colon is missing');
    reader.at += 1;
    members.push({ key, value: readValue(reader, depth + 1) });
  });
  return { kind: 'object', members, start, end: reader.at };
}

function readEntries(reader: Reader, close: string, readEntry: () => void): void {
  const start = reader.at;
  reader.at += 1;
  skipSpace(reader);
  for (let count = 0; reader.text.charAt(reader.at) !== close; count += 1) {
    if (count > 0) {
      if (reader.text.charAt(reader.at) !== ',') failAtSeparator(reader, close, start);
      reader.at += 1;
      skipSpace(reader);
      if (reader.text.charAt(reader.at) === close) fail(reader, 'a comma stands in front of this');
    }
    readEntry();
    skipSpace(reader);
  }
  reader.at += 1;
}

function failAtSeparator(reader: Reader, close: string, start: number): never {
  if (reader.at < reader.text.length) fail(reader, 'a comma is missing in front of this');
  reader.at = start + 1;
  return fail(reader, `opened here and never closed with "${close}"`, start);
}
