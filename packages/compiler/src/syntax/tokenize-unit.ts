import type { TokenType } from 'chevrotain';
import type { Span } from '../text/index.ts';
import { classify } from './lexing/classify.ts';
import { scan } from './lexing/scan.ts';
import type { Token } from './lexing/token-types.ts';
import { T } from './lexing/token-types.ts';
import { isWord } from './mending/describe.ts';

/** What a piece of text is, as far as it can be told from the piece and its neighbors. */
export type TextCategory =
  | 'keyword'
  | 'name'
  | 'text'
  | 'number'
  | 'unit'
  | 'date'
  | 'time'
  | 'moment'
  | 'address'
  | 'operator'
  | 'punctuation'
  | 'comment'
  | 'documentation'
  | 'unreadable';

/** One word, value, sign or comment of a declaration. */
export interface TextPart extends Span {
  readonly category: TextCategory;
}

/** All parts of a declaration's text in their order; phrases come word by word, white space is left out. */
export function tokenizeUnit(text: string): TextPart[] {
  const scanned = scan(text);
  const written = scanned.tokens.map(({ startOffset, end }) => ({ start: startOffset, end }));
  const parts: TextPart[] = [];
  let index = 0;
  for (const token of classify(scanned.tokens)) {
    const category = categoryOf(token);
    for (let part = written[index]; part !== undefined && part.start < token.end; part = written[index]) {
      parts.push({ ...part, category });
      index += 1;
    }
  }
  for (const { start, end } of scanned.comments) parts.push({ start, end, category: 'comment' });
  for (const { start, end } of scanned.documents) parts.push({ start, end, category: 'documentation' });
  return parts.sort((left, right) => left.start - right.start);
}

function categoryOf(token: Token): TextCategory {
  const { tokenType: type } = token;
  return categories.get(type) ?? (isWord(type) ? 'keyword' : 'punctuation');
}

const categories: ReadonlyMap<TokenType, TextCategory> = new Map<TokenType, TextCategory>([
  [T.word, 'name'],
  [T.quotedName, 'name'],
  [T.digitWord, 'name'],
  [T.unit, 'unit'],
  [T.workingDays, 'unit'],
  [T.calendarEdge, 'keyword'],
  [T.text, 'text'],
  [T.number, 'number'],
  [T.date, 'date'],
  [T.clockTime, 'time'],
  [T.instant, 'moment'],
  [T.url, 'address'],
  [T.foreign, 'unreadable'],
  [T.equals, 'operator'],
  [T.plus, 'operator'],
  [T.minus, 'operator'],
  [T.less, 'operator'],
  [T.greater, 'operator'],
  [T.star, 'operator'],
]);
